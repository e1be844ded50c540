import Mixtures
import Testing

@Suite struct CrossValidationTests {
  private static func run(
    _ samples: Samples, components: [Int] = [1, 2, 3], families: [CovarianceFamily] = [.full, .spherical],
    folds: Int = 5, threads: Int? = nil
  ) throws -> Selection {
    try Selection.run(
      samples, components: components, families: families,
      options: EMOptions(components: 1, restarts: 2, threads: threads),
      criterion: .cv, folds: folds)
  }

  /// Leaving one row out, from whole-number arithmetic: a normal fitted to the others predicts the one.
  @Test func leavingOneOutOfAGaussian() throws {
    let values = [1.0, 2, 4, 8, 9]
    let samples = try Samples(values: values, dimension: 1)
    let selection = try Selection.run(
      samples, components: [1], families: [.full], options: EMOptions(components: 1, floor: .none), criterion: .cv,
      folds: 5)
    let scores = values.indices.map { left -> Double in
      let others = values.indices.filter { $0 != left }.map { values[$0] }
      let mean = others.reduce(0, +) / 4
      let variance = others.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 4
      let apart = values[left] - mean
      return -0.5 * (Elementary.log(2 * Double.pi * variance) + apart * apart / variance)
    }
    let validation = try #require(selection.bestCell.validation)
    let mean = scores.reduce(0, +) / 5
    #expect(abs(validation.score - mean) < 1e-12)
    let square = scores.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    #expect(abs(validation.standardError - (square / 4 / 5).squareRoot()) < 1e-12)
    #expect(validation.folds.count == 5)
  }

  @Test func higherIsBetter() throws {
    let data = try RandomData(seed: 171, rows: 240, dimension: 2, groups: 3, separation: 8)
    let selection = try Self.run(data.samples, components: [1, 2, 3, 4])
    #expect(selection.best.options.components == 3)
    let scores = selection.ranking.map { selection.cells[$0] }.filter(\.isSound).compactMap { $0.validation?.score }
    #expect(scores == scores.sorted(by: >))
    #expect(selection.excess[selection.ranking[0]] == 0)
    #expect(selection.excess.compactMap(\.self).filter { $0 > 0 }.count >= scores.count - 1)
    #expect(selection.top.map(\.components).first == 3)
    #expect(selection.top.count == 3)
  }

  @Test func theResultDoesNotDependOnThreads() throws {
    let data = try RandomData(seed: 172, rows: 100, dimension: 2, groups: 2)
    let results = try [1, 2, 5].map { try Self.run(data.samples, threads: $0) }
    for result in results { #expect(result.cells == results[0].cells) }
  }

  @Test func aCellThatFailsInAFoldRanksLastAndSaysWhy() throws {
    // Three different rows in all; a fold leaves two.
    let samples = try Samples(values: [1, 1, 1, 1, 2, 2, 2, 2, 7], dimension: 1)
    let selection = try Selection.run(
      samples, components: [1, 3], families: [.full], options: EMOptions(components: 1, floor: .absolute(0.01)),
      criterion: .cv, folds: 3)
    #expect(selection.ranking == [0, 1])
    #expect(selection.cells[1].validationFailure == .tooFewDistinctRows(distinct: 2, components: 3))
    #expect(selection.cells[1].reason?.isEmpty == false)
    #expect(selection.excess[1] == nil)
  }

  @Test func foldsMustFitTheRows() throws {
    let samples = try Samples(values: [1, 2, 3, 5], dimension: 1)
    #expect(throws: FitError.badOption(name: "folds", reason: "is 1; it is at least 2")) {
      try Self.run(samples, folds: 1)
    }
    #expect(throws: FitError.badOption(name: "folds", reason: "is 10, and there are only 4 rows")) {
      try Self.run(samples, folds: 10)
    }
  }
}
