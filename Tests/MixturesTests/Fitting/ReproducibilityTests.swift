import MixtureKernels
import Mixtures
import Testing

/// The same bits on any number of threads and any instruction set.
@Suite(.serialized) struct ReproducibilityTests {
  private static func bits(_ fit: EMFit) -> [UInt64] {
    let numbers =
      fit.mixture.weights + fit.mixture.means.values + fit.mixture.covariances.flatMap(\.values)
      + fit.steps.map(\.logLikelihood) + fit.starts.flatMap(\.trace) + [fit.icl, fit.entropy]
    return numbers.map(\.bitPattern)
  }

  @Test(arguments: CovarianceFamily.all)
  func threadsDoNotChangeBits(_ family: CovarianceFamily) throws {
    let small = try RandomData(seed: 51, rows: 333, dimension: 3, groups: 3).samples
    let large = try RandomData(seed: 52, rows: 9_001, dimension: 5, groups: 4).samples
    for (samples, components, restarts) in [(small, 4, 7), (large, 6, 1), (large, 3, 3)] {
      let results = try [1, 2, 3, 7].map { threads in
        Self.bits(
          try EMFit.fit(
            samples,
            EMOptions(
              components: components, family: family, restarts: restarts, maxIterations: 15, seed: 5,
              threads: threads)))
      }
      #expect(results.allSatisfy { $0 == results[0] }, "\(family.name), \(samples.rowCount) rows")
    }
  }

  @Test(arguments: CovarianceFamily.all)
  func instructionSetsDoNotChangeBits(_ family: CovarianceFamily) throws {
    let samples = try RandomData(seed: 53, rows: 777, dimension: 4, groups: 3).samples
    let available = Int(mk_dispatch_level())
    let results = try (0...available).map { level in
      mk_limit_dispatch_level(Int32(level))
      defer { mk_limit_dispatch_level(2) }
      #expect(Int(mk_dispatch_level()) == level)
      return Self.bits(
        try EMFit.fit(samples, EMOptions(components: 3, family: family, restarts: 3, maxIterations: 25, seed: 9)))
    }
    #expect(results.allSatisfy { $0 == results[0] }, "\(family.name)")
  }

  /// What a mixture says of rows, k-means, and a few iterations of every structure of covariances, for as many columns as fill a panel of the loops, and one more or less.
  @Test(arguments: [1, 2, 3, 4, 5, 7, 8, 9, 13])
  func evaluationsAndClustersHaveTheSameBits(_ dimension: Int) throws {
    let samples = try RandomData(seed: 56, rows: 4_500, dimension: dimension, groups: 3).samples
    let mixture = try EMFit.fit(samples, EMOptions(components: 3, restarts: 1, maxIterations: 3)).mixture
    func bits(threads: Int) throws -> [UInt64] {
      let evaluation = mixture.evaluate(samples)
      let clusters = try KMeans.fit(samples, clusters: 5, starts: 2, seed: 3, threads: threads)
      let numbers =
        evaluation.logDensities + evaluation.logJoint.values + evaluation.responsibilities.values
        + clusters.centers.values + [clusters.inertia]
      let fits = try CovarianceFamily.common.flatMap { family in
        Self.bits(
          try EMFit.fit(
            samples, EMOptions(components: 3, family: family, restarts: 1, maxIterations: 3, threads: threads)))
      }
      return numbers.map(\.bitPattern) + clusters.labels.map { UInt64($0) } + fits
    }
    let available = Int(mk_dispatch_level())
    var results = try (0...available).map { level in
      mk_limit_dispatch_level(Int32(level))
      defer { mk_limit_dispatch_level(2) }
      return try bits(threads: 1)
    }
    results += try [2, 3, 7].map { try bits(threads: $0) }
    #expect(results.allSatisfy { $0 == results[0] })
  }

  @Test func logarithmsOfArraysAreThoseOfNumbers() {
    var generator = SeededGenerator(seed: 57)
    let usual = (0..<40).map { _ in Elementary.exp(200 * generator.uniform() - 100) }
    let numbers = usual + [0, 1, -1, .infinity, .nan, .leastNonzeroMagnitude, .greatestFiniteMagnitude] + usual
    for level in 0...Int(mk_dispatch_level()) {
      mk_limit_dispatch_level(Int32(level))
      defer { mk_limit_dispatch_level(2) }
      for count in [1, 7, 8, 41, numbers.count] {
        var logs = Array(numbers.prefix(count))
        logs.withUnsafeMutableBufferPointer { mk_log_array($0.baseAddress, count, $0.baseAddress) }
        #expect(logs.map(\.bitPattern) == numbers.prefix(count).map { Elementary.log($0).bitPattern })
      }
    }
  }

  @Test func anotherSeedGivesOtherStarts() throws {
    let samples = try RandomData(seed: 54, rows: 200, dimension: 2, groups: 3).samples
    func start(_ seed: UInt64) throws -> GaussianMixture {
      let options = EMOptions(components: 3, start: .randomFromData, restarts: 1, seed: seed)
      return try EMFit.fit(samples, options).steps[0].mixture
    }
    #expect(try start(1) == start(1))
    #expect(try start(1) != start(2))
  }

  @Test func earlierStartsDoNotDependOnTheNumberOfRestarts() throws {
    let samples = try RandomData(seed: 55, rows: 200, dimension: 2, groups: 4).samples
    let few = try EMFit.fit(samples, EMOptions(components: 4, restarts: 3))
    let many = try EMFit.fit(samples, EMOptions(components: 4, restarts: 8))
    #expect(many.starts.count == 8)
    #expect(Array(many.starts.prefix(3)) == few.starts)
  }
}
