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
/// Accepted: an optional sign, digits with at most one point, an optional exponent; `inf` and `infinity`. Up to 15
/// digits with a power of ten no larger than 22 are exact in doubles, so that one multiplication or division rounds
/// correctly (Clinger, *How to read floating point numbers accurately*, PLDI 1990); the rest goes to the library.
func parsedNumber(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Double? {
  var position = start
  var isNegative = false
  if position < end, bytes[position] == 0x2D || bytes[position] == 0x2B {
    isNegative = bytes[position] == 0x2D
    position += 1
  }
  var mantissa: UInt64 = 0
  var digits = 0
  var significant = 0
  var scale = 0
  var hasPoint = false
  while position < end {
    let digit = bytes[position] &- 0x30
    if digit < 10 {
      digits += 1
      if significant > 0 || digit > 0 { significant += 1 }
      if significant <= 18 { mantissa = mantissa &* 10 &+ UInt64(digit) }
      if hasPoint { scale -= 1 }
    } else if bytes[position] == 0x2E, !hasPoint {
      hasPoint = true
    } else {
      break
    }
    position += 1
  }
  if digits == 0 { return hasPoint ? nil : infinity(bytes, position, end, isNegative: isNegative) }
  if position < end {
    guard let exponent = exponent(bytes, position, end) else { return nil }
    scale += exponent
  }
  if significant <= 15, abs(scale) <= 22 {
    let value = Double(mantissa)
    let magnitude = scale < 0 ? value / powersOfTen[-scale] : value * powersOfTen[scale]
    return isNegative ? -magnitude : magnitude
  }
  return Double(String(decoding: bytes[start..<end], as: UTF8.self))
}

/// The exponent `e±digits` that fills `start..<end`; large ones are cut where no double depends on them any more.
private func exponent(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Int? {
  guard bytes[start] | 0x20 == 0x65 else { return nil }
  var position = start + 1
  var isNegative = false
  if position < end, bytes[position] == 0x2D || bytes[position] == 0x2B {
    isNegative = bytes[position] == 0x2D
    position += 1
  }
  guard position < end else { return nil }
  var exponent = 0
  while position < end {
    let digit = bytes[position] &- 0x30
    guard digit < 10 else { return nil }
    exponent = min(exponent * 10 + Int(digit), 1_000_000)
    position += 1
  }
  return isNegative ? -exponent : exponent
}

private func infinity(
  _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int, isNegative: Bool
) -> Double? {
  guard end - start == 3 || end - start == 8 else { return nil }
  let word = String(decoding: bytes[start..<end], as: UTF8.self).lowercased()
  guard word == "inf" || word == "infinity" else { return nil }
  return isNegative ? -.infinity : .infinity
}

private let powersOfTen: [Double] = [
  1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20,
  1e21, 1e22,
]
