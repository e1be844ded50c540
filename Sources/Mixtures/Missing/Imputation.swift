/// What a mixture says of a missing cell, given the row's observed cells: a mixture in one dimension, with the row's
/// responsibilities as weights and each component's conditional mean and variance.
package struct ImputedCell: Sendable {
  /// Counted from 0.
  package let row: Int
  /// Counted from 0.
  package let column: Int
  /// Σₖ rₖ N(xⱼ | x̂ₖⱼ, Cₖⱼⱼ), in data units.
  package let distribution: GaussianMixture

  /// E(xⱼ | x_o) = Σₖ rₖ x̂ₖⱼ
  package var mean: Double { distribution.mean[0] }
  /// The square root of Var(xⱼ | x_o) = Σₖ rₖ (Cₖⱼⱼ + (x̂ₖⱼ − E xⱼ)²).
  package var deviation: Double { distribution.covariance[0, 0].squareRoot() }

  /// The two quantiles between which the cell lies with this probability, equal parts beyond either.
  package func interval(_ probability: Double) -> (low: Double, high: Double) {
    let tail = (1 - probability) / 2
    return (distribution.quantile(tail), distribution.quantile(1 - tail))
  }
}

extension GaussianMixture {
  /// Every missing cell of some rows, row by row; of a row beyond the range of doubles none.
  ///
  /// The uncertainty is that of the cell under these parameters; that of the parameters themselves is not in it.
  ///
  /// - Precondition: the rows have the mixture's dimension, and the mixture has no noise.
  package func imputed(_ samples: Samples) -> [ImputedCell] {
    if samples.isComplete { return [] }
    return (0..<samples.rowCount).flatMap { i -> [ImputedCell] in
      let row = Array(samples[row: i])
      let missing = row.indices.filter { row[$0].isNaN }
      let given = row.indices.filter { !row[$0].isNaN }.map { (column: $0, value: row[$0]) }
      guard !missing.isEmpty, let conditional = conditional(columns: missing, given: given) else { return [] }
      return missing.enumerated().map { place, column in
        ImputedCell(row: i, column: column, distribution: conditional.mixture.marginal(columns: [place]))
      }
    }
  }
}

extension EMFit {
  /// Every missing cell of the fitted rows, row by row.
  package var imputed: [ImputedCell] { mixture.imputed(samples) }

  /// n × d: the rows with every missing cell at its expectation.
  package var completed: Matrix {
    var result = Matrix(rows: n, columns: samples.dimension, values: samples.values)
    for cell in imputed { result[cell.row, cell.column] = cell.mean }
    return result
  }
}
