import Testing

@Suite struct StartLotteryPlotTests {
  private static let faithful = cell("load faithful", "file: faithful.csv")

  private func figures(_ fit: String) throws -> [ChartedFigure] {
    try Workbench.withData().charts(
      Self.faithful + cell("fit m", "data: faithful", fit) + cell("plot fig-s", "kind: start_lottery", "fit: m")
        + cell("plot fig-c", "kind: convergence", "fit: m"))
  }

  /// The numbers of the table add up, and the best of them is that of scikit-learn's best of 30.
  @Test func optimaOfManyStarts() throws {
    let figures = try figures("components: 4\ncovariance: diagonal\ninit: random\nrestarts: 40\ntolerance: 1e-10")
    let (lottery, convergence) = (figures[0], figures[1])
    let (values, starts) = (lottery.numbers("ℓ (nats)"), lottery.numbers("starts"))
    #expect(starts.reduce(0, +) == 40)
    #expect(values == values.sorted(by: >))
    #expect(zip(values, values.dropFirst()).allSatisfy { $0 - $1 >= 0.01 })
    let best = try #require(lottery.data["outcome"]?.firstIndex(of: "kept"))
    #expect(lottery.title == "\(Int(starts[best])) of 40 starts reach the best optimum")
    #expect(abs(values[best] - -1112.8808) < 0.01)
    #expect(convergence.title.hasPrefix(lottery.title))
    #expect(lottery.alternativeText.hasSuffix(" groups, each within 0.01 nats.") == (values.count > 1))
    #expect(abs(lottery.numbers("ℓ per row (nats)")[best] - values[best] / 272) < 1e-12)
  }

  @Test(arguments: [
    ("components: 1", "The only start ends at ℓ = −1,289.80"),
    ("components: 2\nrestarts: 5", "All 5 starts reach the same optimum"),
  ])
  func fewStarts(fit: String, title: String) throws {
    let lottery = try figures(fit)[0]
    #expect(lottery.title == title)
    #expect(lottery.description.hasPrefix("\(title). The starts end, most often at −1,"))
  }

  /// Among 30 starts of five diagonal components some end in a spike on rows that share one waiting time.
  @Test func spuriousOptimaAreCountedApart() throws {
    let lottery = try figures("components: 5\ncovariance: diagonal\nrestarts: 30")[0]
    let flags = try #require(lottery.data["outcome"])
    let spurious = zip(flags, lottery.numbers("starts")).filter { $0.0 == "spurious" }.reduce(0) { $0 + $1.1 }
    #expect(spurious > 0)
    #expect(lottery.title.hasSuffix("the best sound optimum"))
    #expect(lottery.caption.contains("\(Int(spurious)) start"))
    #expect(lottery.problems == "")
  }
}
