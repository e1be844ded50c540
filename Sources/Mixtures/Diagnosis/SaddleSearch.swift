/// Whether the point where EM came to rest is a saddle of ℓ rather than a maximum.
///
/// Near a fixed point EM multiplies a displacement by a matrix whose eigenvalues are all below 1 at a maximum, and one of
/// which is above 1 at a saddle (Dempster, Laird & Rubin 1977). Repeating EM on a small displacement, scaled back each
/// time, finds the largest. Where it is above 1, EM from either side of the point shows whether ℓ rises.
struct SaddleSearch {
  private let problem: EMProblem
  private let threads: Int
  private let scratch: AlignedBuffer

  private static let repetitions = 6...40
  /// The length of a displacement, in units of `Displacement.size`.
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
    var direction = Displacement.random(like: frame.center)
    var growth = 0.0
    for repetition in 1...Self.repetitions.upperBound {
      let start = frame.displaced(by: direction, Self.reach / frame.size(of: direction))
      guard let next = step(start)?.next else { return nil }
      let before = growth
      direction = frame.displacement(from: image, to: next)
      growth = frame.size(of: direction) / Self.reach
      guard growth > 1e-9 else { return nil }
      // The estimate only rises, slowly where a small part of the displacement grows fastest.
      if repetition >= Self.repetitions.lowerBound, growth - before < 5e-4 { break }
    }
    return growth > 1.001 ? direction : nil
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
