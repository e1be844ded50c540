import CDeflate

/// Which characters a WOFF file draws, read from its `cmap` table.
///
/// - SeeAlso: *WOFF File Format 1.0*, §4; *OpenType* 1.9, `cmap` subtable formats 4 and 12.
enum FontCharacters {
  /// - Returns: code points in order; `nil` when the bytes are no such file.
  static func inWOFF(_ file: [UInt8]) -> [UInt32]? {
    guard file.starts(with: Array("wOFF".utf8)), let table = table("cmap", of: file) else { return nil }
    var characters: Set<UInt32> = []
    for record in 0..<Int(table.word(2)) {
      let start = Int(table.long(4 + 8 * record + 4))
      switch table.word(start) {
      case 4: characters.formUnion(segments(table, at: start))
      case 12:
        for group in 0..<Int(table.long(start + 12)) {
          let at = start + 16 + 12 * group
          characters.formUnion(table.long(at)...table.long(at + 4))
        }
      default: continue
      }
    }
    return characters.sorted()
  }

  private static func segments(_ table: [UInt8], at start: Int) -> [UInt32] {
    let doubled = Int(table.word(start + 6))
    return stride(from: 0, to: doubled, by: 2).flatMap { segment -> [UInt32] in
      let (end, begin) = (table.word(start + 14 + segment), table.word(start + 16 + doubled + segment))
      return begin == 0xFFFF ? [] : Array(begin...end)
    }
  }

  private static func table(_ tag: String, of file: [UInt8]) -> [UInt8]? {
    for entry in (0..<Int(file.word(12))).map({ 44 + 20 * $0 }) where file[entry..<entry + 4].elementsEqual(tag.utf8) {
      let (offset, stored) = (Int(file.long(entry + 4)), Int(file.long(entry + 8)))
      let data = Array(file[offset..<offset + stored])
      let length = Int(file.long(entry + 12))
      if stored == length { return data }
      guard let decompressor = libdeflate_alloc_decompressor() else { return nil }
      defer { libdeflate_free_decompressor(decompressor) }
      var table = [UInt8](repeating: 0, count: length)
      let result = libdeflate_zlib_decompress(decompressor, data, stored, &table, length, nil)
      return result == LIBDEFLATE_SUCCESS ? table : nil
    }
    return nil
  }
}

extension [UInt8] {
  fileprivate func word(_ at: Int) -> UInt32 { UInt32(self[at]) << 8 | UInt32(self[at + 1]) }
  fileprivate func long(_ at: Int) -> UInt32 { word(at) << 16 | word(at + 2) }
}
