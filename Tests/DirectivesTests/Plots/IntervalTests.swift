import Directives
import Testing

/// Bars through the points of a scatter plot.
@Suite struct IntervalTests {
  private let bench = Workbench(files: ["t.csv": "x,y,low,high,word\n1,2,1,3,a\n2,4,,5,b\n3,5,-4,9,a\n"])

  private func plot(_ options: String) -> String {
    "```{load} t\nfile: t.csv\n```\n```{plot} fig-x\nkind: scatter\ndata: t\nx: x\ny: y\n\(options)\n```\n"
  }

  @Test func barsAreSaidAndKeptInView() throws {
    let figure = try #require(try bench.charts(plot("interval: [low, high]")).first)
    #expect(figure.caption.contains("Bars: from low to high."))
    #expect(figure.problems == "")
  }

  @Test(arguments: [
    ("interval: [low]", "9:11: an interval has two ends, not one (name two columns, such as [low, high])"),
    ("interval: [low, word]", "9:17: 'word' is a column of text, not a column of numbers"),
    ("interval: [lo, high]", "9:12: unknown column 'lo' (did you mean 'low'?)"),
    (
      "as: hexbin\ninterval: [low, high]",
      "10:11: 'interval' means nothing for as: hexbin (as: points draws every point)"
    ),
  ])
  func refuses(options: String, expected: String) {
    #expect(bench.mistakes(plot(options)) == [expected])
  }
}
