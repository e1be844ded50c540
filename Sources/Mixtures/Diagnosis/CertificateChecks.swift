/// The laws of a certificate while their residuals are collected.
struct CertificateChecks {
  private let fit: EMFit
  private let dataMean: [Double]
  /// The covariance of the rows plus F.
  private let target: Matrix
  private let deviations: [Double]

  private var monotone = TheoremCheck(
    "The log-likelihood never falls", #"\ell(\theta_{t+1}) \ge \ell(\theta_t)"#,
    measure: "nats, relative to |ℓ|", tolerance: 1e-10)
  private var ascent = TheoremCheck(
    "The M-step raises the lower bound, less the floor's penalty",
    #"\mathcal{F}(r_t, \theta_{t+1}) - \tfrac12 \sum_k n_k \operatorname{tr}(\Sigma_{k,t+1}^{-1} F) "#
      + #"\ge \mathcal{F}(r_t, \theta_t) - \tfrac12 \sum_k n_k \operatorname{tr}(\Sigma_{k,t}^{-1} F)"#,
    measure: "nats, relative to |ℓ|", tolerance: 1e-10)
  private var split = TheoremCheck(
    "Lower bound and divergence make up the log-likelihood",
    #"\mathcal{F}(r_t, \theta_{t+1}) + \mathrm{KL}(r_t \,\|\, r_{t+1}) = \ell(\theta_{t+1})"#,
    measure: "nats, relative to |ℓ|", tolerance: 1e-10)
  private var touch = TheoremCheck(
    "The E-step closes the gap", #"\mathcal{F}(r_t, \theta_t) = \ell(\theta_t)"#,
    measure: "nats, relative to |ℓ|", tolerance: 1e-10)
  private var shares = TheoremCheck(
    "The responsibilities of a row add up to 1", #"\sum_k r_{ik} = 1"#, measure: "", tolerance: 1e-13)
  private var weights = TheoremCheck(
    "The weights add up to 1", #"\sum_k \pi_k = 1"#, measure: "", tolerance: 1e-13)
  private var means = TheoremCheck(
    "The component means average to the mean of the data", #"\sum_k \pi_k \mu_k = \bar x"#,
    measure: "standard deviations", tolerance: 1e-9)
  private var covariances = TheoremCheck(
    "Covariances within and between components add up to that of the data and the floor",
    #"\sum_k \pi_k (\Sigma_k + \mu_k \mu_k^\top) - \bar x \bar x^\top = S + F"#,
    measure: "products of standard deviations", tolerance: 1e-9)
  private var trace = TheoremCheck(
    "Squared distances add up to the count of numbers",
    #"\sum_k \operatorname{tr}(\Sigma_k^{-1} W_k) = n d"#, measure: "relative to n d", tolerance: 1e-9)
  private var fixed = TheoremCheck(
    "At convergence one more step moves no component", #"M(\theta) = \theta"#,
    measure: "standard deviations", tolerance: Verdict.stepLimit)
  private var single = TheoremCheck(
    "One component is the mean and covariance of the data", #"\mu = \bar x, \quad \Sigma = S + F"#,
    measure: "standard deviations", tolerance: 1e-9)

  init(_ fit: EMFit) {
    self.fit = fit
    dataMean = fit.samples.mean
    if fit.logPriors != nil {
      monotone = TheoremCheck(
        "The log-likelihood plus the log prior never falls",
        #"\ell(\theta_{t+1}) + \log p(\theta_{t+1}) \ge \ell(\theta_t) + \log p(\theta_t)"#,
        measure: "nats, relative to |ℓ|",
        tolerance: 1e-10)
      ascent = TheoremCheck(
        "The M-step raises the lower bound plus the log prior",
        #"\mathcal{F}(r_t, \theta_{t+1}) + \log p(\theta_{t+1}) \ge \mathcal{F}(r_t, \theta_t) + \log p(\theta_t)"#,
        measure: "nats, relative to |ℓ|", tolerance: 1e-10)
    }
    var raised = fit.samples.covariance
    for (j, value) in fit.floor.enumerated() { raised[j, j] += value }
    target = raised
    deviations = raised.diagonal.map { $0.squareRoot() }
    // A mean far from 0 is itself rounded: by this much of the column's standard deviation.
    let rounding = zip(dataMean, deviations).map { abs($0).ulp / $1 }.max() ?? 0
    means.tolerance = max(means.tolerance, 8 * rounding)
    covariances.tolerance = max(covariances.tolerance, 8 * rounding)
    single.tolerance = max(single.tolerance, 8 * rounding)
  }

  /// Laws of the E-step at step t.
  mutating func expectation(_ evaluation: Evaluation, at t: Int) {
    let r = evaluation.responsibilities
    var worst = 0.0
    for i in 0..<r.rows {
      worst = max(worst, abs((0..<r.columns).reduce(0) { $0 + r.values[i * r.columns + $1] } - 1))
    }
    shares.note(worst, at: t)
    let mixture = fit.steps[t].mixture
    weights.note(abs(mixture.weights.reduce(mixture.noise?.weight ?? 0, +) - 1), at: t)
    let level = fit.steps[t].logLikelihood
    touch.note(abs(evaluation.lowerBound(under: evaluation) - level) / scale(level), at: t)
  }

  /// Laws of the step from t to t + 1.
  mutating func step(_ t: Int, _ entering: Evaluation, _ leaving: Evaluation) {
    let (before, after) = (fit.steps[t].logLikelihood, fit.steps[t + 1].logLikelihood)
    // What a prior adds to what EM climbs.
    let drawn = fit.logPriors.map { $0[t + 1] - $0[t] } ?? 0
    monotone.note((before - after - drawn) / scale(before), at: t + 1)
    let bound = leaving.lowerBound(under: entering)
    split.note(abs(bound + leaving.divergence(from: entering) - after) / scale(after), at: t + 1)
    // Rows without any cell are in nₖ too.
    let all = fit.samples.totalWeight + fit.samples.emptyWeight
    let counts = fit.steps[t + 1].mixture.weights.map { $0 * all }
    let gain = bound - penalty(t + 1, counts) - (before - penalty(t, counts)) + drawn
    ascent.note(-gain / scale(before), at: t + 1)
  }

  /// Laws of the moments at a step that follows an M-step; they hold where every row is whole and belongs to a Gaussian.
  mutating func moments(_ t: Int) {
    let mixture = fit.steps[t].mixture
    guard mixture.noise == nil, fit.samples.isComplete else { return }
    let mean = mixture.mean
    let shift = mean.indices.reduce(0.0) { max($0, abs(mean[$1] - dataMean[$1]) / deviations[$1]) }
    means.note(shift, at: t)
    let own = fit.options.family
    if own == .full || own == .tied { covariances.note(distance(mixture.covariance, target), at: t) }
    if mixture.components == 1 {
      let floorless = Array(repeating: 0.0, count: fit.floor.count)
      single.note(max(shift, distance(mixture.covariances[0], own.projected(target, floor: floorless))), at: t)
    }
  }

  /// Σₖ tr(Σₖ⁻¹ Wₖ) at step t, from the densities: |L⁻¹(x − μ)|² = −2 log N − d log 2π − log det Σ.
  mutating func traces(_ t: Int, _ entering: Evaluation, _ leaving: Evaluation) {
    let mixture = fit.steps[t].mixture
    guard mixture.noise == nil, fit.samples.isComplete else { return }
    let d = Double(mixture.dimension)
    let constants = (0..<mixture.components).map { k in
      2 * Elementary.log(mixture.weights[k]) - d * Elementary.logTwoPi
        - (Cholesky(mixture.covariances[k])?.logDeterminant ?? .nan)
    }
    let sum = entering.expectation { e, i in
      constants[e - i * mixture.components] - 2 * leaving.logJoint.values[e]
    }
    trace.note(abs(sum / (fit.samples.totalWeight * d) - 1), at: t)
  }

  /// One more EM step after the last.
  mutating func fixedPoint() {
    guard let next = fit.nextStep() else { return }
    let present = Parameters(fit.mixture, shift: dataMean)
    fixed.note(Difference(from: present, to: next).largest, at: fit.iterations)
  }

  func theorems(bare: Bool) -> [Theorem] {
    ((bare ? [monotone] : []) + [ascent, split, touch, shares, weights, means, covariances, trace, single, fixed])
      .compactMap(\.theorem)
  }

  /// ½ Σₖ nₖ tr(Σₖ⁻¹ F)
  private func penalty(_ t: Int, _ counts: [Double]) -> Double {
    guard fit.floor.contains(where: { $0 > 0 }) else { return 0 }
    var sum = 0.0
    for (k, covariance) in fit.steps[t].mixture.covariances.enumerated() {
      guard let inverse = Cholesky(covariance)?.inverse else { return .nan }
      sum += 0.5 * counts[k] * fit.floor.indices.reduce(0) { $0 + fit.floor[$1] * inverse[$1, $1] }
    }
    return sum
  }

  private func scale(_ logLikelihood: Double) -> Double { max(1, abs(logLikelihood)) }

  /// The largest difference of two covariances, in products of the columns' standard deviations.
  private func distance(_ a: Matrix, _ b: Matrix) -> Double {
    var worst = 0.0
    for i in 0..<a.rows {
      for j in 0..<a.columns { worst = max(worst, abs(a[i, j] - b[i, j]) / (deviations[i] * deviations[j])) }
    }
    return worst
  }
}
