/// The chunks of a PNG file.
///
/// - SeeAlso: PNG specification, third edition, §11.
enum PNGFile {
  /// What a pixel of eight-bit channels consists of; the raw value is PNG's colour type.
  enum Kind: UInt8 {
    case rgb = 2
    case palette = 3
    case rgba = 6
  }

  static func bytes(width: Int, height: Int, _ palette: Palette) -> [UInt8] {
    var colors = chunk("PLTE", palette.colors.flatMap { $0.prefix(3) })
    if palette.colors.contains(where: { $0[3] != 255 }) { colors += chunk("tRNS", palette.colors.map { $0[3] }) }
    let rows = palette.unfilteredRows(width: width, height: height)
    return bytes(width: width, height: height, .palette, colors: colors, rows)
  }

  /// - Parameters:
  ///   - colors: the chunks of a palette.
  ///   - rows: each after the number of its filter.
  static func bytes(width: Int, height: Int, _ kind: Kind, colors: [UInt8] = [], _ rows: [UInt8]) -> [UInt8] {
    PNGImage.signature + chunk("IHDR", bigEndian(width) + bigEndian(height) + [8, kind.rawValue, 0, 0, 0]) + colors
      + chunk("IDAT", Zlib.deflated(rows)) + chunk("IEND", [])
  }

  /// Length, name, data, and the checksum of the last two.
  private static func chunk(_ name: String, _ data: [UInt8]) -> [UInt8] {
    let content = Array(name.utf8) + data
    return bigEndian(data.count) + content + bigEndian(Int(Zlib.crc(content[...])))
  }

  private static func bigEndian(_ value: Int) -> [UInt8] {
    (0..<4).map { UInt8(truncatingIfNeeded: value >> (24 - 8 * $0)) }
  }
}
