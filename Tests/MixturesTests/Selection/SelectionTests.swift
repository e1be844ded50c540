import Mixtures
import Testing

@Suite struct SelectionTests {
  /// mclust's best model of Old Faithful is EEE with 3 components, ℓ = −1126.3262.
  @Test func theBestModelOfOldFaithful() throws {
    let samples = try Reference.samples("faithful")
    let selection = try Selection.run(
      samples, components: Array(1...9), families: CovarianceFamily.all,
      options: EMOptions(components: 1, restarts: 5, tolerance: 1e-8))
    let best = selection.bestCell
    #expect(best.family == .tied)
    #expect(best.components == 3)
    #expect(abs((best.logLikelihood ?? 0) + 1126.3262) < 0.05)
    #expect(best.isSound)
    #expect(selection.edge == nil)
    #expect(selection.cells.count == 126)
    #expect(selection.ranking.sorted() == Array(0..<126))
    #expect(selection.excess[selection.ranking[0]] == 0)
    let ranks = selection.ranking.map { selection.cells[$0] }
    let sound = ranks.prefix { $0.isSound }
    #expect(ranks.dropFirst(sound.count).allSatisfy { !$0.isSound })
    let values = sound.compactMap(\.bic)
    #expect(values == values.sorted())
    #expect(selection.best.bic == best.bic)
  }

  /// Starts of all cells are shared out together, short runs before the others.
  @Test(arguments: [(Start.kMeans, 0), (.random, 5), (.hierarchical, 0)])
  func theResultDoesNotDependOnThreads(_ start: Start, _ shortRuns: Int) throws {
    let data = try RandomData(seed: 91, rows: 200, dimension: 2, groups: 3)
    let results = try [1, 2, 3, 7].map { threads in
      try Selection.run(
        data.samples, components: [4, 1, 2], families: [.spherical, .vve, .full],
        options: EMOptions(
          components: 1, start: start, restarts: 3, shortRuns: shortRuns, shortIterations: 4, threads: threads),
        criterion: .icl)
    }
    for result in results {
      #expect(result.cells == results[0].cells)
      #expect(result.ranking == results[0].ranking)
      #expect(result.best.mixture == results[0].best.mixture)
      #expect(result.best.starts == results[0].best.starts)
      #expect(result.best.steps.map(\.mixture) == results[0].best.steps.map(\.mixture))
    }
    #expect(results[0].cells.map(\.components) == [4, 1, 2, 4, 1, 2, 4, 1, 2])
  }

  @Test func cellsThatCannotBeFittedSayWhyAndComeLast() throws {
    let samples = try Samples(values: [1, 2, 4, 8, 9, 11], columnNames: ["x"])
    let selection = try Selection.run(
      samples, components: [1, 2, 9], families: [.full], options: EMOptions(components: 1))
    #expect(selection.cells[2].failure == .tooFewRows(rows: 6, components: 9))
    #expect(selection.cells[2].bic == nil)
    #expect(selection.excess[2] == nil)
    #expect(selection.ranking.last == 2)
  }

  /// What cells share changes nothing: each is what a fit of its own gives.
  @Test(arguments: Start.unaided)
  func everyCellIsTheFitOfItsOwn(_ start: Start) throws {
    let data = try RandomData(seed: 93, rows: 120, dimension: 2, groups: 3)
    let options = EMOptions(components: 1, start: start, restarts: 2, seed: 5)
    let selection = try Selection.run(
      data.samples, components: [1, 2, 4], families: CovarianceFamily.common, options: options)
    for cell in selection.cells {
      var own = options
      (own.components, own.family) = (cell.components, cell.family)
      let fit = try EMFit.fit(data.samples, own)
      #expect(cell.mixture == fit.mixture)
      #expect(cell.outcome == fit.outcome)
    }
  }

  @Test func cellsInDoubtGiveTheirReasons() throws {
    let samples = try Samples(values: [1, 2, 4, 8, 9, 11], columnNames: ["x"])
    let selection = try Selection.run(
      samples, components: [1, 5, 9], families: [.full], options: EMOptions(components: 1))
    #expect(selection.cells[0].reason == nil)
    #expect(selection.cells[1].reason?.contains("rides on a few aligned rows") == true)
    #expect(
      selection.cells[2].reason == "9 components need at least 9 rows, and there are 6; ask for fewer components")
    #expect(selection.top.map(\.components) == [1, 5])
  }

  @Test func theEdgeOfTheGridIsNoticed() throws {
    let data = try RandomData(seed: 92, rows: 300, dimension: 2, groups: 4, separation: 12)
    let options = EMOptions(components: 1, restarts: 5)
    let below = try Selection.run(data.samples, components: [1, 2, 3], families: [.full], options: options)
    #expect(below.edge == .most)
    let above = try Selection.run(data.samples, components: [4, 5, 6], families: [.full], options: options)
    #expect(above.edge == .fewest)
  }

  @Test func emptyGridsAreRefused() throws {
    let samples = try Samples(values: [1, 2, 3], dimension: 1)
    #expect(throws: FitError.badOption(name: "components", reason: "is an empty list")) {
      try Selection.run(samples, components: [], families: [.full], options: EMOptions(components: 1))
    }
    #expect(throws: FitError.badOption(name: "covariance", reason: "is an empty list")) {
      try Selection.run(samples, components: [1], families: [], options: EMOptions(components: 1))
    }
  }
}
