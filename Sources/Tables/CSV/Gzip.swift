internal import CDeflate

extension FileBytes {
  /// Whether they begin as a gzip file does.
  package var isCompressed: Bool { withUnsafeBytes { $0.starts(with: [0x1F, 0x8B]) } }

  /// The contents of a gzip file; several members one after another are joined, as `gzip -d` does.
  ///
  /// - Throws: `CSVError` when the file is damaged or cut short.
  package func decompressed() throws(CSVError) -> FileBytes {
    guard let contents = withUnsafeBytes(inflated) else {
      throw CSVError("the gzip file is damaged or cut short", hint: "test it with gzip -t")
    }
    return FileBytes(contents)
  }
}

/// The contents of all members; `nil` when one is damaged.
private func inflated(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
  guard let decompressor = libdeflate_alloc_decompressor() else { fatalError("cannot decompress: out of memory") }
  defer { libdeflate_free_decompressor(decompressor) }
  // The length of the last member ends the file, and mostly there is but one.
  let stated = bytes.suffix(4).reversed().reduce(0) { $0 << 8 | Int($1) }
  var contents: [UInt8] = []
  var rest = bytes
  while !rest.isEmpty {
    // No byte stands for more than 1032.
    let most = 1032 * rest.count
    var room = min(most, max(stated, 1 << 16))
    var (length, result) = (0, LIBDEFLATE_INSUFFICIENT_SPACE)
    var member: [UInt8] = []
    while true {
      member = [UInt8](unsafeUninitializedCapacity: room) { out, count in
        result = libdeflate_gzip_decompress_ex(
          decompressor, rest.baseAddress, rest.count, out.baseAddress, room, &length, &count)
      }
      guard result == LIBDEFLATE_INSUFFICIENT_SPACE, room < most else { break }
      room = min(most, 2 * room)
    }
    guard result == LIBDEFLATE_SUCCESS else { return nil }
    contents = contents.isEmpty ? member : contents + member
    rest = UnsafeBufferPointer(rebasing: rest[length...])
  }
  return contents
}
