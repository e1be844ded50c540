/// How many of the bytes end a line; a pair of CR and LF counts as two.
func lineEnds(_ bytes: UnsafeRawBufferPointer) -> Int {
  var count = 0
  var position = 0
  while bytes.count - position >= 8 {
    // Each byte of `found` counts for its place in the words; it holds up to 255, and a word adds one at most.
    var found: UInt64 = 0
    let steps = min((bytes.count - position) / 8, 255)
    for step in 0..<steps {
      let word = bytes.loadUnaligned(fromByteOffset: position &+ step &* 8, as: UInt64.self)
      found &+= zeroBytes(word ^ 0x0A0A_0A0A_0A0A_0A0A) &+ zeroBytes(word ^ 0x0D0D_0D0D_0D0D_0D0D)
    }
    for byte in 0..<8 { count += Int(found >> UInt64(8 * byte) & 0xFF) }
    position += steps * 8
  }
  return count + bytes[position...].count { $0 == 0x0A || $0 == 0x0D }
}

/// A word that has 1 in every byte that is zero, and 0 in the others.
@inline(__always)
private func zeroBytes(_ word: UInt64) -> UInt64 {
  let low: UInt64 = 0x7F7F_7F7F_7F7F_7F7F
  return ~((word & low &+ low) | word | low) >> 7
}
