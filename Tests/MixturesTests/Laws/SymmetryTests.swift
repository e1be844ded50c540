import Mixtures
import Testing

/// What permuting, shifting and scaling the data may change: laws 6 to 8.
@Suite struct SymmetryTests {
  static func fit(
    _ samples: Samples, _ labels: [Int], _ family: CovarianceFamily, floor: Floor = .relative(1e-6),
    components: Int = 3,
    iterations: Int = 20
  ) throws -> EMFit {
    try EMFit.fit(
      samples,
      EMOptions(
        components: components, family: family, start: .labels(labels), tolerance: 0, maxIterations: iterations,
        floor: floor))
  }

  static func mapped(_ samples: Samples, _ change: (Double, _ column: Int) -> Double) throws -> Samples {
    let d = samples.dimension
    return try Samples(values: samples.values.indices.map { change(samples.values[$0], $0 % d) }, dimension: d)
  }

  static func largestDifference(_ a: Matrix, _ b: Matrix) -> Double {
    zip(a.values, b.values).reduce(0) { max($0, abs($1.0 - $1.1)) }
  }

  @Test(arguments: CovarianceFamily.all, [UInt64(31), 32])
  func permutingRowsOrComponentsChangesOnlyLabels(_ family: CovarianceFamily, _ seed: UInt64) throws {
    let data = try RandomData(seed: seed, rows: 150, dimension: 3, groups: 3)
    let fit = try Self.fit(data.samples, data.labels, family)
    var generator = SeededGenerator(seed: seed)
    let order = generator.permutation(150)
    let shuffled = try Samples(values: order.flatMap { Array(data.samples[row: $0]) }, dimension: 3)
    let other = try Self.fit(shuffled, order.map { (data.labels[$0] + 1) % 3 }, family)
    #expect(abs(fit.logLikelihood - other.logLikelihood) <= 1e-10 * abs(fit.logLikelihood))
    let (first, second) = (fit.responsibilities, other.responsibilities)
    for (place, row) in order.enumerated() {
      for k in 0..<3 { #expect(abs(first[row, k] - second[place, (k + 1) % 3]) <= 1e-8) }
    }
  }

  @Test(arguments: CovarianceFamily.all, [UInt64(33), 34])
  func shiftingAndOneFactorLeaveResponsibilitiesAlone(_ family: CovarianceFamily, _ seed: UInt64) throws {
    let data = try RandomData(seed: seed, rows: 150, dimension: 3, groups: 3)
    let fit = try Self.fit(data.samples, data.labels, family)
    let offsets = [1e6, -1e8, 3]
    let shifted = try Self.fit(
      Self.mapped(data.samples) { value, column in value + offsets[column] }, data.labels, family)
    #expect(Self.largestDifference(fit.responsibilities, shifted.responsibilities) <= 1e-6)
    #expect(abs(fit.logLikelihood - shifted.logLikelihood) <= 1e-6 * abs(fit.logLikelihood))
    let scaled = try Self.fit(Self.mapped(data.samples) { value, _ in value * 1e-30 }, data.labels, family)
    #expect(Self.largestDifference(fit.responsibilities, scaled.responsibilities) <= 1e-8)
    let jacobian = 150 * 3 * 30 * 2.302585092994046
    #expect(abs(scaled.logLikelihood - fit.logLikelihood - jacobian) <= 1e-9 * jacobian)
  }

  @Test(arguments: ["EEI", "VEI", "EVI", "VVI", "EEE", "VEE", "EVV", "VVV"].map(Self.family), [UInt64(35), 36])
  func aFactorPerColumnLeavesResponsibilitiesAlone(_ family: CovarianceFamily, _ seed: UInt64) throws {
    let data = try RandomData(seed: seed, rows: 150, dimension: 3, groups: 3)
    let factors = [1e-12, 7, 1e15]
    let fit = try Self.fit(data.samples, data.labels, family)
    let scaled = try Self.fit(
      Self.mapped(data.samples) { value, column in value * factors[column] }, data.labels, family)
    #expect(Self.largestDifference(fit.responsibilities, scaled.responsibilities) <= 1e-8)
  }

  private static func family(_ name: String) -> CovarianceFamily {
    CovarianceFamily.all.first { $0.mclustName == name } ?? .full
  }

  /// Far beyond where squares of variances, or determinants, are doubles.
  @Test(arguments: CovarianceFamily.all, [1e-150, 1e149])
  func everyScaleOfTheDataGivesTheSameFit(_ family: CovarianceFamily, _ factor: Double) throws {
    let data = try RandomData(seed: 40, rows: 90, dimension: 4, groups: 3)
    let fit = try Self.fit(data.samples, data.labels, family)
    let scaled = try Self.fit(Self.mapped(data.samples) { value, _ in value * factor }, data.labels, family)
    #expect(Self.largestDifference(fit.responsibilities, scaled.responsibilities) <= 1e-8)
    #expect(fit.iterations == scaled.iterations)
  }

  /// One family within another where each of its letters allows no more: volume E < V, shape and orientation I < E < V.
  @Test(arguments: [UInt64(37), 38, 39, 40, 41, 42, 43, 44])
  func theExpectedCompleteDataLikelihoodGrowsWithTheFamily(_ seed: UInt64) throws {
    let dimension = 2 + Int(seed % 3)
    let data = try RandomData(seed: seed, rows: 90, dimension: dimension, groups: 3, separation: 1)
    let shares = data.labels.map { label in (0..<3).map { $0 == label ? 1.0 : 0 } }
    let values = try CovarianceFamily.all.map { family in
      let start = try Self.fit(data.samples, data.labels, family, floor: .none, iterations: 1).steps[0].mixture
      return Naive(mixture: start).expectedCompleteData(data.samples, shares)
    }
    for (small, family) in CovarianceFamily.all.enumerated() {
      for (large, other) in CovarianceFamily.all.enumerated() where small != large {
        let nests = zip(family.mclustName, other.mclustName).allSatisfy {
          "IEV".firstIndex(of: $0)! <= "IEV".firstIndex(of: $1)!
        }
        if nests { #expect(values[large] > values[small], "seed \(seed): \(family.mclustName) in \(other.mclustName)") }
      }
    }
  }

  @Test(arguments: CovarianceFamily.all)
  func oneComponentHasAClosedForm(_ family: CovarianceFamily) throws {
    let data = try RandomData(seed: 41, rows: 90, dimension: 3, groups: 2)
    let fit = try EMFit.fit(data.samples, EMOptions(components: 1, family: family, floor: .none))
    let (mean, covariance) = (data.samples.mean, data.samples.covariance)
    let average = covariance.diagonal.reduce(0, +) / 3
    for i in 0..<3 {
      #expect(abs(fit.mixture.means[0, i] - mean[i]) <= 1e-12 * covariance[i, i].squareRoot())
      for j in 0..<3 {
        let expected =
          switch family.mclustName.suffix(2) {
          case "II": i == j ? average : 0
          case "EI", "VI": i == j ? covariance[i, j] : 0
          default: covariance[i, j]
          }
        #expect(abs(fit.mixture.covariances[0][i, j] - expected) <= 1e-11 * average)
      }
    }
  }

  @Test(arguments: CovarianceFamily.all)
  func inOneDimensionOnlyTheVolumeMatters(_ family: CovarianceFamily) throws {
    let data = try RandomData(seed: 43, rows: 90, dimension: 1, groups: 3)
    let twin = CovarianceFamily.all(dimension: 1).first { $0.mclustName.first == family.mclustName.first }
    let expected = try Self.fit(data.samples, data.labels, try #require(twin))
    let fit = try Self.fit(data.samples, data.labels, family)
    #expect(abs(fit.logLikelihood - expected.logLikelihood) <= 1e-11 * abs(expected.logLikelihood))
    #expect(fit.parameterCount == expected.parameterCount)
    #expect(fit.parameterCount == (family.mclustName.first == "E" ? 6 : 8))
  }
}
