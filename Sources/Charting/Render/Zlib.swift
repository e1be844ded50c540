import CZlib

/// Compression as PNG uses it.
enum Zlib {
  static func deflated(_ bytes: [UInt8], level: CInt = 6) -> [UInt8] {
    let bound = Int(compressBound(uLong(bytes.count)))
    return [UInt8](unsafeUninitializedCapacity: bound) { out, count in
      var size = uLong(bound)
      // The buffer is as large as the worst case, so this fails only when memory runs out.
      let status = compress2(out.baseAddress, &size, bytes, uLong(bytes.count), level)
      precondition(status == Z_OK, "zlib could not compress: out of memory")
      count = Int(size)
    }
  }

  /// - Returns: `nil` when the bytes are damaged or do not expand to exactly `size` bytes.
  static func inflated(_ bytes: [UInt8], size: Int) -> [UInt8]? {
    var complete = false
    let result = [UInt8](unsafeUninitializedCapacity: size) { out, count in
      var length = uLong(size)
      complete = uncompress(out.baseAddress, &length, bytes, uLong(bytes.count)) == Z_OK && length == size
      count = complete ? size : 0
    }
    return complete ? result : nil
  }

  static func crc(_ bytes: ArraySlice<UInt8>) -> UInt32 {
    bytes.withUnsafeBufferPointer { UInt32(truncatingIfNeeded: crc32(0, $0.baseAddress, uInt($0.count))) }
  }
}
