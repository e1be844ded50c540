/// What became of one start.
package struct StartSummary: Sendable, Hashable {
  /// Counted from 0.
  package let index: Int
  /// ℓ of every iteration, 0 being the start; empty when the start failed.
  package let trace: [Double]
  /// Where its components were along the iterations, thinned out where there are many; empty when the start failed.
  package let path: [Waypoint]
  /// Nil when the start failed, or was a short run not followed further.
  package private(set) var outcome: Outcome?
  package let spurious: Spurious?
  package let repairs: [Repair]
  /// Why the start failed.
  package let failure: FitError?
  /// Whether it was a short run that was not among the best, and so not followed to its end.
  package let isAbandoned: Bool

  /// M-steps made.
  package var iterations: Int { max(trace.count - 1, 0) }
  /// The last ℓ, in nats.
  package var logLikelihood: Double? { trace.last }

  init(index: Int, run: EMRun, shift: [Double], spurious: Spurious?, isAbandoned: Bool = false) {
    self.index = index
    trace = run.trace
    path = Waypoint.path(of: run, shift: shift)
    outcome = isAbandoned ? nil : Verdict.outcome(of: run)
    self.spurious = spurious
    repairs = run.repairs
    failure = nil
    self.isAbandoned = isAbandoned
  }

  init(index: Int, failure: FitError) {
    self.index = index
    trace = []
    path = []
    outcome = nil
    spurious = nil
    repairs = []
    self.failure = failure
    isAbandoned = false
  }

  /// The same start with a verdict reached on a closer look.
  func judged(_ outcome: Outcome) -> StartSummary {
    var result = self
    result.outcome = outcome
    return result
  }
}
