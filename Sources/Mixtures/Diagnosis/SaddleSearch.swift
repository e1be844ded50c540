/// Whether the point where EM came to rest is a saddle of ℓ rather than a maximum.
///
/// Near a fixed point EM multiplies a displacement by a matrix whose eigenvalues are all below 1 at a maximum, and one of
/// which is above 1 at a saddle (Dempster, Laird & Rubin 1977). In the right product the matrix is symmetric, so that
/// Lanczos's method finds the largest from a few EM steps: each is a multiplication, and what is orthogonal to the
/// displacements so far is multiplied next. Where it is above 1, EM from either side of the point shows whether ℓ rises.
struct SaddleSearch {
  private let problem: EMProblem
  private let threads: Int
  private let scratch: AlignedBuffer

  /// EM steps: at least so many, until one more raises the estimate by less than `least`, and at most.
  private static let repetitions = 6...24
  private static let least = 2e-3
  /// The length of a displacement, in units of `DisplacementFrame.size`.
  private static let reach = 1e-3
  /// The push that starts EM beside the point, in standard deviations.
  private static let push = 0.1
  private static let steps = 60

  init(_ problem: EMProblem, threads: Int) {
    self.problem = problem
    self.threads = problem.worthwhile(threads)
    scratch = AlignedBuffer(count: problem.rows.scratchCount(components: problem.components + 1))
  }

  /// How much higher ℓ gets from beside the end of a run, in nats; nil where that is no more than the run itself might
  /// still gain.
  func gain(from run: EMRun) -> Double? {
    guard problem.components > 1, let end = run.history.last, let level = run.trace.last,
      let frame = DisplacementFrame(at: end), let direction = growingDirection(in: frame)
    else { return nil }
    let enough = level + Verdict.gainLimit + Verdict.remainingGain(run.trace)
    var best = level
    for sign in [1.0, -1] {
      var place = frame.displaced(by: direction, sign * Self.push / direction.largest)
      for _ in 0..<Self.steps where best <= enough {
        guard let (next, value) = step(place) else { break }
        (place, best) = (next, max(best, value))
      }
    }
    return best > enough ? best - level : nil
  }

  /// The displacement that EM makes grow most; nil when all shrink.
  private func growingDirection(in frame: DisplacementFrame) -> Displacement? {
    guard let image = step(frame.center)?.next else { return nil }
    func applied(to displacement: Displacement) -> Displacement? {
      let scale = Self.reach / frame.size(of: displacement)
      guard
        var result = step(frame.displaced(by: displacement, scale)).map({
          frame.displacement(from: image, to: $0.next)
        })
      else { return nil }
      result *= 1 / scale
      return result
    }
    // Once through EM, it lies within what the family allows.
    guard var next = applied(to: .random(like: frame.center)) else { return nil }
    var basis: [Displacement] = []
    var products = Matrix(rows: Self.repetitions.upperBound, columns: Self.repetitions.upperBound)
    var (growth, combination): (Double, [Double]) = (0, [])
    for repetition in 1...Self.repetitions.upperBound {
      let size = frame.size(of: next)
      guard size > 1e-9 else { break }
      next *= 1 / size
      if repetition > 1 { products[repetition - 1, repetition - 2] = size }
      basis.append(next)
      guard let image = applied(to: next) else { return nil }
      next = image
      // Twice, since the first time leaves rounding behind.
      for pass in 0..<2 {
        for (i, direction) in basis.enumerated() {
          let part = frame.inner(direction, next)
          if pass == 0 { products[i, repetition - 1] = part }
          next.add(direction, times: -part)
        }
      }
      let before = growth
      let eigen = SymmetricEigen(Self.symmetric(products, repetition))
      growth = eigen.values[repetition - 1]
      combination = eigen.vectors[column: repetition - 1]
      // The estimate only rises.
      if repetition >= Self.repetitions.lowerBound, growth - before < Self.least { break }
    }
    guard growth > 1.001, var direction = basis.first else { return nil }
    direction *= combination[0]
    for i in 1..<max(basis.count, 1) { direction.add(basis[i], times: combination[i]) }
    return direction
  }

  /// The symmetric part of a corner.
  private static func symmetric(_ matrix: Matrix, _ count: Int) -> Matrix {
    var result = Matrix(rows: count, columns: count)
    for i in 0..<count {
      for j in 0..<count { result[i, j] = (matrix[i, j] + matrix[j, i]) / 2 }
    }
    return result
  }

  /// One EM step, and ℓ before it; nil where a covariance cannot be factored.
  private func step(_ parameters: Parameters) -> (next: Parameters, logLikelihood: Double)? {
    guard let kernel = KernelMixture(parameters, structure: problem.structure) else { return nil }
    let sums = problem.pass(kernel, scratch: scratch, threads: threads)
    guard sums.logLikelihood.isFinite else { return nil }
    let level = problem.objective(parameters, sums.logLikelihood)
    return (problem.mStep(from: parameters, kernel, sums).parameters, level)
  }
}
