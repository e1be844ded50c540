import Mixtures
import Testing

/// Small, repeated, constant, collinear and far-off data: a clear error or a mixture with the stated likelihood.
@Suite struct HostileDataTests {
  private static func samples(_ generator: inout SeededGenerator) throws -> Samples {
    let rows = 1 + generator.integer(below: 14)
    let dimension = 1 + generator.integer(below: 4)
    let levels = 1 + generator.integer(below: 6)
    let scale = [1e-120, 1e-9, 1, 1e9, 1e120][generator.integer(below: 5)]
    let offset = [0, 0, 1e3 * scale][generator.integer(below: 3)]
    let coarse = generator.integer(below: 2) == 0
    var values = (0..<rows * dimension).map { _ in
      offset + scale * (coarse ? Double(generator.integer(below: levels)) : generator.normal())
    }
    if dimension > 2, generator.integer(below: 3) == 0 {
      for i in 0..<rows { values[i * dimension + 2] = values[i * dimension] + values[i * dimension + 1] }
    }
    return try Samples(values: values, dimension: dimension)
  }

  @Test(arguments: CovarianceFamily.all, Start.unaided)
  func neverASilentWrongNumber(_ family: CovarianceFamily, _ start: Start) throws {
    var (fitted, refused) = (0, 0)
    for seed in UInt64(0)..<150 {
      var generator = SeededGenerator(seed: seed)
      let samples = try Self.samples(&generator)
      let floor = [Floor.none, .relative(1e-6), .absolute(1e-6)][generator.integer(below: 3)]
      let options = EMOptions(
        components: 1 + generator.integer(below: 5), family: family, start: start, restarts: 2, maxIterations: 30,
        floor: floor, seed: seed)
      do throws(FitError) {
        let fit = try EMFit.fit(samples, options)
        fitted += 1
        let mixture = fit.mixture
        let name = Comment(rawValue: "seed \(seed), \(options)")
        #expect(fit.logLikelihood.isFinite && fit.icl.isFinite && fit.entropy.isFinite, name)
        #expect(throws: Never.self, name) {
          try GaussianMixture(weights: mixture.weights, means: mixture.means, covariances: mixture.covariances)
        }
        let plain = mixture.logLikelihood(samples)
        #expect(abs(plain - fit.logLikelihood) <= 1e-5 * max(1, abs(plain)), name)
        _ = fit.certificate()
        _ = fit.scoreWithoutFloor()
      } catch {
        refused += 1
        #expect(!error.description.isEmpty)
      }
    }
    #expect(fitted > 20 && refused > 20)
  }
}
