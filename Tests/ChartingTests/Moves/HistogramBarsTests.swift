import Charting
import Testing

@Suite struct HistogramBarsTests {
  private let data = [0.5, 1.5, 1.5, 2.5, 2.5, 9]
  private let groups = [0, 0, 1, 0, 1, 1]

  private func histogram(clip: Double? = nil) throws -> Histogram {
    let bins = try #require(Bins(for: data, rule: .width(1), clip: clip))
    return Histogram(data, groups: groups, groupCount: 2, in: bins)
  }

  @Test func stacksStandOnEachOther() throws {
    let histogram = try histogram(clip: 3)
    let layers = histogram.bars(paints: [.component(0), .component(1)])
    #expect(layers.map(\.paint) == [.component(0), .component(1)])
    for (lower, upper) in zip(layers[0].bars, layers[1].bars) {
      #expect(lower.x == upper.x && lower.y.lowerBound == 0 && lower.y.upperBound == upper.y.lowerBound)
    }
    #expect(layers[1].bars.map(\.y.upperBound).reduce(0, +) == 6)
  }

  @Test func groupsStandSideBySide() throws {
    let layers = try histogram().bars(.group, paints: [.component(0), .component(1)])
    for (left, right) in zip(layers[0].bars, layers[1].bars) {
      #expect(left.x.upperBound < right.x.lowerBound && right.y.lowerBound == 0)
    }
  }

  @Test func overlaidGroupsShineThrough() throws {
    let layers = try histogram().bars(.overlay, paints: [.component(0), .component(1)])
    #expect(layers.allSatisfy { $0.paint.opacity < 1 && $0.bars.allSatisfy { $0.y.lowerBound == 0 } })
  }

  @Test func whatIsGatheredHasABinOfItsOwn() throws {
    let bins = try histogram(clip: 3).bins
    #expect(bins.drawnEdges.count == bins.edges.count + 1)
    #expect(bins.overflow?.bound == 3)
    #expect(bins.overflow?.place == bins.edges[bins.count] + bins.width)
    let range = try #require(bins.drawnRange)
    #expect(range.lowerBound < bins.edges[0] && range.upperBound > bins.drawnEdges[bins.count + 1])
    let whole = try histogram().bins
    #expect(whole.drawnEdges == whole.edges && whole.overflow == nil && whole.drawnRange == nil)
  }
}
