internal import Mixtures
internal import Tables

/// A prediction as columns of a table.
struct PredictionTable {
  let columns: [Column]

  /// What it has before the responsibilities.
  private static let leading = ["label", "uncertainty", "log_density", "outlier"]

  /// The names of its columns.
  ///
  /// - Parameter parts: as `GaussianMixture.partNames` gives them.
  static func names(parts: [String]) -> [String] { leading + parts.map { "responsibility_\($0)" } }

  init(_ prediction: Prediction, of mixture: GaussianMixture) {
    let names = Self.names(
      parts: GaussianMixture.partNames(components: mixture.components, hasNoise: mixture.noise != nil))
    let labels = prediction.labels.map { $0.map { mixture.number(ofLabel: $0) } ?? .nan }
    let shares = prediction.responsibilities
    columns = zip(
      names,
      [labels, prediction.uncertainties, prediction.logDensities, prediction.outliers]
        + (0..<shares.columns).map { shares[column: $0] }
    ).map { Column($0, numbers: $1) }
  }

  /// The table as a file, each row under the number it has in the file it was read from.
  func csv(rowNumbers: RowNumbers) throws -> [UInt8] {
    try Table(columns: [Column("row", numbers: rowNumbers.map(Double.init))] + columns).csv()
  }
}

extension GaussianMixture {
  /// The number by which notebooks know a label that counts from 0: from 1 on for the components, 0 for the noise.
  func number(ofLabel label: Int) -> Double { label == components ? 0 : Double(label + 1) }
}

extension FittedMixture {
  /// The rows of the fit, judged by it; those that lack a cell by the columns they have.
  func prediction() throws -> PredictionTable {
    PredictionTable(try fit.mixture.predict(fit.samples.values, marginalizing: true), of: fit.mixture)
  }
}
