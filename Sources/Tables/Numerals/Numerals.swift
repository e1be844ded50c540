/// Whether the bytes `start..<end` mark a missing cell.
func isMissingMarker(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Bool {
  if start == end { return true }
  // Digits, signs and points begin no marker: numbers, the common case, are settled by one comparison.
  guard end - start <= 4, bytes[start] >= 0x41 || bytes[start] == 0x23 else { return false }
  switch String(decoding: bytes[start..<end], as: UTF8.self) {
  case "NA", "N/A", "#N/A", "NaN", "nan", "null", "NULL": return true
  default: return false
  }
}

/// Whether a text is a number in the sense of `parsedNumber`.
func isNumeral(_ text: String) -> Bool {
  var text = text
  return text.withUTF8 { parsedNumber($0, 0, $0.count) != nil }
}

/// The number that the bytes `start..<end` write in decimal notation, correctly rounded; `nil` when they do not.
///
/// Accepted: an optional sign, digits with at most one point, an optional exponent; `inf` and `infinity`.
func parsedNumber(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Double? {
  guard let base = bytes.baseAddress, start < end else { return nil }
  if let (number, length) = leadingNumber(base + start, before: base + end) {
    return length == end - start ? number : nil
  }
  return infinity(bytes, start, end)
}

/// The number that bytes begin with, and how many of them it takes; `nil` when they begin with none.
///
/// Up to 19 digits fit a word; what `nearestDouble` cannot decide, and more digits, go to the library.
@inline(__always)
func leadingNumber(
  _ start: UnsafePointer<UInt8>, before end: UnsafePointer<UInt8>
) -> (number: Double, length: Int)? {
  guard start < end else { return nil }
  // Signs are as good as random: no branch may depend on them. The codes of plus and minus differ in one bit.
  let sign = start.pointee &- 0x2B
  var position = start + (sign & 0xFD == 0 ? 1 : 0)
  let minus: UInt64 = sign == 2 ? 1 << 63 : 0
  let first = position
  var digits: UInt64 = 0
  var count = passDigits(&position, before: end, &digits)
  var exponent = 0
  if position < end, position.pointee == 0x2E {
    position += 1
    let decimals = passDigits(&position, before: end, &digits)
    exponent = -decimals
    count += decimals
  }
  if count == 0 { return nil }
  let fits = count <= 19 || significantDigits(first, before: position) <= 19
  if position < end, position.pointee | 0x20 == 0x65 {
    guard let written = passExponent(&position, before: end) else { return nil }
    exponent += written
  }
  let length = position - start
  if fits, let magnitude = nearestDouble(digits, exponent) {
    return (Double(bitPattern: magnitude.bitPattern | minus), length)
  }
  let text = String(decoding: UnsafeBufferPointer(start: start, count: length), as: UTF8.self)
  return Double(text).map { ($0, length) }
}

/// How many digits there are from the first that is not zero on.
private func significantDigits(_ start: UnsafePointer<UInt8>, before end: UnsafePointer<UInt8>) -> Int {
  let digits = UnsafeBufferPointer(start: start, count: end - start).lazy.filter { $0 != 0x2E }
  return digits.drop { $0 == 0x30 }.count
}

/// Passes the exponent `e±digits` at `position`; large ones are cut where no double depends on them any more.
private func passExponent(_ position: inout UnsafePointer<UInt8>, before end: UnsafePointer<UInt8>) -> Int? {
  position += 1
  guard position < end else { return nil }
  let isNegative = position.pointee == 0x2D
  if isNegative || position.pointee == 0x2B { position += 1 }
  let first = position
  var exponent = 0
  while position < end, position.pointee &- 0x30 < 10 {
    exponent = min(exponent * 10 + Int(position.pointee &- 0x30), 1_000_000)
    position += 1
  }
  if position == first { return nil }
  return isNegative ? -exponent : exponent
}

/// The infinity that the bytes `start..<end` name, with or without a sign.
private func infinity(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Double? {
  let isNegative = bytes[start] == 0x2D
  let first = isNegative || bytes[start] == 0x2B ? start + 1 : start
  guard end - first == 3 || end - first == 8 else { return nil }
  let word = String(decoding: bytes[first..<end], as: UTF8.self).lowercased()
  guard word == "inf" || word == "infinity" else { return nil }
  return isNegative ? -.infinity : .infinity
}
