import Mixtures
import Testing

/// Rows that stand for several.
@Suite struct RowWeightTests {
  private func faithful(_ weights: [Double]) throws -> Samples {
    let table = try Reference.table("faithful")
    return try Samples(values: Array(table.rows.joined()), columnNames: table.names, weights: weights)
  }

  private var copies: [Double] { (0..<272).map { [1, 2, 3, 1][$0 % 4] } }

  /// The start of the reference: one M-step from long and short eruptions.
  private func labels(of samples: Samples) -> Start {
    .labels((0..<samples.rowCount).map { samples[$0, 0] > 3 ? 1 : 0 })
  }

  @Test func weightedFitOfAnIndependentProgram() throws {
    let reference = try Reference.json("worked_examples")["weighted"]
    let samples = try faithful(copies)
    let fit = try EMFit.fit(
      samples,
      EMOptions(components: 2, start: labels(of: samples), tolerance: 0, maxIterations: 200, floor: .none))
    let comparison = Comparison(name: "weighted", samples: samples)
    for (t, score) in reference["trace"].doubles.enumerated() {
      comparison.expect(fit.steps[t].logLikelihood / samples.totalWeight, score, "score at \(t)")
    }
    #expect(abs(fit.score - reference["mean_loglik_per_unit_weight"].double) < 1e-9)
    #expect(samples.totalWeight == 476)
  }

  /// Law 9: from the same parameters, a weighted row and its copies give the same.
  @Test(arguments: CovarianceFamily.all)
  func aWeightedRowEqualsItsCopies(_ family: CovarianceFamily) throws {
    let weighted = try faithful(copies)
    let rows = (0..<272).flatMap { i in Array(repeating: Array(weighted[row: i]), count: Int(copies[i])) }
    let copied = try Samples(values: Array(rows.joined()), columnNames: weighted.columnNames)
    let start = Start.given(
      means: Matrix([[2, 55], [4.4, 80], [3, 70]]), weights: [0.3, 0.5, 0.2], precisions: nil)
    for floor in [Floor.none, .relative(1e-3)] {
      let options = EMOptions(
        components: 3, family: family, start: start, tolerance: 0, maxIterations: 30, floor: floor)
      let (one, other) = (try EMFit.fit(weighted, options), try EMFit.fit(copied, options))
      let comparison = Comparison(name: family.name, samples: copied)
      for t in one.steps.indices {
        comparison.expect(one.steps[t].logLikelihood, other.steps[t].logLikelihood, "ℓ at \(t)")
      }
      for (name, value) in [
        ("BIC", \EMFit.bic), ("AIC", \.aic), ("ICL", \.icl), ("score", \.score), ("entropy", \.entropy),
      ] { comparison.expect(one[keyPath: value], other[keyPath: value], name) }
      for e in 0..<6 { comparison.expect(one.mixture.means.values[e], other.mixture.means.values[e], "mean \(e)") }
    }
  }

  @Test func theLawsHoldForWeightedRows() throws {
    let samples = try faithful(copies.map { $0 / 7 })
    let fit = try EMFit.fit(
      samples, EMOptions(components: 2, start: labels(of: samples), tolerance: 1e-9, floor: .none))
    let theorems = fit.certificate()
    #expect(theorems.count >= 9)
    for theorem in theorems { #expect(theorem.holds, "\(theorem.name): \(theorem.residual)") }
  }

  @Test(arguments: Start.unaided)
  func rowsOfWeightZeroDoNotMatter(_ start: Start) throws {
    let weights = (0..<272).map { $0 % 9 == 0 ? 0.0 : 1 }
    let samples = try faithful(weights)
    let fit = try EMFit.fit(samples, EMOptions(components: 2, start: start, tolerance: 1e-10, floor: .none))
    let kept = (0..<272).filter { weights[$0] > 0 }
    let rest = try Samples(
      values: kept.flatMap { Array(samples[row: $0]) }, columnNames: samples.columnNames)
    let own = try EMFit.fit(rest, EMOptions(components: 2, start: start, tolerance: 1e-10, floor: .none))
    #expect(abs(fit.logLikelihood - own.logLikelihood) < 1e-4, "\(start.name)")
    #expect(fit.labels.count == 272)
  }

  @Test(arguments: [
    (-1.0, "row 2 has the weight -1; weights are numbers of 0 or more"),
    (.nan, "row 2 has the weight nan; weights are numbers of 0 or more"),
    (.infinity, "row 2 has the weight inf; weights are numbers of 0 or more"),
  ])
  func aWeightThatIsNone(_ weight: Double, _ message: String) {
    let error = #expect(throws: FitError.self) {
      try Samples(values: [1, 2, 3], columnNames: ["x"], weights: [1, weight, 1])
    }
    #expect(error?.description == message)
  }

  @Test func weightsThatAreAllZero() {
    let error = #expect(throws: FitError.self) {
      try Samples(values: [1, 2, 3], columnNames: ["x"], weights: [0, 0, 0])
    }
    #expect(error?.description == "the weights of all rows are 0; some row needs a weight above 0")
  }
}
