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

  @Test(arguments: [CovarianceFamily.full, .tied, .diagonal], [UInt64(35), 36])
  func aFactorPerColumnLeavesResponsibilitiesAlone(_ family: CovarianceFamily, _ seed: UInt64) throws {
    let data = try RandomData(seed: seed, rows: 150, dimension: 3, groups: 3)
    let factors = [1e-12, 7, 1e15]
    let fit = try Self.fit(data.samples, data.labels, family)
    let scaled = try Self.fit(
      Self.mapped(data.samples) { value, column in value * factors[column] }, data.labels, family)
    #expect(Self.largestDifference(fit.responsibilities, scaled.responsibilities) <= 1e-8)
  }

  @Test(arguments: [UInt64(37), 38, 39])
  func theExpectedCompleteDataLikelihoodGrowsWithTheFamily(_ seed: UInt64) throws {
    let data = try RandomData(seed: seed, rows: 150, dimension: 3, groups: 3, separation: 1)
    let shares = data.labels.map { label in (0..<3).map { $0 == label ? 1.0 : 0 } }
    func value(_ family: CovarianceFamily) throws -> Double {
      let start = try Self.fit(data.samples, data.labels, family, floor: .none, iterations: 1).steps[0].mixture
      return Naive(mixture: start).expectedCompleteData(data.samples, shares)
    }
    let (full, tied) = (try value(.full), try value(.tied))
    let (diagonal, spherical) = (try value(.diagonal), try value(.spherical))
    #expect(full > tied && full > diagonal && diagonal > spherical)
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
          switch family {
          case .full, .tied: covariance[i, j]
          case .diagonal: i == j ? covariance[i, j] : 0
          default: i == j ? average : 0
          }
        #expect(abs(fit.mixture.covariances[0][i, j] - expected) <= 1e-11 * average)
      }
    }
  }

  @Test func inOneDimensionFullDiagonalAndSphericalAreOne() throws {
    let data = try RandomData(seed: 43, rows: 90, dimension: 1, groups: 3)
    let full = try Self.fit(data.samples, data.labels, .full)
    for family in [CovarianceFamily.diagonal, .spherical] {
      let other = try Self.fit(data.samples, data.labels, family)
      #expect(abs(full.logLikelihood - other.logLikelihood) <= 1e-11 * abs(full.logLikelihood))
      #expect(full.parameterCount == other.parameterCount)
    }
  }
}
