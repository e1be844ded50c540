import Mixtures
import Testing

@Suite struct ShortRunTests {
  private static func fit(_ samples: Samples, threads: Int? = nil, shortRuns: Int, restarts: Int) throws -> EMFit {
    try EMFit.fit(
      samples,
      EMOptions(
        components: 4, start: .randomFromData, restarts: restarts, shortRuns: shortRuns, shortIterations: 5, seed: 3,
        threads: threads))
  }

  /// The best of many short runs are followed to the ends they have when all are.
  @Test func theBestAreFollowedToTheirEnds() throws {
    let data = try RandomData(seed: 161, rows: 250, dimension: 2, groups: 5, separation: 2)
    let all = try Self.fit(data.samples, shortRuns: 0, restarts: 20)
    let chosen = try Self.fit(data.samples, shortRuns: 20, restarts: 4)
    #expect(chosen.starts.count == 20)
    let followed = chosen.starts.filter { !$0.isAbandoned }
    #expect(followed.count == 4)
    for start in followed { #expect(start == all.starts[start.index]) }
    // ℓ after five iterations, of the whole traces.
    let early = all.starts.map { $0.trace[min(5, $0.trace.count - 1)] }
    let order = early.indices.sorted { early[$0] > early[$1] }
    #expect(Set(followed.map(\.index)) == Set(order.prefix(4)))
    for start in chosen.starts where start.isAbandoned {
      #expect(start.iterations <= 5)
      #expect(start.outcome == nil)
      #expect(Array(all.starts[start.index].trace.prefix(start.trace.count)) == start.trace)
    }
    #expect(chosen.starts[chosen.bestStart].logLikelihood == followed.compactMap(\.logLikelihood).max())
  }

  @Test func theResultDoesNotDependOnThreads() throws {
    let data = try RandomData(seed: 162, rows: 200, dimension: 2, groups: 4, separation: 2)
    let fits = try [1, 2, 5].map { try Self.fit(data.samples, threads: $0, shortRuns: 12, restarts: 3) }
    for fit in fits {
      #expect(fit.starts == fits[0].starts)
      #expect(fit.mixture == fits[0].mixture)
    }
  }

  @Test func aStartWithoutChanceHasNoShortRuns() throws {
    let data = try RandomData(seed: 163, rows: 60, dimension: 2, groups: 3)
    let fit = try EMFit.fit(
      data.samples, EMOptions(components: 3, start: .hierarchical, restarts: 1, shortRuns: 8))
    #expect(fit.starts.count == 1)
    #expect(!fit.starts[0].isAbandoned)
  }

  @Test func fewerShortRunsThanRestartsAreRefused() throws {
    let data = try RandomData(seed: 164, rows: 60, dimension: 2, groups: 3)
    #expect(
      throws: FitError.badOption(name: "short_runs", reason: "is 5, too few for 10 restarts to be the best of")
    ) {
      try EMFit.fit(data.samples, EMOptions(components: 3, shortRuns: 5))
    }
    #expect(throws: FitError.badOption(name: "short_iterations", reason: "is 0; it is at least 1")) {
      try EMFit.fit(data.samples, EMOptions(components: 3, shortRuns: 10, shortIterations: 0))
    }
  }
}
