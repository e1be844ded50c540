import Charting
import Testing

/// Marks of distributions in a panel of 200 × 100 px at (100, 50), whose axes run from 0 to 10.
@Suite struct DistributionMarkTests {
  @Test func standingBoxesAreLyingOnesTurned() {
    let box = BoxMark.Box(
      row: 5, whiskers: 1...8, quartiles: 2...6, median: 3, outliers: [9, 12], mean: 4, paint: .component(0))
    let primitives = drawn(BoxMark([box], orientation: .upright, look: .outlined, thickness: 1, mostThickness: 60))
    let shapes = paths(primitives)
    #expect(nodes(shapes[0]) == [Point(200, 140), Point(200, 130), Point(200, 90), Point(200, 70)])
    #expect(shapes[1].bounds == Rect(minX: 190, minY: 90, maxX: 210, maxY: 130))
    #expect(nodes(shapes[4]) == [Point(190, 120), Point(210, 120)])
    #expect(stamps(primitives).flatMap(\.points) == [Point(200, 60), Point(200, 110)])
    #expect(SceneChecks.texts(in: primitives).map(\.text.plain) == ["+1"])
  }

  @Test func notchesDrawTheBoxInAtTheMedian() {
    let box = BoxMark.Box(
      row: 5, whiskers: 1...9, quartiles: 2...8, median: 5, notch: 4...6, paint: .component(0))
    let body = nodes(paths(drawn(BoxMark([box], look: .outlined, thickness: 2, mostThickness: 60)))[1])
    #expect(body.count == 10)
    #expect(body.filter { $0.x == 200 }.map(\.y).sorted() == [95, 105])
    #expect(body.filter { $0.x == 180 }.map(\.y).sorted() == [90, 110])
  }

  @Test func outliersWithinTheOuterFencesAreOpen() {
    let box = BoxMark.Box(
      row: 5, whiskers: 4...6, quartiles: 4...5, median: 4.5, outliers: [1, 7, 9.5], fences: 1...8, paint: .ink)
    let symbols = stamps(drawn(BoxMark([box], look: .outlined)))
    #expect(symbols.map { $0.points.map(\.x) } == [[290], [120, 240]])
    #expect(symbols[0].outline == nil && symbols[1].outline != nil && symbols[1].colors.isEmpty)
  }

  @Test func violinsReachToEitherSide() throws {
    let violin = ViolinMark.Violin(
      place: 5, values: [2, 4, 6], before: [0, 1, 0], after: [0, 0, 0], paint: .component(1))
    let lying = try #require(paths(drawn(ViolinMark([violin], orientation: .lying))).first?.bounds)
    #expect(lying == Rect(minX: 140, minY: 100, maxX: 220, maxY: 110))
    let upright = try #require(paths(drawn(ViolinMark([violin], orientation: .upright))).first?.bounds)
    #expect(upright == Rect(minX: 180, minY: 90, maxX: 200, maxY: 130))
    let taken = domains(ViolinMark([violin], orientation: .upright))
    #expect(taken.x == 4...5 && taken.y.lowerBound < 2 && taken.y.upperBound > 6)
  }

  @Test func swarmsShrinkTheirPointsToFit() {
    func sizes(_ count: Int) -> [Double] {
      let mark = SwarmMark(
        [.init(place: 5, values: Array(repeating: 5, count: count), paint: .ink)], orientation: .upright, reach: 2)
      return stamps(drawn(mark)).map(\.size)
    }
    #expect(sizes(5) == [6])
    #expect(sizes(20)[0] < 6)
    let crowded = SwarmMark(
      [.init(place: 5, values: Array(repeating: 5, count: 500), paint: .ink)], orientation: .upright, reach: 2)
    #expect(stamps(drawn(crowded)).flatMap(\.points).allSatisfy { abs($0.x - 200) <= 40 + 1e-9 })
  }

  @Test func rugsStandAtTheFoot() throws {
    let rug = try #require(paths(drawn(RugMark([1, 1, 5, 20], paint: .ink))).first)
    #expect(nodes(rug).map(\.x) == [120, 120, 200, 200])
    #expect(nodes(rug).map(\.y).max() == 150)
  }
}
