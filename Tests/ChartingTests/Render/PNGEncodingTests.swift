import Charting
import Testing

@Suite struct PNGEncodingTests {
  static let pictures: [(String, PNGImage)] = [
    ("one pixel", picture(1, 1) { _, _ in [1, 2, 3, 255] }),
    ("flat", picture(50, 40) { x, y in x < 20 && y > 5 ? [47, 75, 143, 255] : [255, 255, 255, 255] }),
    ("few colours, some clear", picture(16, 16) { x, _ in [UInt8(x), 0, 0, UInt8(16 * x)] }),
    ("gradient", picture(64, 64) { x, y in [UInt8(4 * x), UInt8(4 * y), UInt8(2 * x + y), 255] }),
    ("clear gradient", picture(64, 64) { x, y in [UInt8(4 * x), UInt8(4 * y), 7, UInt8(x + y)] }),
    (
      "noise",
      picture(33, 17) { x, y in
        [0, 1, 2].map { UInt8(truncatingIfNeeded: (x * 7919 + y * 104729 + $0 * 31) >> 3) } + [255]
      }
    ),
  ]

  @Test(arguments: pictures)
  func decodingRestoresEveryPixel(_ name: String, _ image: PNGImage) throws {
    #expect(try PNGImage.decode(image.encoded()) == image)
  }

  /// The bytes at 25 and 26: depth and colour type (2 RGB, 3 palette, 6 RGBA).
  @Test(arguments: zip(["flat", "few colours, some clear", "gradient", "clear gradient"], [3, 3, 2, 6] as [UInt8]))
  func theSmallestColourTypeIsChosen(_ name: String, _ kind: UInt8) throws {
    let image = try #require(Self.pictures.first { $0.0 == name }?.1)
    #expect(Array(image.encoded()[24...25]) == [8, kind])
  }

  @Test func onlyPixelsAreStored() throws {
    let file = Self.pictures[3].1.encoded()
    var names: [String] = []
    var at = 8
    while at < file.count {
      names.append(String(decoding: file[(at + 4)..<(at + 8)], as: UTF8.self))
      at += 12 + file[at..<(at + 4)].reduce(0) { $0 << 8 | Int($1) }
    }
    #expect(names == ["IHDR", "IDAT", "IEND"])
  }

  @Test func shadesBecomeAPaletteWithinTheTolerance() throws {
    // A white area, a blue one, and 700 shades of few pixels each.
    let image = Self.picture(200, 100) { x, y in
      if y >= 7 { return x < 100 ? [255, 255, 255, 255] : [47, 75, 143, 255] }
      let shade = UInt8((x + 100 * y) % 233)
      return [shade, UInt8((Int(shade) + x % 3) % 256), shade, 255]
    }
    let file = image.encoded(tolerance: 8)
    let shown = try PNGImage.decode(file)
    #expect(file[25] == 3 && image.encoded()[25] == 2)
    let difference = try #require(PixelDifference(image, shown))
    #expect((1...8).contains(difference.maximum))
    #expect(image.pixels[(4 * 7 * 200)...] == shown.pixels[(4 * 7 * 200)...])
  }

  @Test func gradientsAreLeftAlone() throws {
    let image = Self.pictures[3].1
    // 4,096 colours: more than 256 even when each may move by 8.
    #expect(try PNGImage.decode(image.encoded(tolerance: 2)) == image)
  }

  /// Differences from the neighbours of a gradient are few numbers, where its colours are many.
  @Test func gradientsAreFiltered() throws {
    let image = Self.picture(240, 240) { x, y in [UInt8(x), UInt8(y), UInt8((x + y) / 2), 255] }
    let file = image.encoded()
    #expect(file.count < image.pixels.count / 50)
    #expect(try PNGImage.decode(file) == image)
  }

  private static func picture(_ width: Int, _ height: Int, _ pixel: (Int, Int) -> [UInt8]) -> PNGImage {
    let pixels = (0..<height).flatMap { y in (0..<width).flatMap { x in pixel(x, y) } }
    return PNGImage(width: width, height: height, pixels: pixels)
  }
}
