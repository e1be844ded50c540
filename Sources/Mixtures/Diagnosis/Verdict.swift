/// The verdict on a run: converged only if nothing speaks against it.
enum Verdict {
  /// Nats that Aitken's extrapolation may still promise.
  static let gainLimit = 0.01
  /// Standard deviations that the last step may move a component.
  static let stepLimit = 0.01
  /// Components closer than this, in standard deviations and relative widths, coincide.
  static let coincidence = 0.1

  static func outcome(of run: EMRun) -> Outcome {
    guard run.reachedTolerance else { return .limit }
    guard let last = run.history.last else { return .limit }
    let placed = (0..<last.components).filter { k in run.variational.map { $0.isEffective(k) } ?? true }
    if let pair = coincidingPair(last, among: placed) { return .stopped(.coinciding(pair.0, pair.1)) }
    let gain = remainingGain(run.trace)
    if !(gain < gainLimit) { return .stopped(.remainingGain(gain)) }
    if run.history.count >= 2 {
      let step = Difference(from: run.history[run.history.count - 2], to: last).largest
      if !(step < stepLimit) { return .stopped(.largeStep(step)) }
    }
    return .converged
  }

  /// Aitken's estimate of lim ℓ − ℓ, from the last three ℓ: with rate a = Δ₂ / Δ₁, Δ₂ a / (1 − a). Infinite when the
  /// steps do not shrink; 0 when they are rounding.
  static func remainingGain(_ trace: [Double]) -> Double {
    guard trace.count >= 2 else { return 0 }
    let last = trace[trace.count - 1]
    let step = last - trace[trace.count - 2]
    if abs(step) <= 1e-11 * max(1, abs(last)) { return 0 }
    guard trace.count >= 3 else { return .infinity }
    let rate = step / (trace[trace.count - 2] - trace[trace.count - 3])
    guard rate.isFinite, abs(rate) < 1 else { return .infinity }
    return abs(step * rate / (1 - rate))
  }

  /// - Parameter placed: the components whose place rows decide, not a prior alone.
  private static func coincidingPair(_ parameters: Parameters, among placed: [Int]) -> (Int, Int)? {
    let d = parameters.dimension
    let all = (0..<parameters.components).map { parameters.component($0) }
    let factors = all.map { Cholesky($0.covariance) }
    for a in placed {
      for b in placed where b < a {
        guard let factor = factors[b] else { continue }
        let (first, second) = (all[b], all[a])
        let shift = factor.whiten((0..<d).map { second.mean[$0] - first.mean[$0] })
        guard shift.allSatisfy({ abs($0) < coincidence }) else { continue }
        let ratio = factor.whiten(second.covariance)
        let same = (0..<d).allSatisfy { i in
          (0..<d).allSatisfy { abs(ratio[i, $0] - (i == $0 ? 1 : 0)) < 2 * coincidence }
        }
        if same { return (b, a) }
      }
    }
    return nil
  }
}

/// How far one step moved the parameters, in units of each component's Cholesky factor before it.
struct Difference {
  /// The largest change of a weight.
  var weight = 0.0
  /// The largest entry of |Lₖ⁻¹ Δμₖ|.
  var mean = 0.0
  /// The largest entry of |Lₖ⁻¹ ΔΣₖ Lₖ⁻ᵀ|.
  var covariance = 0.0

  var largest: Double { max(weight, mean, covariance) }

  init(from old: Parameters, to new: Parameters) {
    let d = old.dimension
    weight = abs((new.noise?.weight ?? 0) - (old.noise?.weight ?? 0))
    for k in 0..<old.components {
      weight = max(weight, abs(new.weights[k] - old.weights[k]))
      let (before, after) = (old.component(k), new.component(k))
      guard let factor = Cholesky(before.covariance) else { continue }
      for move in factor.whiten((0..<d).map({ after.mean[$0] - before.mean[$0] })) { mean = max(mean, abs(move)) }
      let change = (0..<d * d).map { after.covariance.values[$0] - before.covariance.values[$0] }
      let whitened = factor.whiten(Matrix(rows: d, columns: d, values: change))
      for entry in whitened.values { covariance = max(covariance, abs(entry)) }
    }
  }
}

extension Parameters {
  /// μₖ (shifted) and Σₖ.
  func component(_ k: Int) -> (mean: [Double], covariance: Matrix) {
    let d = dimension
    return (
      Array(means[k * d..<(k + 1) * d]),
      Matrix(rows: d, columns: d, values: Array(covariances[k * d * d..<(k + 1) * d * d]))
    )
  }
}
