/// What became of one start.
package struct StartSummary: Sendable, Hashable {
  /// Counted from 0.
  package let index: Int
  /// ℓ of every iteration, 0 being the start; empty when the start failed.
  package let trace: [Double]
  /// Where its components were along the iterations, thinned out where there are many; empty when the start failed.
  package let path: [Waypoint]
  /// Nil when the start failed.
  package let outcome: Outcome?
  package let spurious: Spurious?
  package let repairs: [Repair]
  /// Why the start failed.
  package let failure: FitError?

  /// M-steps made.
  package var iterations: Int { max(trace.count - 1, 0) }
  /// The last ℓ, in nats.
  package var logLikelihood: Double? { trace.last }

  init(index: Int, run: EMRun, shift: [Double], spurious: Spurious?) {
    self.index = index
    trace = run.trace
    path = Waypoint.path(of: run, shift: shift)
    outcome = Verdict.outcome(of: run)
    self.spurious = spurious
    repairs = run.repairs
    failure = nil
  }

  init(index: Int, failure: FitError) {
    self.index = index
    trace = []
    path = []
    outcome = nil
    spurious = nil
    repairs = []
    self.failure = failure
  }
}
