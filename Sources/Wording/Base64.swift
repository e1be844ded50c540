/// Bytes as text, by RFC 4648 with padding.
package func base64(_ bytes: [UInt8]) -> String {
  let count = (bytes.count + 2) / 3 * 4
  return String(unsafeUninitializedCapacity: count) { text in
    alphabet.withUnsafeBufferPointer { alphabet in
      bytes.withUnsafeBufferPointer { bytes in
        var next = 0
        for start in stride(from: 0, to: bytes.count, by: 3) {
          let available = min(3, bytes.count - start)
          var group = UInt32(bytes[start]) << 16
          if available > 1 { group |= UInt32(bytes[start + 1]) << 8 }
          if available > 2 { group |= UInt32(bytes[start + 2]) }
          for place in 0..<4 {
            let digit = alphabet[Int(group >> (18 - 6 * UInt32(place))) & 63]
            text[next + place] = place <= available ? digit : UInt8(ascii: "=")
          }
          next += 4
        }
      }
    }
    return count
  }
}

private let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
