import Charting
import Testing

@Suite struct BinsTests {
  /// Half a granule off the recorded values, a whole number of granules wide: by hand.
  @Test(arguments: [
    (BinRule.width(0.2), 0.2, 2.05, 38), (.width(0.24), 0.2, 2.05, 38), (.width(0.01), 0.1, 2.05, 76),
    (.auto, 1.3, 2.05, 6), (.count(30), 0.3, 2.05, 26), (.width(50), 50.0, 2.05, 1),
  ])
  func edgesLieBetweenRecordedValues(_ rule: BinRule, _ width: Double, _ start: Double, _ count: Int) throws {
    let bins = try #require(Bins(for: skewed, rule: rule))
    #expect(bins.granule == 0.1)
    #expect(bins.width == width && bins.edges[0] == start && bins.count == count)
    #expect(bins.granulesPerBin == Int((width * 10).rounded()))
    #expect(skewed.allSatisfy { value in bins.edges.allSatisfy { abs($0 - value) > 0.04 } })
    #expect(skewed.allSatisfy { bins.index(of: $0) != nil })
  }

  @Test func everyBinHoldsAsManySteps() throws {
    // All of 0, 0.1 … 9.9 once: false teeth would show as unequal counts.
    let values = (0..<100).map { Double($0) / 10 }
    for width in [0.2, 0.5, 1, 2] {
      let bins = try #require(Bins(for: values, rule: .width(width)))
      let counts = Histogram(values, in: bins).counts[0]
      #expect(Set(counts) == [Int(width * 10)], "width \(width)")
    }
  }

  /// Steps of 1/60 rounded to 0.001, as the eruptions of Old Faithful: no step holds them all.
  @Test func measurementsThatWereNotRoundedHaveNoGranule() throws {
    let minutes = [1.6, 1.75, 1.767, 1.783, 1.8, 1.833, 1.85, 1.867, 1.917, 2.2, 2.283, 3.333, 3.6, 4.533, 5.1]
    #expect(try #require(Bins(for: minutes)).granule == nil)
    // One stray reading between the steps does not hide them.
    let mostlyTenths = (0..<40).map { Double($0) / 10 } + [1.25]
    #expect(try #require(Bins(for: mostlyTenths)).granule == 0.1)
  }

  @Test func integersGetWholeBins() throws {
    let bins = try #require(Bins(for: [3, 4, 5, 6, 7, 8, 5, 6], rule: .width(1)))
    #expect(bins.edges == [2.5, 3.5, 4.5, 5.5, 6.5, 7.5, 8.5] && bins.granule == 1)
  }

  @Test func binsAreAtLeastAsWideAsCanBeSeen() throws {
    #expect(try #require(Bins(for: skewed, rule: .width(0.1), minimumWidth: 0.25)).width == 0.3)
    let irregular = [0, 0.1234, 0.5077, 1.7, 3.1415, 10]
    #expect(try #require(Bins(for: irregular, rule: .width(0.1), minimumWidth: 1)).count == 10)
  }

  @Test func dataWithoutStepsGetRoundEdges() throws {
    let values = [0, 0.1234, 0.5077, 1.7, 3.1415, 10]
    let bins = try #require(Bins(for: values, rule: .width(3)))
    #expect(bins.granule == nil && bins.granulesPerBin == nil)
    #expect(bins.edges == [0, 3, 6, 9, 12] && bins.width == 3)
    let large = try #require(Bins(for: values.map { 1000 * $0 }, rule: .width(3141.59)))
    #expect(large.width == 3000 && large.edges == [0, 3000, 6000, 9000, 12000])
  }

  @Test func theEdgesOfABin() throws {
    let bins = try #require(Bins(for: [1, 2, 3, 4], rule: .width(2)))
    #expect(bins.edges == [0.5, 2.5, 4.5])
    #expect([0.4, 0.5, 2.4, 2.5, 4.5, 4.6].map { bins.index(of: $0) } == [nil, 0, 0, 1, 1, nil])
    #expect(bins.index(of: .nan) == nil && bins.index(of: .infinity) == nil)
  }

  @Test func clippedValuesHaveABinOfTheirOwn() throws {
    let bins = try #require(Bins(for: skewed, rule: .width(0.5), clip: 5))
    #expect(bins.clip == 5 && bins.edges[0] == 2.05)
    #expect(bins.edges.last == 4.55)
    #expect(bins.index(of: 5.9) == bins.count && bins.index(of: 9.6) == bins.count)
    // The rule goes by all values: what is cut off does not make the bins narrower.
    #expect(try #require(Bins(for: skewed, clip: 5)).width == 1.3)
    #expect(try #require(Bins(for: skewed, rule: .count(5), clip: 5)).width == 0.5)
    #expect(try #require(Bins(for: skewed, clip: 20)).clip == nil)
    #expect(Bins(for: skewed, clip: 1) == nil)
  }

  @Test func equalValuesShareOneBin() throws {
    let bins = try #require(Bins(for: [7, 7, 7]))
    #expect(bins.edges == [6.5, 7.5] && bins.index(of: 7) == 0)
  }

  @Test(arguments: [[], [Double.nan], [.infinity, -.infinity], [-1.7e308, 1.7e308]])
  func nothingFiniteHasNoBins(_ values: [Double]) {
    #expect(Bins(for: values) == nil)
  }

  @Test func edgesThatOverflowMakeNoBins() {
    #expect(Bins(for: [1, 2, 3, 4], rule: .width(1e300)).map { $0.granulesPerBin == nil } ?? true)
    let least = Double.leastNonzeroMagnitude
    for tiny in [Bins(for: [0, least, 2 * least]), Bins(for: [2e13 * least, 7e13 * least, 1e14 * least])] {
      #expect(tiny.map { $0.count <= Bins.maximumCount } ?? true)
    }
    #expect(Bins(for: [-8e307, 0, 7e307], minimumWidth: .infinity) == nil)
    #expect(Bins(for: [0, 1.1e308, 1.7e308], rule: .count(2)).map { $0.edges.allSatisfy(\.isFinite) } ?? true)
  }

  @Test func absurdWidthsAreHeld() throws {
    #expect(try #require(Bins(for: [0, 1e9, 3.7], rule: .width(1e-9))).count <= Bins.maximumCount)
    #expect(try #require(Bins(for: [0, 1, 1_000_000], rule: .width(1))).count <= Bins.maximumCount)
  }
}
