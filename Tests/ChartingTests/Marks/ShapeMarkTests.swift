import Charting
import Testing

@Suite struct ShapeMarkTests {
  /// Every node of the curve at sσ has Mahalanobis distance s.
  @Test func ellipsesLieAtTheirDistance() {
    let (sxx, sxy, syy) = (2.0, 0.9, 1.0)
    let mark = EllipseMark(x: 5, y: 5, covariance: .init(xx: sxx, xy: sxy, yy: syy), paint: .component(0))
    let curves = paths(drawn(mark))
    #expect(curves.count == 2)
    for (curve, sigma) in zip(curves, [2.0, 1]) {
      for node in nodes(curve) {
        let (dx, dy) = ((node.x - 100) / 20 - 5, (150 - node.y) / 10 - 5)
        let squared = (syy * dx * dx - 2 * sxy * dx * dy + sxx * dy * dy) / (sxx * syy - sxy * sxy)
        #expect(abs(squared - sigma * sigma) < 1e-9)
      }
    }
  }

  /// Over a crowd each line lies on a wider one in the colour of the background, and nothing is filled.
  @Test func rimmedEllipses() {
    let mark = EllipseMark(
      x: 5, y: 5, covariance: .init(xx: 2, xy: 0.9, yy: 1), paint: .component(0), rimmed: true)
    let curves = paths(drawn(mark))
    #expect(curves.count == 4)
    #expect(nodes(curves[0]) == nodes(curves[1]) && nodes(curves[2]) == nodes(curves[3]))
  }

  @Test func ellipsesTakeUpTheirWidestReach() {
    let mark = EllipseMark(x: 5, y: 5, covariance: .init(xx: 4, xy: 0, yy: 9), sigmas: [2], paint: .ink)
    let domains = domains(mark)
    #expect(abs(domains.x.lowerBound - (1 - 0.04 * 8)) < 1e-12)
    #expect(abs(domains.y.upperBound - (11 + 0.04 * 12)) < 1e-12)
  }

  @Test(arguments: [(1.0, 1.0, 1.0), (0, 0, 1), (-1, 0, 1), (.nan, 0, 1)])
  func whatIsNoCovarianceIsNotDrawn(xx: Double, xy: Double, yy: Double) {
    #expect(drawn(EllipseMark(x: 5, y: 5, covariance: .init(xx: xx, xy: xy, yy: yy), paint: .ink)).isEmpty)
  }

  @Test func rasterRowsRunFromTheBottom() throws {
    let mark = RasterMark(x: 0...10, y: 0...10, columns: 1, rows: 2, paints: [.component(0), .component(1)])
    guard case .image(let image) = try #require(drawn(mark).first) else {
      Issue.record("no image")
      return
    }
    #expect(image.rect == Rect(x: 100, y: 50, width: 200, height: 100))
    #expect(Array(image.pixels.prefix(3)) == [0xDF, 0x6A, 0x10])
    #expect(Array(image.pixels.suffix(4)) == [0x2F, 0x4B, 0x8F, 0xFF])
  }

  @Test func contoursAreFilledAndOutlined() throws {
    let square = ContourMark.Line(x: [2, 4, 4, 2], y: [2, 2, 4, 4])
    let mark = ContourMark([.init(lines: [square], fill: .component(0).opacity(0.5), stroke: .component(0))])
    guard case .path(let path, let fill, let stroke) = try #require(drawn(mark).first) else {
      Issue.record("no path")
      return
    }
    #expect(path.bounds == Rect(x: 140, y: 110, width: 40, height: 20))
    #expect(path.elements.last == .close)
    #expect(fill?.alpha == 0.5 && stroke?.color == Theme.light.color(.component(0)))
  }

  @Test func boxesShowQuartilesMedianAndWhatLiesBeyond() {
    let box = BoxMark.Box(
      row: 5, whiskers: 1...8, quartiles: 2...6, median: 3, outliers: [9, 9.5, 12, 40], paint: .component(0))
    let primitives = drawn(BoxMark([box]))
    let shapes = paths(primitives)
    #expect(nodes(shapes[0]) == [Point(120, 100), Point(260, 100)])
    #expect(shapes[1].bounds?.minX == 140 && shapes[1].bounds?.maxX == 220)
    #expect(nodes(shapes[2]).map(\.x) == [160, 160])
    #expect(stamps(primitives).flatMap(\.points) == [Point(280, 100), Point(290, 100)])
    #expect(SceneChecks.texts(in: primitives).map(\.text.plain) == ["+2"])
  }

  @Test func aCentreIsACross() {
    let cross = paths(drawn(CentreMark(x: 5, y: 5)))
    #expect(cross.map(\.bounds) == Array(repeating: Rect(x: 193.5, y: 93.5, width: 13, height: 13), count: 2))
    #expect(drawn(CentreMark(x: 50, y: 5)).isEmpty)
  }
}
