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
      let results = try [1, 2, 3, 8].map { threads in
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
