import Mixtures
import Testing

/// What is kept of every start.
@Suite struct WaypointTests {
  private func fit(restarts: Int = 6, tolerance: Double = 1e-8) throws -> EMFit {
    let data = try RandomData(seed: 5, rows: 150, dimension: 2, groups: 3, separation: 6)
    return try EMFit.fit(
      data.samples, EMOptions(components: 3, start: .random, restarts: restarts, tolerance: tolerance, floor: .none))
  }

  @Test func pathsFollowTheTraces() throws {
    for start in try fit().starts {
      #expect(start.path.first?.iteration == 0)
      #expect(start.path.last?.iteration == start.iterations)
      #expect(start.path.map(\.iteration) == start.path.map(\.iteration).sorted())
      #expect(start.path.count <= 66)
      for waypoint in start.path { #expect(abs(waypoint.weights.reduce(0, +) - 1) < 1e-12) }
    }
  }

  /// A long path keeps its first iterations and its last.
  @Test func longPathsAreThinned() throws {
    let fit = try fit(restarts: 2, tolerance: 0)
    let long = try #require(fit.starts.first { $0.iterations > 500 })
    #expect(long.path.prefix(25).map(\.iteration) == Array(0...24))
    #expect(long.path.last?.iteration == long.iterations)
    #expect(long.path.count <= 66)
  }

  @Test func theKeptStartIsTheFit() throws {
    let fit = try fit()
    #expect(fit.path.count == fit.steps.count)
    let matched = fit.matchedPath(ofStart: fit.bestStart)
    for waypoint in matched {
      let step = fit.steps[waypoint.iteration].mixture
      #expect(waypoint.weights == step.weights)
      #expect(waypoint.means == step.means)
      for k in 0..<3 {
        #expect(waypoint.deviations[row: k] == step.covariances[k].diagonal.map { $0.squareRoot() })
      }
    }
  }

  /// Starts that reach the optimum end, once matched, at the very components of the fit.
  @Test func startsAreMatchedToTheFit() throws {
    let fit = try fit(restarts: 12)
    let same = fit.starts.filter { abs(($0.logLikelihood ?? -.infinity) - fit.logLikelihood) < 1e-4 }
    try #require(same.count > 2)
    var renumbered = 0
    for start in same {
      let (own, end) = (try #require(start.path.last), try #require(fit.matchedPath(ofStart: start.index).last))
      for k in 0..<3 {
        #expect(abs(end.weights[k] - fit.mixture.weights[k]) < 1e-3)
        for j in 0..<2 { #expect(abs(end.means[k, j] - fit.mixture.means[k, j]) < 1e-2) }
      }
      if own != end { renumbered += 1 }
    }
    #expect(renumbered > 0)
  }
}
