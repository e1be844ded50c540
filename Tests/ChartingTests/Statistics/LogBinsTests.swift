import Charting
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

@Suite struct LogBinsTests {
  private static let samples: [[Double]] = [
    [1, 10, 100, 1000], [0.9, 1.2, 1.9, 2, 2.2, 15.5], [3], [5, 5, 5], [1e-300, 1e300], [0.1, 0.2, 0.4, 0.8],
    (1...500).map { Double($0) }, [1000, 1000.0000001], [999.9999999, 1000],
  ]

  /// Edges rise by one ratio, a whole number of which is ten, and no value is lost.
  @Test(arguments: samples) func binsAreEvenInTheLogarithm(values: [Double]) throws {
    for rule in [BinRule.auto, .sturges, .count(3), .count(40)] {
      let bins = try #require(Bins(logarithmic: values + [0, -1, .nan, .infinity], rule: rule))
      let perDecade = try #require(bins.binsPerDecade)
      for (a, b) in zip(bins.edges, bins.edges.dropFirst()) {
        #expect(abs(log10(b) - log10(a) - 1 / Double(perDecade)) < 1e-9)
      }
      #expect(values.allSatisfy { bins.index(of: $0).map { $0 < bins.count } ?? false })
      #expect(bins.index(of: 0) == nil)
      for (bin, edge) in bins.edges.dropLast().enumerated() { #expect(bins.index(of: edge) == bin) }
    }
  }

  @Test func edgesOfWholeDecadesAreExact() throws {
    let bins = try #require(Bins(logarithmic: [0.01, 5000], rule: .count(6)))
    #expect(bins.edges == [0.01, 0.1, 1, 10, 100, 1000, 10000])
    #expect(bins.width(of: 2) == 9)
  }

  /// Values recorded in steps of 0.1 from 0.5 on: a first bin no narrower than a step needs a ratio of 1.2 at least.
  @Test func theFirstBinHoldsAStep() throws {
    let bins = try #require(Bins(logarithmic: (5...90).map { Double($0) / 10 }, rule: .count(1000)))
    #expect(bins.edges[1] / bins.edges[0] >= 1.2)
  }

  @Test func nothingHasALogarithm() { #expect(Bins(logarithmic: [0, -3, .nan]) == nil) }

  /// Shares divided by widths add up to 1 over bins of any width.
  @Test func densitiesHaveAreaOne() throws {
    let bins = try #require(Bins(logarithmic: Self.samples[6]))
    let density = Histogram(Self.samples[6], in: bins, norm: .density).values[0]
    let area = density.indices.reduce(0) { $0 + density[$1] * bins.width(of: $1) }
    #expect(abs(area - 1) < 1e-12)
  }

  @Test func leastGreatestAndRunningSums() throws {
    let bins = try #require(Bins(for: [1, 2, 3], rule: .width(1)))
    let (data, weights) = ([1.0, 1, 3], [5.0, -2, 4])
    func bars(_ statistic: Histogram.Statistic, cumulative: Bool = false) -> [Double] {
      Histogram(data, weights: weights, in: bins, statistic: statistic, cumulative: cumulative).values[0]
    }
    #expect(bars(.min)[0] == -2 && bars(.max)[0] == 5 && bars(.max)[2] == 4)
    #expect(bars(.min)[1].isNaN && bars(.max)[1].isNaN)
    #expect(bars(.sum, cumulative: true) == [3, 3, 7])
    #expect(bars(.count, cumulative: true) == [2, 2, 3])
  }
}
