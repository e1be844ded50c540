import CDeflate

/// Compression as PNG uses it.
enum Zlib {
  /// - Parameter level: from 1 to 12; the default makes files as small as zlib's own, in less than half its time.
  static func deflated(_ bytes: [UInt8], level: CInt = 3) -> [UInt8] {
    guard let compressor = libdeflate_alloc_compressor(level) else { fatalError("cannot compress: out of memory") }
    defer { libdeflate_free_compressor(compressor) }
    let bound = libdeflate_zlib_compress_bound(compressor, bytes.count)
    return [UInt8](unsafeUninitializedCapacity: bound) { out, count in
      // The buffer is as large as the worst case, so this cannot fail.
      count = libdeflate_zlib_compress(compressor, bytes, bytes.count, out.baseAddress, bound)
    }
  }

  /// - Returns: `nil` when the bytes are damaged or do not expand to exactly `size` bytes.
  static func inflated(_ bytes: [UInt8], size: Int) -> [UInt8]? {
    guard let decompressor = libdeflate_alloc_decompressor() else { fatalError("cannot decompress: out of memory") }
    defer { libdeflate_free_decompressor(decompressor) }
    var result = LIBDEFLATE_BAD_DATA
    let contents = [UInt8](unsafeUninitializedCapacity: size) { out, count in
      result = libdeflate_zlib_decompress(decompressor, bytes, bytes.count, out.baseAddress, size, nil)
      count = result == LIBDEFLATE_SUCCESS ? size : 0
    }
    return result == LIBDEFLATE_SUCCESS ? contents : nil
  }

  static func crc(_ bytes: ArraySlice<UInt8>) -> UInt32 {
    bytes.withUnsafeBytes { libdeflate_crc32(0, $0.baseAddress, $0.count) }
  }
}
