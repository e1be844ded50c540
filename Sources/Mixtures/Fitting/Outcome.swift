/// How a run of EM ended. Reaching the tolerance stops it; whether it converged is a verdict on top.
package enum Outcome: Sendable, Hashable {
  /// The tolerance was reached, and nothing speaks against a maximum of the likelihood.
  case converged
  /// The tolerance was reached, but this speaks against convergence.
  case stopped(Doubt)
  /// The iteration limit was reached first.
  case limit

  package enum Doubt: Sendable, Hashable {
    /// Aitken's extrapolation promises this many more nats of ℓ; 0.01 or more is too much.
    case remainingGain(Double)
    /// The last step moved a component by this many of its standard deviations; 0.01 or more is too much.
    case largeStep(Double)
    /// Two components, counted from 0, have the same mean and covariance for all that rows could tell.
    case coinciding(Int, Int)
    /// EM rests, but a small push lets ℓ rise by at least this many nats.
    case saddle(Double)
  }

  package var isConverged: Bool { self == .converged }
}

extension Outcome: CustomStringConvertible {
  package var description: String {
    switch self {
    case .converged: "converged"
    case .limit: "stopped at the iteration limit before reaching the tolerance; raise max_iterations"
    case .stopped(.remainingGain(let gain)) where gain.isFinite:
      "stopped by the tolerance with about \(Self.brief(gain)) nats still to gain; lower the tolerance"
    case .stopped(.remainingGain):
      "stopped by the tolerance while its steps were not shrinking; lower the tolerance"
    case .stopped(.largeStep(let step)):
      "stopped by the tolerance with a last step of \(Self.brief(step)) standard deviations; lower the tolerance"
    case .stopped(.coinciding(let a, let b)):
      "stopped with components \(a + 1) and \(b + 1) on top of each other; try another start or fewer components"
    case .stopped(.saddle(let gain)):
      "stopped near a saddle point, from where a small push gains \(Self.brief(gain)) nats; try another start"
    }
  }

  /// Two decimals.
  private static func brief(_ x: Double) -> String { "\((x * 100).rounded() / 100)" }
}
