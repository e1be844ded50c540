internal import Mixtures
internal import Wording

/// What a reader of a fit must be told: doubts about its convergence, spurious optima, repairs, a floor that matters.
struct FitWarnings {
  private let fitted: FittedMixture
  private var fit: EMFit { fitted.fit }

  /// A part of a variance that the floor may be without being spoken of.
  private static let noticeableFloor = 0.01
  /// What the floor may change of the score, in nats a row, without being spoken of.
  private static let noticeableGain = 0.001

  init(_ fitted: FittedMixture) { self.fitted = fitted }

  func raise(in session: inout Session) {
    if !fit.outcome.isConverged {
      let parts = "\(fit.outcome)".split(separator: "; ", maxSplits: 1).map(String.init)
      session.warn(
        (fit.variational == nil ? "EM " : "the variational fit ") + parts[0], hint: parts.count > 1 ? parts[1] : nil)
    }
    if let spurious = fit.spurious {
      session.warn("this fit may be spurious: \(spurious)", hint: "try fewer components or a simpler covariance family")
    }
    // A variational fit is meant to leave components empty.
    if fit.variational == nil, let component = fit.nearlyEmpty.first {
      session.warn(
        "component \(component + 1) holds less than one row, \(NumberFormat.significant(2).string(fit.mixture.weights[component] * Double(fit.n))) of \(fit.n)",
        hint: "try fewer components")
    }
    if let repair = fit.repairs.first {
      session.warn("a component had to be re-seeded: \(repair.cause)")
    }
    raiseFloor(in: &session)
  }

  private func raiseFloor(in session: inout Session) {
    let share = fit.floorShare
    guard share > Self.noticeableFloor, fit.spurious == nil else { return }
    let effect: String
    switch fit.scoreWithoutFloor() {
    case .success(let score):
      if abs(score - fit.score) < Self.noticeableGain { return }
      let format = NumberFormat.fixed(3)
      effect = "the score is \(format.string(fit.score)), and \(format.string(score)) without it"
    case .failure: effect = "without it a component collapses"
    }
    let cure: String? =
      if case .absolute = fit.options.floor {
        "leave regularization out to have a floor relative to each column’s variance"
      } else { nil }
    session.warn(
      "the floor makes up as much as \(NumberFormat(.percent).string(share)) of a component’s variance: \(effect)",
      hint: cure)
  }
}
