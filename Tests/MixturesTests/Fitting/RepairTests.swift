import Mixtures
import Testing

@Suite struct RepairTests {
  /// scikit-learn moves an empty component to mean 0; here it starts again at the row explained worst.
  @Test(arguments: CovarianceFamily.all)
  func aComponentWithoutRowsStartsAgainAtTheWorstRow(_ family: CovarianceFamily) throws {
    let data = try RandomData(seed: 72, rows: 100, dimension: 2, groups: 2, separation: 10)
    let samples = data.samples
    let variance = samples.covariance.diagonal.reduce(0, +) / 2
    let unit = Matrix.identity(2, scale: 1 / variance)
    let precisions: Precisions =
      switch family.precisionShape {
      case .full: .full([unit, unit])
      case .tied: .tied(unit)
      case .diagonal: .diagonal(Matrix(rows: 2, columns: 2, repeating: 1 / variance))
      case .spherical: .spherical([1 / variance, 1 / variance])
      }
    let far = Matrix([samples.mean, samples.mean.map { $0 + 1e6 }])
    let fit = try EMFit.fit(
      samples,
      EMOptions(
        components: 2, family: family, start: .given(means: far, weights: nil, precisions: precisions), tolerance: 1e-9)
    )
    #expect(fit.repairs.count == 1)
    #expect(fit.repairs.first?.cause == .empty(component: 1, iteration: 1))
    let start = Naive(mixture: fit.steps[0].mixture)
    let worst = (0..<100).min { a, b in
      start.logDensity(Array(samples[row: a])) < start.logDensity(Array(samples[row: b]))
    }
    #expect(fit.repairs.first?.row == worst)
    #expect((0..<2).allSatisfy { fit.mixture.weights[$0] > 0.01 })
    for step in fit.steps { #expect(Membership.violation(of: family, by: step.mixture.covariances) == nil) }
    #expect(fit.certificate().filter { !$0.holds }.isEmpty)
  }
}
