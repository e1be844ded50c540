/// What became of one start.
package struct StartSummary: Sendable, Hashable {
  /// Counted from 0.
  package let index: Int
  /// What is climbed, of every iteration, 0 being the start: ℓ, with a prior ℓ + its logarithm, and the bound of a
  /// variational fit. Empty when the start failed.
  package let trace: [Double]
  /// Some of its iterations, with the parameters they led to; nil when the start failed.
  private let course: Course?
  /// Nil when the start failed, or was a short run not followed further.
  package private(set) var outcome: Outcome?
  package let spurious: Spurious?
  package let repairs: [Repair]
  /// Why the start failed.
  package let failure: FitError?
  /// The last ℓ, in nats; of a variational fit that of its plug-in mixture. Nil when the start failed.
  package let logLikelihood: Double?
  /// Whether it was a short run that was not among the best, and so not followed to its end.
  package let isAbandoned: Bool

  /// M-steps made.
  package var iterations: Int { max(trace.count - 1, 0) }
  /// The end of the trace, in nats.
  package var objective: Double? { trace.last }
  /// Where its components were along the iterations, thinned out where there are many; empty when the start failed.
  package var path: [Waypoint] {
    guard let course else { return [] }
    return zip(course.iterations, course.history).map { Waypoint($0, $1.mixture(shift: course.shift)) }
  }

  private struct Course: Sendable, Hashable {
    let iterations: [Int]
    let history: ParameterHistory
    let shift: [Double]
  }

  init(index: Int, run: EMRun, of problem: EMProblem, spurious: Spurious?, isAbandoned: Bool = false) {
    self.index = index
    trace = run.trace
    let (iterations, history) = run.history.thinned
    course = Course(iterations: iterations, history: history, shift: problem.rows.shift)
    outcome = isAbandoned ? nil : Verdict.outcome(of: run)
    self.spurious = spurious
    repairs = run.repairs
    failure = nil
    logLikelihood = run.logLikelihood(at: run.iterations, problem)
    self.isAbandoned = isAbandoned
  }

  init(index: Int, failure: FitError) {
    self.index = index
    trace = []
    course = nil
    outcome = nil
    spurious = nil
    repairs = []
    self.failure = failure
    logLikelihood = nil
    isAbandoned = false
  }

  /// The same start with a verdict reached on a closer look.
  func judged(_ outcome: Outcome) -> StartSummary {
    var result = self
    result.outcome = outcome
    return result
  }
}
