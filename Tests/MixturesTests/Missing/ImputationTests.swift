import Mixtures
import Testing

/// Expected values and uncertainty of missing cells, against the textbook's formulas written out plainly.
@Suite struct ImputationTests {
  /// E and Var of x₂ given x₁ under one Gaussian: the regression line and what it leaves.
  @Test func oneComponentIsARegression() throws {
    let samples = try MissingData.faithful()
    let fit = try EMFit.fit(samples, EMOptions(components: 1))
    let (mean, covariance) = (fit.mixture.means[row: 0], fit.mixture.covariances[0])
    for cell in fit.imputed {
      let (j, l) = (cell.column, 1 - cell.column)
      let given = samples[cell.row, l]
      let slope = covariance[j, l] / covariance[l, l]
      let expected = given.isNaN ? mean[j] : mean[j] + slope * (given - mean[l])
      let variance = covariance[j, j] - (given.isNaN ? 0 : slope * covariance[j, l])
      #expect(abs(cell.mean - expected) <= 1e-12 * abs(expected))
      #expect(abs(cell.deviation - variance.squareRoot()) <= 1e-12 * cell.deviation)
      let (low, high) = cell.interval(0.95)
      #expect(abs(high - low - 2 * 1.959963984540054 * cell.deviation) <= 1e-9 * cell.deviation)
      #expect(abs((low + high) / 2 - cell.mean) <= 1e-9 * cell.deviation)
    }
  }

  /// Σₖ rₖ x̂ₖ and Σₖ rₖ (Cₖ + x̂ₖ²) − (Σₖ rₖ x̂ₖ)², with Σ_mo Σ_oo⁻¹ by an inverse matrix.
  @Test func mixturesAgreeWithInverses() throws {
    let (samples, _) = try MissingData.random(seed: 81, rows: 80, dimension: 4, groups: 2)
    let fit = try EMFit.fit(samples, EMOptions(components: 2, restarts: 2))
    let mixture = fit.mixture
    let cells = fit.imputed
    #expect(cells.count == samples.values.count(where: \.isNaN))
    for cell in cells {
      let row = Array(samples[row: cell.row])
      let observed = row.indices.filter { !row[$0].isNaN }
      let marginal = mixture.marginal(columns: observed)
      var shares = mixture.weights
      if !observed.isEmpty { shares = Naive(mixture: marginal).responsibilities(observed.map { row[$0] }) }
      var (first, second) = (0.0, 0.0)
      for k in 0..<2 {
        var (mean, variance) = (mixture.means[k, cell.column], mixture.covariances[k][cell.column, cell.column])
        if !observed.isEmpty {
          let inverse = try #require(Cholesky(marginal.covariances[k])).inverse
          for (a, j) in observed.enumerated() {
            for (b, l) in observed.enumerated() {
              let weight = mixture.covariances[k][cell.column, j] * inverse[a, b]
              mean += weight * (row[l] - mixture.means[k, l])
              variance -= weight * mixture.covariances[k][l, cell.column]
            }
          }
        }
        first += shares[k] * mean
        second += shares[k] * (variance + mean * mean)
      }
      #expect(abs(cell.mean - first) <= 1e-9 * (1 + abs(first)))
      #expect(abs(cell.deviation * cell.deviation - (second - first * first)) <= 1e-8 * (1 + second))
    }
    let completed = fit.completed
    for i in 0..<80 {
      for j in 0..<4 {
        let known = samples[i, j]
        let expected = known.isNaN ? try #require(cells.first { $0.row == i && $0.column == j }).mean : known
        #expect(completed[i, j] == expected)
      }
    }
  }

  /// A mixture of two far groups leaves a gap between them: the interval is that of the distribution, not of a bell.
  @Test func intervalsAreQuantilesOfTheMixture() throws {
    let mixture = try GaussianMixture(
      weights: [0.5, 0.5], means: Matrix([[0, 0], [10, 0]])!,
      covariances: [.diagonal([1, 1]), .diagonal([1, 1])])
    let samples = try Samples(values: [1, 1, .nan, 0], columnNames: ["x", "y"], allowingMissing: true)
    let cells = mixture.imputed(samples)
    #expect(cells.count == 1 && cells[0].row == 1 && cells[0].column == 0)
    #expect(abs(cells[0].mean - 5) < 1e-12)
    #expect(abs(cells[0].deviation - 26.0.squareRoot()) < 1e-12)
    // Half of 0.05 of all is 0.05 of one half: ±1.6449 about either mean.
    let (low, high) = cells[0].interval(0.95)
    #expect(abs(low + 1.6448536269514722) < 1e-9 && abs(high - 11.6448536269514722) < 1e-9)
  }

  @Test func completeRowsHaveNothingToImpute() throws {
    let samples = try Reference.samples("faithful")
    let fit = try EMFit.fit(samples, EMOptions(components: 2, restarts: 1))
    #expect(fit.imputed.isEmpty)
    #expect(fit.completed.values == samples.values)
  }
}
