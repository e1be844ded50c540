import Foundation
import Testing

@Suite struct SingularityPlotTests {
  private static let faithful = cell("load faithful", "file: faithful.csv", "units: {eruptions: min, waiting: min}")

  private func figure(_ floor: String, _ options: String...) throws -> ChartedFigure {
    try #require(
      try Workbench.withData().charts(
        Self.faithful
          + cell("fit m", "data: faithful", "columns: [waiting]", "components: 2", "tolerance: 1e-12", floor)
          + cell("plot fig-s", "kind: singularity", "fit: m", options.joined(separator: "\n"))
      ).first)
  }

  /// ℓ of .36089 N(79, σ²) + .63911 N(80.0911, 5.86773²), the maximum without a floor, by the formula.
  private func logLikelihood(_ deviation: Double) throws -> Double {
    let rows = try #require(try Workbench.withData().files["faithful.csv"]).split(separator: "\n").dropFirst()
    let waiting = rows.compactMap { $0.split(separator: ",").last.flatMap { Double($0) } }
    func normal(_ x: Double, _ mean: Double, _ sd: Double) -> Double {
      exp(-(x - mean) * (x - mean) / (2 * sd * sd)) / (sd * (2 * Double.pi).squareRoot())
    }
    return waiting.reduce(0) {
      $0 + log(0.36088612 * normal($1, 79, deviation) + 0.63911388 * normal($1, 80.09107041, 5.86773342))
    }
  }

  /// Ten rows hold the value 79 of row 1: a tenth of σ adds 10 log 10 nats in the end.
  @Test func theSlopeOfTheSpike() throws {
    let figure = try figure("regularization: 0")
    #expect(figure.title == "The likelihood has no maximum: in the end each tenfold narrowing adds 23.0 nats")
    #expect(figure.subtitle == "Component A put on row 1, waiting 79 min, and narrowed; the others as fitted")
    #expect(figure.caption.contains("10 rows have this value, each adding −log σ. This fit has no floor"))
    let (deviations, values) = (figure.numbers("σ (min)"), figure.numbers("ℓ (nats)"))
    #expect(deviations.count == 13)
    for (deviation, value) in zip(deviations, values) {
      #expect(abs(value - (try logLikelihood(deviation))) < 0.01)
    }
    let (last, before) = (deviations.count - 1, deviations.count - 2)
    let slope = (values[last] - values[before]) / log(deviations[before] / deviations[last])
    #expect(abs(slope - 10) < 1e-6)
  }

  /// The floor is 1e-6 of the variance, 0.013570 min as a standard deviation; SciPy gives ℓ = −1,859.09 there for the
  /// parameters without a floor.
  @Test func theFloorStopsIt() throws {
    let figure = try figure("restarts: 10")
    #expect(figure.caption.contains("so σ stays at or above 0.014 min, where ℓ = −1,859."))
    let at = try #require(figure.numbers("σ (min)").firstIndex { abs($0 - 0.01356996) < 1e-7 })
    #expect(abs(figure.numbers("ℓ (nats)")[at] - -1859.0857) < 0.05)
  }

  /// One row alone has 67 min: it gains log 10 a decade.
  @Test func aRowOfItsOwn() throws {
    let table = try #require(try Workbench.withData().files["faithful.csv"]).split(separator: "\n")
    let row = try #require(table.firstIndex { $0.hasSuffix(",67.0") })
    #expect(table.count { $0.hasSuffix(",67.0") } == 1)
    let figure = try figure("regularization: 0", "row: \(row)\ncomponent: B")
    #expect(figure.title == "The likelihood has no maximum: in the end each tenfold narrowing adds 2.3 nats")
    #expect(figure.subtitle == "Component B put on row \(row), waiting 67 min, and narrowed; the others as fitted")
    #expect(figure.caption.contains("No other row has this value."))
  }

  /// Components that share their variances cannot narrow alone, and the title does not say that they could.
  @Test func sharedVariances() throws {
    let figure = try #require(
      try Workbench.withData().charts(
        Self.faithful + cell("fit m", "data: faithful", "components: 2", "covariance: tied")
          + cell("plot fig-s", "kind: singularity", "fit: m", "x: waiting", "component: B")
      ).first)
    #expect(figure.title == "Were the variance of B its own, the likelihood would have no maximum")
    #expect(figure.caption.contains("This family’s components share their variances, so none can narrow alone."))
  }

  /// Nine rows under two components that coincide on N(0, 60): ℓ passes the fit's where
  /// log σ = log π − ½ log 2π − (ℓ − ℓ₀), with ℓ₀ that of the eight other rows under the other component.
  @Test func whereItPassesTheFit() throws {
    var workbench = try Workbench.withData()
    let rows = stride(from: -12, through: 12, by: 3).map(Double.init)
    workbench.files["t.csv"] = "x\n" + rows.map { "\($0)\n" }.joined()
    let start = "means: [[0], [0]]\nprecisions: [[[0.02]], [[0.02]]]\nweights: [0.5, 0.5]\nregularization: 0"
    let figure = try #require(
      try workbench.charts(
        cell("load t", "file: t.csv") + cell("fit m", "data: t", "components: 2", start)
          + cell("plot fig-s", "kind: singularity", "fit: m", "component: A\nrow: 5")
      ).first)
    func logDensity(_ x: Double) -> Double { -x * x / 120 - 0.5 * log(2 * Double.pi * 60) }
    let fitted = rows.reduce(0) { $0 + logDensity($1) }
    let others = rows.filter { $0 != 0 }.reduce(0) { $0 + logDensity($1) + log(0.5) }
    let deviation = exp(log(0.5) - 0.5 * log(2 * Double.pi) - (fitted - others))
    let text = try #require(figure.description.components(separatedBy: "at σ = ").last)
    let told = try #require(Double(text.prefix { $0 != " " }.dropLast()))
    #expect(abs(told - deviation) < 0.04 * deviation)
  }
}
