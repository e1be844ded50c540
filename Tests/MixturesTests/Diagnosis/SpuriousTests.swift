import Mixtures
import Testing

/// Spikes of the likelihood rank after sound fits.
@Suite struct SpuriousTests {
  /// Fourteen waits of exactly 83 minutes make a component without width.
  private static func trap(_ samples: Samples) throws -> EMFit {
    let others = try EMFit.fit(samples, EMOptions(components: 4, family: .diagonal)).labels
    let labels = (0..<272).map { samples[$0, 1] == 83 ? 4 : others[$0] }
    return try EMFit.fit(samples, EMOptions(components: 5, family: .diagonal, start: .labels(labels)))
  }

  @Test func aComponentAtTheFloorIsFound() throws {
    let samples = try Reference.samples("faithful")
    let trap = try Self.trap(samples)
    let spurious = try #require(trap.spurious)
    #expect(spurious.component == 4)
    #expect(spurious.ratio >= 1 && spurious.ratio < 1.1)
    #expect(
      spurious.description == "component 5 rides on a few aligned rows: its smallest variance is 1.0 times the floor")
    #expect(trap.floorShare > 0.9)
    // It beats every sound fit by BIC, which is why it must not count.
    #expect(trap.bic < 2314.3)
  }

  @Test func aSoundStartOfLowerLikelihoodIsKept() throws {
    // 60 tight copies beside a broad cloud: some starts end on the spike, some do not.
    var generator = SeededGenerator(seed: 5)
    var values = (0..<200).map { _ in generator.normal() }
    for _ in 0..<8 { values.append(2.5) }
    let samples = try Samples(values: values, dimension: 1)
    let fit = try EMFit.fit(
      samples, EMOptions(components: 3, start: .randomFromData, restarts: 60, maxIterations: 3000, seed: 4))
    let spikes = fit.starts.filter { $0.spurious != nil }
    #expect(!spikes.isEmpty)
    #expect(fit.spurious == nil)
    #expect(fit.starts[fit.bestStart].spurious == nil)
    let highest = try #require(spikes.compactMap(\.logLikelihood).max())
    #expect(highest > fit.logLikelihood)
    let sound = fit.starts.filter { $0.spurious == nil }.compactMap(\.logLikelihood)
    #expect(fit.logLikelihood == sound.max())
  }

  @Test func aFloorAboveTheDataIsNotHeldAgainstTheFit() throws {
    let samples = try Reference.samples("red_11")
    let fit = try EMFit.fit(samples, EMOptions(components: 1, floor: .absolute(1e-6)))
    #expect(fit.spurious == nil)
    #expect(fit.floorShare > 0.5)
    let bare = try fit.scoreWithoutFloor().get()
    #expect(abs(bare + 3.5639538735082783) < 1e-6)  // scikit-learn 1.9.1 with reg_covar 0
  }
}
