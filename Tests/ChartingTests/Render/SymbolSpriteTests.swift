import Charting
import Testing

/// Sprites against the paths they stand for, where a stamp can be exact: at quarters of a device pixel.
@Suite struct SymbolSpriteTests {
  let text: TextMeasurer

  init() throws { text = try TextMeasurer() }

  private func image(_ primitives: [Primitive]) throws -> PNGImage {
    try Scene(size: Size(60, 40), background: .white, primitives: primitives).image(scale: 2, text: text)
  }

  private func paths(_ symbol: Symbol, _ size: Double, _ points: [Point], _ color: Color) -> [Primitive] {
    points.map { .fill(symbol.path(center: $0, size: size), color) }
  }

  private func isClose(_ a: PNGImage, _ b: PNGImage, _ tolerance: Int) throws -> Bool {
    try #require(PixelDifference(a, b)).maximum <= tolerance
  }

  /// Inside, across the edges and outside of a clip whose own edges fall between pixels.
  @Test(arguments: Symbol.allCases)
  func groupsCutStampsLikePaths(_ symbol: Symbol) throws {
    let clip = Rect(x: 10.3, y: 8.2, width: 38.5, height: 22.6)
    let points = (0..<6).flatMap { row in (0..<8).map { Point(3 + 7.125 * Double($0), 2 + 6.875 * Double(row)) } }
    let color = Color(0x2F4B8F)
    let stamps = try image([.group(clip: clip, [.symbols(SymbolStamps(symbol, size: 5, at: points, color: color))])])
    let drawn = try image([.group(clip: clip, paths(symbol, 5, points, color))])
    #expect(try isClose(stamps, drawn, 3))
    #expect(stamps.pixels.contains { $0 < 100 })
  }

  @Test func innerGroupsCutFurther() throws {
    let (outer, inner) = (Rect(x: 0, y: 0, width: 30, height: 40), Rect(x: 20, y: 0, width: 40, height: 40))
    let points = (0..<12).map { Point(2.5 + 5 * Double($0), 20) }
    func cut(_ primitives: [Primitive]) -> [Primitive] { [.group(clip: outer, [.group(clip: inner, primitives)])] }
    let stamps = try image(cut([.symbols(SymbolStamps(.circle, size: 6, at: points, color: .black))]))
    #expect(try isClose(stamps, image(cut(paths(.circle, 6, points, .black))), 3))
  }

  @Test func translucentStampsAddUpLikePaths() throws {
    let points = (0..<4).map { Point(30 + 0.25 * Double($0), 20 + 0.25 * Double($0 % 3)) }
    let color = Color(0xDF6A10, alpha: 0.15)
    let stamps = try image([.symbols(SymbolStamps(.circle, size: 8, at: points, color: color))])
    // Each layer may round by one.
    #expect(try isClose(stamps, image(paths(.circle, 8, points, color)), 4))
  }

  @Test func stampsLieBetweenWhatIsBelowAndAbove() throws {
    let square = Rect(x: 20, y: 10, width: 10, height: 10)
    let scene: [Primitive] = [
      .fill(.rect(square), .black), .symbols(SymbolStamps(.square, size: 20, at: [Point(25, 15)], color: .white)),
      .fill(.rect(square.inset(by: 3)), .black),
    ]
    let image = try image(scene)
    func red(_ x: Int, _ y: Int) -> UInt8 { image.pixels[4 * (y * image.width + x)] }
    #expect(red(42, 22) == 255 && red(50, 30) == 0)
  }
}
