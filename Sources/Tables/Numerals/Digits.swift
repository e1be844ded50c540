/// Passes the decimal digits at `position` and appends them to `value`, which wraps around beyond 64 bits.
///
/// Eight bytes are looked at together: which of them are digits, and what the digits before the first other byte make.
///
/// - Returns: how many digits there are.
@inline(__always)
func passDigits(
  _ position: inout UnsafePointer<UInt8>, before end: UnsafePointer<UInt8>, _ value: inout UInt64
) -> Int {
  let start = position
  while end - position >= 8 {
    let word = UInt64(littleEndian: UnsafeRawPointer(position).loadUnaligned(as: UInt64.self)) ^ 0x3030_3030_3030_3030
    // The high bit of every byte above 9. A sum may carry into the next byte only from such a byte, so the lowest of
    // them is right, and it alone counts.
    let others = ((word &+ 0x7676_7676_7676_7676) | word) & 0x8080_8080_8080_8080
    let count = others.trailingZeroBitCount >> 3
    if count == 0 { return position - start }
    // What follows the digits goes; they move up, and zeros come before them.
    value = value &* wholePowersOfTen[count] &+ eightDigits(word << UInt64(64 - 8 * count))
    position += count
    if count < 8 { return position - start }
  }
  while position < end, position.pointee &- 0x30 < 10 {
    value = value &* 10 &+ UInt64(position.pointee &- 0x30)
    position += 1
  }
  return position - start
}

/// The number that eight bytes of 0 to 9 write, the lowest byte its first digit: pairs of digits, then of pairs, then of
/// fours are joined, each by one multiplication.
@inline(__always)
private func eightDigits(_ digits: UInt64) -> UInt64 {
  let pairs = (digits &* 10 &+ digits >> 8) & 0x00FF_00FF_00FF_00FF
  let fours = (pairs &* 100 &+ pairs >> 16) & 0x0000_FFFF_0000_FFFF
  return (fours &* 10_000 &+ fours >> 32) & 0xFFFF_FFFF
}

private let wholePowersOfTen: [UInt64] = [1, 10, 100, 1000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000]
