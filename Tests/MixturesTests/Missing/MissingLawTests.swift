import Mixtures
import Testing

/// What must hold of EM on rows with missing cells, for every family and start.
@Suite struct MissingLawTests {
  private static func starts(_ labels: [Int], _ samples: Samples) -> [Start] {
    let complete = (0..<samples.rowCount).filter { !samples[row: $0].contains(where: \.isNaN) }
    return [
      .kMeans, .kMeansPlusPlus, .random, .randomFromData, .hierarchical, .labels(labels),
      .given(
        means: Matrix(complete.prefix(3).map { Array(samples[row: $0]) }), weights: [0.2, 0.3, 0.5], precisions: nil),
    ]
  }

  @Test(arguments: CovarianceFamily.all)
  func hold(_ family: CovarianceFamily) throws {
    for (seed, dimension) in [(UInt64(31), 2), (32, 4)] {
      let (samples, labels) = try MissingData.random(seed: seed, rows: 100, dimension: dimension, groups: 3)
      for start in Self.starts(labels, samples) {
        for floor in [Floor.none, .relative(1e-3)] {
          let fit = try EMFit.fit(
            samples,
            EMOptions(
              components: 3, family: family, start: start, restarts: 1, tolerance: 1e-7, maxIterations: 30,
              floor: floor, seed: seed))
          check(fit, bare: floor == .none, "seed \(seed), \(family.name), d \(dimension), \(start.name), \(floor)")
        }
      }
    }
  }

  private func check(_ fit: EMFit, bare: Bool, _ name: Comment) {
    for t in Set([0, 1, fit.iterations / 2, fit.iterations]).sorted() {
      let step = fit.steps[t]
      let plain = Naive(mixture: step.mixture).observedLogLikelihood(fit.samples)
      #expect(abs(step.logLikelihood - plain) <= 1e-11 * abs(plain), name)
      #expect(abs(step.mixture.logLikelihood(fit.samples) - plain) <= 1e-11 * abs(plain), name)
    }
    let broken = fit.certificate().filter { !$0.holds }
    #expect(broken.isEmpty, "\(name): \(broken.map { ($0.name, $0.residual) })")
    for half in (0..<fit.iterations).map({ fit.halfStep(from: $0) }) {
      let scale = max(1, abs(half.logLikelihood))
      #expect(abs(half.elbo + half.divergence - half.nextLogLikelihood) <= 1e-10 * scale, name)
    }
    guard bare, fit.repairs.isEmpty else { return }
    for (before, after) in zip(fit.steps, fit.steps.dropFirst()) {
      #expect(after.logLikelihood >= before.logLikelihood - 1e-10 * max(1, abs(before.logLikelihood)), name)
    }
  }

  /// The empty row of weight 0 makes no difference but that the rows are grouped by their cells.
  @Test(arguments: CovarianceFamily.all)
  func nothingMissingIsThePlainFit(_ family: CovarianceFamily) throws {
    let data = try RandomData(seed: 41, rows: 120, dimension: 3, groups: 3)
    let grouped = try Samples(
      values: data.samples.values + [.nan, .nan, .nan], columnNames: data.samples.columnNames,
      weights: Array(repeating: 1, count: 120) + [0], allowingMissing: true)
    func fit(_ samples: Samples) throws -> EMFit {
      let labels = Array((data.labels + [0]).prefix(samples.rowCount))
      return try EMFit.fit(
        samples, EMOptions(components: 3, family: family, start: .labels(labels), maxIterations: 40, floor: .none))
    }
    let (plain, other) = (try fit(data.samples), try fit(grouped))
    #expect(plain.iterations == other.iterations)
    for (a, b) in zip(plain.steps, other.steps) {
      #expect(abs(a.logLikelihood - b.logLikelihood) <= 1e-12 * abs(a.logLikelihood))
    }
    #expect(Array(other.labels.prefix(120)) == plain.labels)
    for (a, b) in [(plain.bic, other.bic), (plain.icl, other.icl), (plain.score, other.score)] {
      #expect(abs(a - b) <= 1e-11 * abs(a))
    }
    #expect(abs(plain.entropy - other.entropy) <= 1e-10)
  }

  @Test(arguments: CovarianceFamily.all)
  func aWeightIsThatManyRows(_ family: CovarianceFamily) throws {
    let (samples, labels) = try MissingData.random(seed: 51, rows: 90, dimension: 3, groups: 2)
    let counts = (0..<90).map { 1 + $0 % 3 }
    let copies = counts.indices.flatMap { Array(repeating: $0, count: counts[$0]) }
    let weighted = try MissingData.samples(samples, weights: counts.map(Double.init)) { _, _ in false }
    let repeated = try Samples(
      values: copies.flatMap { Array(samples[row: $0]) }, columnNames: samples.columnNames, allowingMissing: true)
    func fit(_ samples: Samples, _ labels: [Int]) throws -> EMFit {
      try EMFit.fit(
        samples, EMOptions(components: 2, family: family, start: .labels(labels), maxIterations: 30, floor: .none))
    }
    let (a, b) = (try fit(weighted, labels), try fit(repeated, copies.map { labels[$0] }))
    #expect(a.iterations == b.iterations)
    for (x, y) in [(a.logLikelihood, b.logLikelihood), (a.bic, b.bic), (a.icl, b.icl), (a.entropy, b.entropy)] {
      #expect(abs(x - y) <= 1e-10 * abs(x), "\(family.name)")
    }
  }

  @Test func rowsInAnyOrderOnAnyThreads() throws {
    let (samples, labels) = try MissingData.random(seed: 61, rows: 5000, dimension: 3, groups: 3)
    func fit(_ samples: Samples, _ labels: [Int], threads: Int) throws -> EMFit {
      try EMFit.fit(
        samples,
        EMOptions(
          components: 3, start: .labels(labels), maxIterations: 10, floor: .none, threads: threads))
    }
    let one = try fit(samples, labels, threads: 1)
    let three = try fit(samples, labels, threads: 3)
    #expect(one.mixture == three.mixture)
    #expect(one.steps.map(\.logLikelihood) == three.steps.map(\.logLikelihood))
    var generator = SeededGenerator(seed: 4)
    let order = generator.permutation(5000)
    let shuffled = try Samples(
      values: order.flatMap { Array(samples[row: $0]) }, columnNames: samples.columnNames, allowingMissing: true)
    let other = try fit(shuffled, order.map { labels[$0] }, threads: 2)
    #expect(abs(one.logLikelihood - other.logLikelihood) <= 1e-12 * abs(one.logLikelihood))
    #expect(other.labels == order.map { one.labels[$0] })
  }

  /// Shifts of 1e8 and units of 1e±150 leave responsibilities alone and move ℓ by the Jacobian of the observed cells.
  @Test(arguments: CovarianceFamily.all)
  func unitsAndOffsets(_ family: CovarianceFamily) throws {
    let (samples, labels) = try MissingData.random(seed: 71, rows: 120, dimension: 3, groups: 2)
    func fit(_ factor: Double, _ shift: Double) throws -> EMFit {
      let moved = try Samples(
        values: samples.values.map { $0 * factor + shift }, columnNames: samples.columnNames, allowingMissing: true)
      return try EMFit.fit(
        moved,
        EMOptions(
          components: 2, family: family, start: .labels(labels), tolerance: 0, maxIterations: 20, floor: .none))
    }
    let plain = try fit(1, 0)
    let cells = Double(samples.values.count { !$0.isNaN })
    for (factor, shift, tolerance) in [(0x1p490, 0.0, 1e-11), (0x1p-490, 0, 1e-11), (1, 1e8, 2e-7)] {
      let moved = try fit(factor, shift)
      let expected = plain.logLikelihood - cells * Elementary.log(factor)
      #expect(abs(moved.logLikelihood - expected) <= tolerance * abs(expected), "\(family.name), \(factor), \(shift)")
      let shares = (plain.responsibilities.values, moved.responsibilities.values)
      for e in shares.0.indices { #expect(abs(shares.0[e] - shares.1[e]) <= 100 * tolerance) }
    }
  }

  @Test(arguments: [Criterion.bic, .cv])
  func selectionsFindTheGroups(_ criterion: Criterion) throws {
    let selection = try Selection.run(
      MissingData.faithful(), components: [1, 2], families: [.full, .spherical],
      options: EMOptions(components: 1, restarts: 2), criterion: criterion, folds: 5)
    #expect(selection.best.options.components == 2 && selection.best.options.family == .full)
    #expect(selection.cells.allSatisfy { $0.failure == nil && criterion.value(of: $0)?.isFinite == true })
  }

  /// A row without any cell changes how EM gets there, not where, and counts in no criterion.
  @Test func emptyRowsSayNothing() throws {
    let samples = try MissingData.faithful()
    let kept = (0..<272).filter { !samples[row: $0].allSatisfy(\.isNaN) }
    #expect(kept.count == 268 && samples.totalWeight == 268 && samples.emptyWeight == 4)
    let fewer = try Samples(
      values: kept.flatMap { Array(samples[row: $0]) }, columnNames: samples.columnNames, allowingMissing: true)
    func fit(_ samples: Samples) throws -> EMFit {
      try EMFit.fit(
        samples, EMOptions(components: 2, start: .kMeans, restarts: 3, tolerance: 1e-13, floor: .none))
    }
    let (all, some) = (try fit(samples), try fit(fewer))
    for (a, b) in [
      (all.logLikelihood, some.logLikelihood), (all.score, some.score), (all.bic, some.bic), (all.icl, some.icl),
      (all.entropy, some.entropy),
    ] { #expect(abs(a - b) <= 1e-7 * abs(b)) }
    let evaluation = all.mixture.evaluate(samples)
    for i in 0..<272 where !kept.contains(i) {
      #expect(evaluation.logDensities[i] == 0)
      #expect(evaluation.responsibilities[row: i] == all.mixture.weights)
    }
  }
}
