import Mixtures
import Testing

/// A component of constant density beside the Gaussians.
@Suite struct NoiseTests {
  /// faithful and 30 points on a grid, which start as noise; long and short eruptions start the components.
  private func spoiled() throws -> (samples: Samples, start: Start) {
    var rows = try Reference.table("faithful").rows
    var labels = rows.map { $0[0] > 3 ? 1 : 0 }
    for j in 0..<5 { for i in 0..<6 { rows.append([1.5 + 0.74 * Double(i), 40 + 14.5 * Double(j)]) } }
    labels += Array(repeating: 2, count: 30)
    return (try Samples(values: Array(rows.joined()), columnNames: ["eruptions", "waiting"]), .labels(labels))
  }

  private static let cases = CovarianceFamily.all.filter {
    ["EII", "VII", "EEI", "VVI", "EEE", "VVV", "VEV"].contains($0.mclustName)
  }

  @Test(arguments: cases)
  func theFitsOfMclust(_ family: CovarianceFamily) throws {
    let reference = try Reference.json("mclust_noise")[family.mclustName]
    let (samples, start) = try spoiled()
    let fit = try EMFit.fit(
      samples,
      EMOptions(
        components: 2, family: family, start: start, tolerance: 1e-13, maxIterations: 2000, floor: .none, noise: .hull))
    #expect(abs(fit.logLikelihood - reference["loglik"].double) < 1e-6)
    let noise = try #require(fit.mixture.noise)
    #expect(abs(noise.volume - 1 / reference["vinv"].double) < 1e-9 * noise.volume)
    #expect(abs(noise.weight - reference["pro"][2].double) < 1e-5)
    for k in 0..<2 {
      #expect(abs(fit.mixture.weights[k] - reference["pro"][k].double) < 1e-5)
      for j in 0..<2 { #expect(abs(fit.mixture.means[k, j] - reference["mean"][k][j].double) < 1e-3) }
    }
    #expect(fit.parameterCount == reference["npar"].int)
    #expect(fit.labels.count { $0 == 2 } == reference["nmap"].int)
  }

  @Test(arguments: [CovarianceFamily.full, .tied, .diagonal, .spherical])
  func theLawsHoldWithNoise(_ family: CovarianceFamily) throws {
    let (samples, start) = try spoiled()
    let fit = try EMFit.fit(
      samples,
      EMOptions(components: 2, family: family, start: start, tolerance: 1e-9, floor: .none, noise: .volume(500)))
    let names = fit.certificate().map(\.name)
    #expect(names.contains("The log-likelihood never falls"))
    #expect(!names.contains("The component means average to the mean of the data"))
    for theorem in fit.certificate() { #expect(theorem.holds, "\(theorem.name): \(theorem.residual)") }
  }

  /// Where no start gives noise a row, it still finds its rows.
  @Test func noiseFindsItsRows() throws {
    let (samples, _) = try spoiled()
    let fit = try EMFit.fit(samples, EMOptions(components: 2, noise: .hull))
    #expect(abs((fit.mixture.noise?.weight ?? 0) - 0.161) < 0.01)
    #expect(fit.responsibilities.columns == 3)
  }

  /// Densities by hand: p(x) = Σ πₖ N + π₀ / V.
  @Test func theDensityHasANoiseFloor() throws {
    let mixture = try GaussianMixture(
      weights: [0.75], means: Matrix([[0.0]])!, covariances: [Matrix([[1.0]])!],
      noise: UniformNoise(weight: 0.25, logDensity: Elementary.log(0.1)))
    let densities = try mixture.densities(at: [0, 100])
    #expect(abs(densities[0] - (0.75 * 0.3989422804014327 + 0.025)) < 1e-15)
    #expect(abs(densities[1] - 0.025) < 1e-15)
    #expect(mixture.labels(try Samples(values: [0, 100], dimension: 1)) == [0, 1])
  }

  @Test(arguments: [
    (0.0, "noise is 0; a volume is a number above 0"), (-2.0, "noise is -2; a volume is a number above 0"),
    (.infinity, "noise is inf; a volume is a number above 0"),
  ])
  func aVolumeThatIsNone(_ volume: Double, _ message: String) throws {
    let samples = try Reference.samples("faithful")
    let error = #expect(throws: FitError.self) {
      try EMFit.fit(samples, EMOptions(components: 2, noise: .volume(volume)))
    }
    #expect(error?.description == message)
  }
}
