internal import Mixtures
package import Reports
internal import Wording

extension FitErrors: Tabulated {
  /// More columns than this have too many covariances between them to be read.
  private static let mostCovarying = 3

  /// One row a parameter and component: estimate, standard error and interval.
  ///
  /// The numbers of a parameter share their decimals, so many that the smallest error shows two digits.
  package func reportTable(columns shown: [String]?, decimals: Int?) -> Report.Table {
    let shownPlaces = places(shown: shown)
    var lines = rows("weight", components.map { ($0, errors[.weight($0)]) }, decimals)
    if fitted.fit.mixture.noise != nil { lines += rows("weight", [(nil, errors[.noise])], decimals) }
    for j in shownPlaces {
      let name = fitted.variable(j).title
      lines += rows("mean of \(name)", components.map { ($0, errors[.mean($0, j)]) }, decimals)
      lines += rows("sd of \(name)", components.map { ($0, errors[.deviation($0, j)]) }, decimals)
    }
    for (second, i) in shownPlaces.enumerated() where showsCovariances(shownPlaces) {
      for j in shownPlaces[..<second] {
        let title = "covariance of \(fitted.variable(j).name) and \(fitted.variable(i).name)"
        lines += rows(title, components.map { ($0, errors[.covariance($0, i, j)]) }, decimals)
      }
    }
    return Report.Table(
      caption: [.text("Parameters of the mixture, \(fitted.model), and their standard errors.")],
      columns: [
        .init([.text("parameter")], isRowHeader: true), .init([.text("component")]),
        .init([.text("estimate")], alignment: .right), .init([.text("standard error")], alignment: .right),
        .init([.text("\(percent) from")], alignment: .right), .init([.text("to")], alignment: .right),
      ], rows: lines)
  }

  package var tableNote: String? {
    method
      + (places(shown: nil).count > Self.mostCovarying && hasCovariances
        ? " Covariances are shown of at most \(spelled(Self.mostCovarying)) columns." : "")
  }

  private func places(shown: [String]?) -> [Int] {
    fitted.columns.indices.filter { shown?.contains(fitted.columns[$0].name) ?? true }
  }

  /// Whether the family lets columns vary together.
  private var hasCovariances: Bool {
    fitted.fit.mixture.covariances.contains { covariance in
      covariance.values.indices.contains { e in
        e / covariance.columns != e % covariance.columns && covariance.values[e] != 0
      }
    }
  }

  private func showsCovariances(_ places: [Int]) -> Bool { hasCovariances && places.count <= Self.mostCovarying }

  private func rows(_ title: String, _ estimates: [(k: Int?, ParameterErrors.Estimate)], _ decimals: Int?)
    -> [[[Phrase]]]
  {
    let shared = decimals ?? Self.decimals(of: estimates.map(\.1.error))
    return estimates.map { k, estimate in
      let numbers = alignedNumbers(
        [estimate.value, estimate.error, estimate.low, estimate.high], decimals: shared)
      return [[.text(title)], [k.map { .component($0, [.text(componentName($0))]) } ?? .text("noise")]]
        + numbers.map { [.value($0)] }
    }
  }

  /// Two digits of the smallest error.
  private static func decimals(of errors: [Double]) -> Int? {
    guard let least = errors.filter({ $0 > 0 && $0.isFinite }).min() else { return 3 }
    let wanted = max(1 - decade(of: least), 0)
    return wanted > 9 ? nil : wanted
  }
}
