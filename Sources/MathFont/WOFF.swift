import CDeflate

/// The WOFF 1.0 container: the tables of a font, each compressed with zlib.
///
/// - SeeAlso: *WOFF File Format 1.0*, W3C Recommendation, 2012, §3–5.
enum WOFF {
  private struct Table {
    var tag: UInt32
    var checksum: UInt32
    var length: Int
    var stored: [UInt8]
  }

  /// The font in its container; `nil` when the bytes are no OpenType font.
  static func wrap(_ font: [UInt8]) -> [UInt8]? {
    guard font.count >= 12 else { return nil }
    let count = Int(font[4]) << 8 | Int(font[5])
    guard count > 0, font.count >= 12 + 16 * count else { return nil }

    var tables: [Table] = []
    for record in (0..<count).map({ 12 + 16 * $0 }) {
      let (start, length) = (Int(word(font, record + 8)), Int(word(font, record + 12)))
      guard start <= font.count, length <= font.count - start else { return nil }
      let data = Array(font[start..<start + length])
      tables.append(
        Table(
          tag: word(font, record), checksum: word(font, record + 4), length: length,
          stored: deflated(data) ?? data))
    }

    let directoryEnd = 44 + 20 * count
    let fileLength = tables.reduce(directoryEnd) { $0 + padded($1.stored.count) }
    let fontLength = tables.reduce(12 + 16 * count) { $0 + padded($1.length) }
    var file: [UInt8] = []
    append(0x774F_4646, to: &file)  // "wOFF"
    file += font[0..<4]
    append(UInt32(fileLength), to: &file)
    append(UInt32(count) << 16, to: &file)
    append(UInt32(fontLength), to: &file)
    file += [UInt8](repeating: 0, count: 24)  // no version, no metadata, no private data
    var position = directoryEnd
    for table in tables {
      append(table.tag, to: &file)
      append(UInt32(position), to: &file)
      append(UInt32(table.stored.count), to: &file)
      append(UInt32(table.length), to: &file)
      append(table.checksum, to: &file)
      position += padded(table.stored.count)
    }
    for table in tables {
      file += table.stored
      file += [UInt8](repeating: 0, count: padded(table.stored.count) - table.stored.count)
    }
    return file
  }

  /// `nil` when it would be no smaller.
  private static func deflated(_ data: [UInt8]) -> [UInt8]? {
    guard let compressor = libdeflate_alloc_compressor(9) else { return nil }
    defer { libdeflate_free_compressor(compressor) }
    let packed = [UInt8](unsafeUninitializedCapacity: data.count) { out, count in
      count = libdeflate_zlib_compress(compressor, data, data.count, out.baseAddress, max(0, data.count - 1))
    }
    return packed.isEmpty ? nil : packed
  }

  private static func padded(_ length: Int) -> Int { (length + 3) / 4 * 4 }

  private static func word(_ bytes: [UInt8], _ at: Int) -> UInt32 {
    bytes[at..<at + 4].reduce(0) { $0 << 8 | UInt32($1) }
  }

  private static func append(_ word: UInt32, to bytes: inout [UInt8]) {
    for shift in [24, 16, 8, 0] { bytes.append(UInt8(truncatingIfNeeded: word >> UInt32(shift))) }
  }
}
