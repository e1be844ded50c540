import Mixtures
import Testing

@Suite struct StartTests {
  private static func first(_ data: RandomData, _ start: Start, _ family: CovarianceFamily = .full) throws
    -> GaussianMixture
  {
    try EMFit.fit(
      data.samples, EMOptions(components: 3, family: family, start: start, restarts: 1, maxIterations: 1, floor: .none)
    ).steps[0].mixture
  }

  /// scikit-learn starts random-from-data and kmeans++ with weights K / n and covariance 1e-6 I.
  @Test(arguments: CovarianceFamily.all, [1, 2, 4])
  func everyStartIsOnTheScaleOfTheData(_ family: CovarianceFamily, _ dimension: Int) throws {
    for seed in [UInt64(101), 102, 103] {
      let data = try RandomData(seed: seed, rows: 200, dimension: dimension, groups: 3)
      let other = try EMFit.fit(data.samples, EMOptions(components: 3, maxIterations: 5, seed: seed)).mixture
      let means = Matrix((0..<3).map { Array(data.samples[row: $0]) })
      for start in Start.unaided + [
        .labels(data.labels), .mixture(other), .given(means: means, weights: nil, precisions: nil),
      ] {
        let name: Comment = "seed \(seed), \(start.name)"
        let mixture = try Self.first(data, start, family)
        let variances = data.samples.covariance.diagonal
        #expect(abs(mixture.weights.reduce(0, +) - 1) < 1e-12, name)
        #expect(mixture.weights.allSatisfy { $0 > 0.01 }, name)
        let (least, largest) = (variances.reduce(.infinity, min), variances.reduce(0, max))
        for covariance in mixture.covariances {
          for j in 0..<dimension {
            #expect(covariance[j, j] > 1e-3 * least, name)
            #expect(covariance[j, j] < 4 * largest, name)
          }
        }
      }
    }
  }

  @Test(arguments: CovarianceFamily.all)
  func aFitStartsWhereAnotherEnded(_ family: CovarianceFamily) throws {
    let data = try RandomData(seed: 108, rows: 150, dimension: 3, groups: 3)
    let before = try EMFit.fit(data.samples, EMOptions(components: 3, family: family, maxIterations: 4)).mixture
    let mixture = before.reordered([2, 0, 1])
    let start = try Self.first(data, .mixture(mixture), family)
    #expect(start.weights == mixture.weights)
    for (a, b) in zip(start.means.values, mixture.means.values) { #expect(abs(a - b) <= 1e-12 * (1 + abs(b))) }
    for (a, b) in zip(start.covariances, mixture.covariances) {
      for (x, y) in zip(a.values, b.values) { #expect(abs(x - y) <= 1e-7 * b.diagonal.reduce(0, max)) }
    }
    #expect(throws: FitError.badStart(reason: "its mixture has 3 components in 3 dimensions, not 2 in 3")) {
      try EMFit.fit(data.samples, EMOptions(components: 2, start: .mixture(mixture)))
    }
  }

  @Test func labelsGiveTheMomentsOfTheirRows() throws {
    let data = try RandomData(seed: 104, rows: 120, dimension: 2, groups: 3)
    let mixture = try Self.first(data, .labels(data.labels))
    for k in 0..<3 {
      let rows = (0..<120).filter { data.labels[$0] == k }
      let own = try Samples(values: rows.flatMap { Array(data.samples[row: $0]) }, dimension: 2)
      #expect(abs(mixture.weights[k] - Double(rows.count) / 120) < 1e-14)
      for i in 0..<2 {
        #expect(abs(mixture.means[k, i] - own.mean[i]) < 1e-12 * (1 + abs(own.mean[i])))
        for j in 0..<2 { #expect(abs(mixture.covariances[k][i, j] - own.covariance[i, j]) < 1e-11) }
      }
    }
  }

  @Test func partsOfAStartMayBeLeftOut() throws {
    let data = try RandomData(seed: 105, rows: 120, dimension: 2, groups: 3)
    let means = Matrix([[0, 0], [1, 5], [-3, 2]])!
    let onlyMeans = try Self.first(data, .given(means: means, weights: nil, precisions: nil))
    #expect(onlyMeans.weights.allSatisfy { abs($0 - 1.0 / 3) < 1e-15 })
    for (a, b) in zip(onlyMeans.means.values, means.values) { #expect(abs(a - b) < 1e-12) }
    // The pooled covariance about the nearest mean, the same for all.
    var pooled = Matrix(rows: 2, columns: 2)
    for i in 0..<120 {
      let row = Array(data.samples[row: i])
      var nearest: [Double] = [.infinity, .infinity]
      for k in 0..<3 {
        let (x, y) = (row[0] - means[k, 0], row[1] - means[k, 1])
        if x * x + y * y < nearest[0] * nearest[0] + nearest[1] * nearest[1] { nearest = [x, y] }
      }
      for a in 0..<2 { for b in 0..<2 { pooled[a, b] += nearest[a] * nearest[b] / 120 } }
    }
    for covariance in onlyMeans.covariances {
      for (a, b) in zip(covariance.values, pooled.values) { #expect(abs(a - b) < 1e-10) }
    }
    let onlyWeights = try Self.first(data, .given(means: nil, weights: [0.2, 0.3, 0.5], precisions: nil))
    #expect(onlyWeights.weights.sorted() == [0.2, 0.3, 0.5])
    let onlyPrecisions = try Self.first(
      data,
      .given(
        means: nil, weights: nil,
        precisions: .full(
          Array(repeating: Matrix([[4, 0], [0, 0.25]])!, count: 3))))
    for covariance in onlyPrecisions.covariances { #expect(covariance == Matrix([[0.25, 0], [0, 4]])) }
  }

  @Test func componentsAscendInTheFirstColumnUnlessTheirOrderWasGiven() throws {
    let data = try RandomData(seed: 106, rows: 200, dimension: 2, groups: 3, separation: 10)
    for start in Start.unaided {
      let means = try EMFit.fit(data.samples, EMOptions(components: 3, start: start)).mixture.means[column: 0]
      #expect(means == means.sorted(), "\(start.name)")
    }
    let fit = try EMFit.fit(data.samples, EMOptions(components: 3))
    let order = [2, 0, 1]
    let given = Start.given(
      means: fit.mixture.reordered(order).means, weights: nil, precisions: nil)
    let again = try EMFit.fit(data.samples, EMOptions(components: 3, start: given))
    for k in 0..<3 { #expect(abs(again.mixture.means[k, 0] - fit.mixture.means[order[k], 0]) < 0.1) }
  }

  @Test func aStartWithoutChanceIsTriedOnce() throws {
    let data = try RandomData(seed: 107, rows: 60, dimension: 2, groups: 3)
    #expect(try EMFit.fit(data.samples, EMOptions(components: 3, start: .labels(data.labels))).starts.count == 1)
    #expect(try EMFit.fit(data.samples, EMOptions(components: 1)).starts.count == 1)
    #expect(try EMFit.fit(data.samples, EMOptions(components: 3, restarts: 4)).starts.count == 4)
  }
}
