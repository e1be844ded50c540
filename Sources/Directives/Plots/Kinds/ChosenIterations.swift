internal import Mixtures
internal import Notebooks

/// `iterations:`, those of a fit that a figure shows.
///
/// Iteration t, counted from 1, is the E step on the parameters of t − 1 and the M step after it; 0 is the start.
struct ChosenIterations: Sendable {
  static let doc = OptionDoc("iterations", "whole numbers", "the iterations drawn, from 1; telling ones when absent")

  private let given: Located<[Int]>?

  init(_ options: inout Options, atMost most: Int) {
    let place = options.location(of: "iterations")
    let chosen = options.wholeNumbers("iterations")
    if let chosen, chosen.count > most {
      options.fail("\(chosen.count) iterations are too many for one figure", at: place, hint: "choose at most \(most)")
    }
    given = chosen.map { Located($0, at: place) }
  }

  /// Ascending.
  func shown(of fit: EMFit, otherwise usual: [Int]) throws -> [Int] {
    guard let given else { return usual }
    if let beyond = given.value.first(where: { $0 > fit.iterations }) {
      throw Diagnostic.error(
        "iteration \(beyond) is not one of this fit", at: given.location,
        hint: "it made iterations 1 to \(fit.iterations)")
    }
    return given.value
  }
}
