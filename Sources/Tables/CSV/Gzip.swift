internal import CZlib

extension FileBytes {
  /// Whether they begin as a gzip file does.
  package var isCompressed: Bool { withUnsafeBytes { $0.starts(with: [0x1F, 0x8B]) } }

  /// The contents of a gzip file; several members one after another are joined, as `gzip -d` does.
  ///
  /// - Throws: `CSVError` when the file is damaged or cut short.
  package func decompressed() throws(CSVError) -> FileBytes {
    let bytes = array
    var output: [UInt8] = []
    var consumed = 0
    while consumed < bytes.count {
      guard let member = inflatedMember(bytes[consumed...]) else {
        throw CSVError("the gzip file is damaged or cut short", hint: "test it with gzip -t")
      }
      output += member.contents
      consumed += member.length
    }
    return FileBytes(output)
  }
}

/// The contents and compressed length of the first member; `nil` when it is damaged.
private func inflatedMember(_ bytes: ArraySlice<UInt8>) -> (contents: [UInt8], length: Int)? {
  var stream = z_stream()
  // 15 is the largest window, 16 asks for the gzip wrapper.
  guard inflateInit2_(&stream, 15 + 16, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else { return nil }
  defer { inflateEnd(&stream) }
  var contents: [UInt8] = []
  var input = Array(bytes)
  return input.withUnsafeMutableBufferPointer { input in
    stream.next_in = input.baseAddress
    stream.avail_in = UInt32(clamping: input.count)
    let chunk = 1 << 18
    while true {
      var status = Z_OK
      let old = contents.count
      contents.append(contentsOf: repeatElement(0, count: chunk))
      contents.withUnsafeMutableBufferPointer { output in
        stream.next_out = output.baseAddress.map { $0 + old }
        stream.avail_out = UInt32(chunk)
        status = inflate(&stream, Z_NO_FLUSH)
      }
      contents.removeLast(Int(stream.avail_out))
      if status == Z_STREAM_END { return (contents, input.count - Int(stream.avail_in)) }
      if status != Z_OK { return nil }
    }
  }
}
