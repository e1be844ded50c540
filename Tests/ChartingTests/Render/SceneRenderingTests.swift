import Charting
import Testing

@Suite struct SceneRenderingTests {
  let text: TextMeasurer
  let red = Color(0xC0392B)

  init() throws { text = try TextMeasurer() }

  @Test func sizeIsScaledAndTheBackgroundFills() throws {
    let image = try Scene(size: Size(10, 5.5), background: Color(0x16191D)).image(scale: 2, text: text)
    #expect(image.width == 20 && image.height == 11)
    #expect(color(image, 0, 0) == Color(0x16191D) && color(image, 19, 10) == Color(0x16191D))
  }

  @Test func aClearBackgroundStaysClear() throws {
    let scene = Scene(
      size: Size(4, 4), background: Color(0xFFFFFF, alpha: 0),
      primitives: [.fill(.rect(Rect(x: 0, y: 0, width: 2, height: 4)), red.opacity(0.5))])
    let image = try scene.image(scale: 1, text: text)
    #expect(image.pixels[12..<16] == [0, 0, 0, 0])
    #expect(image.pixels[3] == 128)
    #expect(abs(Int(image.pixels[0]) - 0xC0) <= 1)
  }

  @Test func groupsCutToTheirRectangle() throws {
    let scene = Scene(
      size: Size(10, 10), background: .white,
      primitives: [
        .group(
          clip: Rect(x: 2, y: 2, width: 4, height: 4),
          [.fill(.rect(Rect(x: 0, y: 0, width: 10, height: 10)), red)]),
        .fill(.rect(Rect(x: 8, y: 8, width: 1, height: 1)), red),
      ])
    let image = try scene.image(scale: 1, text: text)
    for y in 0..<10 {
      for x in 0..<10 {
        let inside = (2..<6).contains(x) && (2..<6).contains(y) || (x == 8 && y == 8)
        #expect(color(image, x, y) == (inside ? red : .white), "pixel \(x), \(y)")
      }
    }
  }

  @Test(arguments: Symbol.allCases)
  func stampsLookLikeTheirPath(_ symbol: Symbol) throws {
    // A quarter of a device pixel is where a stamp can be exact.
    let place = Point(10.125, 9.5)
    func image(_ primitive: Primitive) throws -> PNGImage {
      try Scene(size: Size(20, 20), background: .white, primitives: [primitive]).image(text: text)
    }
    let stamp = try image(.symbols(SymbolStamps(symbol, size: 9, at: [place], color: red.opacity(0.5))))
    let path = try image(.fill(symbol.path(center: place, size: 9), red.opacity(0.5)))
    #expect(try #require(PixelDifference(stamp, path)).maximum <= 2)
    #expect(stamp.pixels.contains { $0 < 200 })
  }

  @Test func stampsOutsideOrWithoutAPlaceAreHarmless() throws {
    let places = [Point(-50, 5), Point(.nan, 1), Point(1e300, 1), Point(5, .infinity)]
    let scene = Scene(
      size: Size(10, 10), background: .white,
      primitives: [.symbols(SymbolStamps(.circle, size: 6, at: places, color: red))])
    #expect(try scene.image(text: text).pixels.allSatisfy { $0 == 255 })
  }

  @Test func linesBreakWhereTheyHaveNoPlace() throws {
    let line = Path.polyline([Point(0, 2), Point(4, 2), Point(.nan, 5), Point(8, 2), Point(12, 2)])
    let scene = Scene(size: Size(12, 4), background: .white, primitives: [.stroke(line, Stroke(red, width: 2))])
    let image = try scene.image(scale: 1, text: text)
    #expect((0..<12).map { color(image, $0, 1) == red } == (0..<12).map { !(4..<8).contains($0) })
  }

  @Test func farAwayPointsDoNotComeBackOnTheOtherSide() throws {
    let line = Path.polyline([Point(5, 5), Point(5, -1e12)])
    let scene = Scene(size: Size(10, 10), background: .white, primitives: [.stroke(line, Stroke(red, width: 2))])
    let image = try scene.image(scale: 1, text: text)
    #expect(color(image, 4, 2) == red && color(image, 4, 7) == .white)
  }

  @Test(arguments: [[0.0, 0], [-1, 2], [.nan]])
  func nonsenseDashesAreUnbroken(_ dash: [Double]) throws {
    let line = Path.line(Point(0, 2), Point(10, 2))
    let scene = Scene(
      size: Size(10, 4), background: .white, primitives: [.stroke(line, Stroke(red, width: 2, dash: dash))])
    let image = try scene.image(scale: 1, text: text)
    #expect((0..<10).allSatisfy { color(image, $0, 1) == red })
  }

  @Test func laterPointsCoverEarlierOnes() throws {
    let stamps = SymbolStamps(.square, size: 8, at: [Point(5, 5), Point(5, 5)], colors: [.black, red])
    let image = try Scene(size: Size(10, 10), background: .white, primitives: [.symbols(stamps)]).image(text: text)
    #expect(color(image, 10, 10) == red)
  }

  @Test func cellsOfAnImageAreFlatAndInOrder() throws {
    let colors = [red, .black, Color(0x15806A), .white]
    let raster = RasterImage(in: Rect(x: 0, y: 0, width: 6, height: 6), width: 2, height: 2, colors: colors)
    let image = try Scene(size: Size(6, 6), background: .white, primitives: [.image(raster)]).image(text: text)
    #expect([(0, 0), (11, 0), (0, 11), (11, 11)].map { color(image, $0.0, $0.1) } == colors)
    #expect(color(image, 5, 5) == red && color(image, 6, 5) == .black)
  }

  @Test func aHaloKeepsMarksAwayFromLetters() throws {
    func darkest(halo: TextRun.Halo?) throws -> UInt8 {
      let run = TextRun("o", at: Point(10, 14), style: TextStyle(12), color: red, anchor: .middle, halo: halo)
      let scene = Scene(
        size: Size(20, 20), background: .white,
        primitives: [.stroke(.line(Point(10, 0), Point(10, 20)), Stroke(.black)), .text(run)])
      // The counter of the letter, where the black line runs through.
      let image = try scene.image(text: text)
      return (16..<24).map { color(image, 20, $0).green }.min() ?? 0
    }
    #expect(try darkest(halo: nil) < 10)
    #expect(try darkest(halo: .init(.white, width: 2)) > 40)
  }

  @Test func noPictureIsAnError() {
    let scene = Scene(size: Size(20000, 10), background: .white)
    let error = #expect(throws: RenderError.self) { try scene.png(text: text) }
    #expect(
      error?.description
        == "a chart of 20000.0 × 10.0 px at scale 2.0 cannot be drawn: each side must come to 1 to 32,767 pixels")
    #expect(throws: RenderError.self) { try Scene(size: Size(0, 10), background: .white).png(text: text) }
    #expect(throws: RenderError.self) { try Scene(size: Size(.nan, 10), background: .white).png(text: text) }
  }

  @Test func specimenLooksAsApprovedAndIsTheSameTwice() throws {
    let first = try specimen().png(text: text)
    #expect(try specimen().png(text: TextMeasurer()) == first)
    try expectPicture(first, matches: "specimen")
  }

  @Test func threadsDrawAlike() async throws {
    let files = try await withThrowingTaskGroup(of: [UInt8].self) { group in
      for _ in 0..<6 { group.addTask { try specimen().png(text: TextMeasurer()) } }
      return try await group.reduce(into: Set()) { $0.insert($1) }
    }
    #expect(files == [try specimen().png(text: text)])
  }

  private func color(_ image: PNGImage, _ x: Int, _ y: Int) -> Color {
    let at = 4 * (y * image.width + x)
    return Color(red: image.pixels[at], green: image.pixels[at + 1], blue: image.pixels[at + 2])
  }
}
