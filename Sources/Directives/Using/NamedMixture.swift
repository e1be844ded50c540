internal import Mixtures
internal import Tables
internal import Wording

/// A mixture that is no fit of its own: one conditioned on values, reduced to some columns, or read from a file.
package struct NamedMixture: MixtureSource {
  package static let kind = "mixture"

  let mixture: GaussianMixture
  let columns: [ColumnShape]
  /// Where it comes from: `g given waiting 70 min`.
  let origin: String

  var model: String { "\(origin), K = \(mixture.components)" }

  package static let members: [Member<NamedMixture>] = [
    Member("components", "number of components K", .number) { .number(Double($0.mixture.components)) },
    Member("columns", "names of the columns it is of", .list(.text)) { .list($0.columns.map { .text($0.name) }) },
    Member("weights", "πₖ, one a component", .column(.number)) { .numbers($0.mixture.weights) },
    Member("means", "μₖ, one a component, each by columns", .list(.any)) { $0.recordedMeans },
    Member("covariances", "Σₖ, one a component, each by columns and columns", .list(.any)) { $0.recordedCovariances },
    Member("mean", "mean of the whole mixture, by columns", .any) { .object($0.record($0.mixture.mean)) },
    Member("sd", "standard deviation of the whole mixture, by columns", .any) { named in
      .object(named.record(named.mixture.covariance.diagonal.map { $0.squareRoot() }))
    },
    Member("quantiles", "of one column: its 1 % to 99 % quantiles; quantiles[5] is the 5 % quantile", .column(.number))
    {
      .numbers($0.quantiles((1...99).map { Double($0) / 100 }))
    },
    Member("median", "of one column: its median", .number) { .number($0.quantiles([0.5]).first ?? .nan) },
  ]

  /// Members that only a mixture of one column has.
  private static let ofOneColumn = ["quantiles", "median"]

  /// What is known of it before the run.
  ///
  /// - Parameter parts: what its components are called in names of columns; `nil` when their number is not known.
  static func shape(columns: [ColumnShape], parts: [String]?) -> ObjectShape {
    let record = Shape.record(columns.map(\.name))
    var shape = ObjectShape(
      of: NamedMixture.self,
      shapes: [
        "means": .list(record), "covariances": .list(.record(columns.map(\.name), of: record)), "mean": record,
        "sd": record,
      ], columns: columns, parts: parts)
    if columns.count > 1 { shape.members.removeAll { ofOneColumn.contains($0.name) } }
    return shape
  }

  /// None for several columns.
  private func quantiles(_ shares: [Double]) -> [Double] {
    columns.count == 1 ? shares.map(mixture.quantile) : []
  }
}
