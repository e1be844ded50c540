import Testing
import mixture_bench

@Suite struct FindingsTests {
  private let findings = Findings(
    machine: Machine(processor: "P", threads: 2, instructions: "AVX2", operations: 100, bytes: 20),
    results: [
      Result(
        name: "em/full", summary: "", rounds: [0.004, 0.002, 0.001], peakBytes: 120, dataBytes: 80,
        work: .emIteration(.spherical, rows: 1000, columns: 2, components: 4)),
      Result(name: "run/wine", summary: "", rounds: [], failure: "gmm-report is not there yet"),
    ])

  @Test func ratesAreOfTheMedianRound() throws {
    let result = findings.results[0]
    #expect(result.seconds == 0.002)
    #expect(result.best == 0.001)
    #expect(result.rowsPerSecond == 500_000)
    #expect(result.nanosecondsPerRowComponent == 500)
    #expect(result.gigaBytes == 0.008)
    #expect(result.memoryRatio == 1.5)
    #expect(findings.results[1].seconds == nil)
  }

  @Test func theMiddleOfAnEvenNumberIsBetweenTwo() {
    #expect([4.0, 1, 3, 2].middle == 2.5)
    #expect([5.0].middle == 5)
    #expect([Double]().middle.isNaN)
  }

  @Test func aTableAlignsItsColumnsAndTellsWhatFailed() {
    let lines = findings.table.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines[0].hasPrefix("benchmark  median"))
    #expect(lines[1].hasPrefix("em/full      2 ms  1 ms   0.5 M         500"))
    #expect(lines[1].hasSuffix("1.50 × data"))
    #expect(lines[0].count == lines[1].count)
    #expect(lines[3] == "run/wine: not timed: gmm-report is not there yet")
    #expect(findings.table.contains("100 GF/s"))
  }

  @Test func commaSeparatedLinesHaveAsManyCellsAsTheHeader() {
    let lines = findings.commaSeparated.split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    #expect(lines.count == 3)
    #expect(lines.allSatisfy { $0.count == lines[0].count })
    #expect(lines[1].prefix(5) == ["em/full", "0.002", "0.001", "3", "500000.0"])
    #expect(lines[2][1].isEmpty)
  }

  @Test func jsonReadsBackTheSame() throws { #expect(try Findings(json: findings.json()) == findings) }
}
