/// Why a fit has no standard errors, or a test no answer. Components count from 0 here, from 1 in the message.
package enum UncertaintyError: Error, Sendable, Hashable {
  /// The likelihood has no curvature there, or the wrong one.
  case flat(Role, Outcome)
  /// The fit lies this many standard errors from the maximum.
  case apart(distance: Double, Outcome)
  case spurious(Spurious)
  case coinciding(Int, Int)
  /// EM rests there, but ℓ rises by at least this many nats nearby.
  case saddle(Double)
  case tooFewReplicates(sound: Int, BootstrapTally)
  case noSoundFit(components: Int)
  /// Rows cannot be drawn from a mixture with noise, which has a volume but no place.
  case noiseHasNoPlace
  /// The fit does not maximise the likelihood, but a bound on the evidence.
  case variational
  /// The fit maximises the likelihood times a prior.
  case prior
  case failed(FitError)

  /// What a free number of a mixture belongs to.
  package enum Role: Sendable, Hashable {
    case weight(Int)
    case noise
    case mean(Int)
    /// Of one component, or of all.
    case covariance([Int])
  }

  /// Standard errors that the maximum may lie from a fit before its curvature says nothing of that of the maximum.
  static let distanceLimit = 1.0
}

extension UncertaintyError: CustomStringConvertible {
  /// Cause, then cure where there is one.
  package var description: String {
    switch self {
    case .flat(let role, let outcome):
      "the log-likelihood does not fall on every side of the fit (it is flat or rises along \(role)), so the fit is not "
        + "at a maximum and has no standard errors from its curvature; "
        + (outcome == .limit
          ? "raise max_iterations" : "lower the tolerance, try other starts, or ask for fewer components")
    case .apart(let distance, let outcome):
      "the fit is not at a maximum of the log-likelihood, which lies about \(Self.brief(distance)) standard errors away, "
        + "so it has no standard errors from its curvature; "
        + (outcome == .limit
          ? "raise max_iterations"
          : "lower the tolerance, or lower the floor (regularization) where that is what holds it")
    case .spurious(let spurious):
      "\(spurious); a spike of the likelihood has no standard errors that mean anything; ask for fewer components, a "
        + "simpler covariance or a larger floor"
    case .coinciding(let a, let b):
      "components \(a + 1) and \(b + 1) lie on top of each other, so the fit is not at a maximum and its parameters have "
        + "no standard errors; try another start or fewer components"
    case .saddle(let gain):
      "the fit rests at a saddle of the log-likelihood, from which a small push gains \(Self.brief(gain)) nats, so its "
        + "parameters have no standard errors; try another start"
    case .tooFewReplicates(let sound, let tally):
      "only \(sound) of \(tally.replicates) replicates gave a sound fit (\(tally.failed) failed, \(tally.spurious) were "
        + "spurious), too few for standard errors; ask for fewer components, a simpler covariance or a larger floor"
    case .noSoundFit(let components):
      "no start gave a sound fit of \(components) components, so they cannot be tested; ask for a simpler covariance or "
        + "a larger floor"
    case .noiseHasNoPlace:
      "rows cannot be drawn from a mixture with noise, which has a volume but no place; draw from the rows instead "
        + "(type: nonparametric or weighted)"
    case .variational:
      "a variational fit does not maximise the likelihood, which this is about; fit the mixture by EM (method: em)"
    case .prior:
      "the fit has a prior, so it is at no maximum of the likelihood, whose curvature gives standard errors; take them from "
        + "the bootstrap (method: bootstrap)"
    case .failed(let error): "\(error)"
    }
  }

  /// One decimal.
  private static func brief(_ x: Double) -> String { "\((x * 10).rounded() / 10)" }
}

extension UncertaintyError.Role: CustomStringConvertible {
  package var description: String {
    switch self {
    case .weight(let k): "the weight of component \(k + 1)"
    case .noise: "the weight of the noise"
    case .mean(let k): "the mean of component \(k + 1)"
    case .covariance(let components) where components.count == 1: "the covariance of component \(components[0] + 1)"
    case .covariance: "the covariance of all components"
    }
  }
}
