import Charting
import Testing

/// The files were made with Python's zlib and struct modules, one row filter after the other.
@Suite struct PNGDecodingTests {
  @Test func everyRowFilterIsUndone() throws {
    let image = try PNGImage.decode(
      bytes(
        """
        89504e470d0a1a0a0000000d49484452000000030000000508020000000f13c1f5000000374944415478da636060fea5c1fc3380f90723\
        23f3330df6ff40c4c4c8f08691fd0d23df1b6626a65051be6fa242df58c062ff19f9fe0300792c0f2ad123d5e20000000049454e44ae42\
        6082
        """))
    #expect(image.width == 3 && image.height == 5)
    for y in 0..<5 {
      for x in 0..<3 {
        let expected = [40 * x + y, 7 * x * y + 3, 250 - 20 * y - x, 255].map(UInt8.init)
        #expect(Array(image.pixels[(4 * (3 * y + x))...].prefix(4)) == expected)
      }
    }
  }

  static let small: [(String, [UInt8])] = [
    (
      "89504e470d0a1a0a0000000d4948445200000002000000010800000000d14920560000000b4944415478da63e03a010000df00d3d885d2ae0000000049454e44ae426082",
      [10, 10, 10, 255, 200, 200, 200, 255]
    ),
    (
      "89504e470d0a1a0a0000000d49484452000000020000000108040000005e2bb7010000000d4944415478da63e06a38f11f00043c025250f3dafe0000000049454e44ae426082",
      [10, 10, 10, 128, 200, 200, 200, 255]
    ),
    (
      "89504e470d0a1a0a0000000d49484452000000030000000108030000002c3ee48600000006504c5445010203fafbfcfd5ee6a30000000174524e534d488be54b0000000c4944415478da6360646004000008000330253f5d0000000049454e44ae426082",
      [250, 251, 252, 255, 1, 2, 3, 77, 250, 251, 252, 255]
    ),
  ]

  @Test(arguments: small)
  func greyAndPaletteAreExpanded(_ hex: String, _ expected: [UInt8]) throws {
    #expect(try PNGImage.decode(bytes(hex)).pixels == expected)
  }

  static let refused: [(String, String)] = [
    ("", "not a PNG file"),
    ("474946383961", "not a PNG file"),
    ("89504e470d0a1a0a0000000d494844", "the PNG file is cut short"),
    ("89504e470d0a1a0a", "the PNG file has no header"),
    (
      "89504e470d0a1a0a0000000d494844520000000100000001080300000028cb34bb00000006504c5445010203fafbfcfd5ee6a30000000a4944415478da6360020000040003426c62690000000049454e44ae426082",
      "the PNG file is damaged: a pixel's colour is not in the palette"
    ),
    (
      "89504e470d0a1a0a0000000d49484452000000010000000110000000006aee47160000000b49444154789c6360640200000700047649e3280000000049454e44ae426082",
      "only PNG files of 8 bits a channel that are not interlaced can be read"
    ),
    (
      "89504e470d0a1a0a0000000d4948445200000003000000010800000000d14920560000000b4944415478da63e03a010000df00d3d885d2ae0000000049454e44ae426082",
      "the PNG file is damaged: a checksum does not match"
    ),
  ]

  @Test(arguments: refused)
  func refusesOtherBytes(_ hex: String, _ message: String) {
    let error = #expect(throws: PNGError.self) { try PNGImage.decode(bytes(hex)) }
    #expect(error?.description == message)
  }

  private func bytes(_ hex: String) -> [UInt8] {
    let digits = hex.compactMap(\.hexDigitValue)
    return stride(from: 0, to: digits.count - 1, by: 2).map { UInt8(16 * digits[$0] + digits[$0 + 1]) }
  }
}
