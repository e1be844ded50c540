import Mixtures
import Testing

/// The laws of EM over every family and start, on random data, in plain arithmetic.
@Suite struct EMLawTests {
  @Test(arguments: CovarianceFamily.all)
  func hold(_ family: CovarianceFamily) {
    var fitted = 0
    for seed in UInt64(0)..<7 {
      for start in 0..<LawCase.starts {
        let floor = [Floor.none, .none, .relative(1e-6), .absolute(1e-2)][Int((seed + UInt64(start)) % 4)]
        let drawn = LawCase(seed: 100 * seed + UInt64(start), family: family, start: start, floor: floor)
        guard let fit = drawn.fit() else { continue }
        fitted += 1
        guard let violation = LawCheck(fit).violation() else { continue }
        let least = drawn.shrunk()
        Issue.record("\(least): \(least.violation() ?? violation) (found as \(drawn): \(violation))")
      }
    }
    // The others have a component that collapses without a floor.
    #expect(fitted > 30)
  }

  @Test(arguments: CovarianceFamily.all)
  func aFloorIsAddedBeforeTheProjection(_ family: CovarianceFamily) throws {
    let data = try RandomData(seed: 21, rows: 80, dimension: 3, groups: 2)
    func start(_ floor: Floor) throws -> GaussianMixture {
      try EMFit.fit(
        data.samples,
        EMOptions(components: 2, family: family, start: .labels(data.labels), maxIterations: 1, floor: floor)
      ).steps[0].mixture
    }
    // The floor is the covariance of noise of two values, which doubling every row adds without moving a mean.
    let raised = try start(.absolute(0.3))
    let spread = 0.3.squareRoot()
    var values: [Double] = []
    var labels: [Int] = []
    for i in 0..<80 {
      for corner in 0..<8 {
        values += (0..<3).map { data.samples[i, $0] + (corner >> $0 & 1 == 0 ? spread : -spread) }
        labels.append(data.labels[i])
      }
    }
    let noisy = try EMFit.fit(
      Samples(values: values, dimension: 3),
      EMOptions(components: 2, family: family, start: .labels(labels), maxIterations: 1, floor: .none)
    ).steps[0].mixture
    for k in 0..<2 {
      for e in 0..<9 { #expect(abs(noisy.covariances[k].values[e] - raised.covariances[k].values[e]) <= 1e-9) }
    }
  }
}
