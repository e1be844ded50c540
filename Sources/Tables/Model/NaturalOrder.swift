/// Whether `a` stands before `b` in the order people expect: runs of digits compare as numbers, the rest character by
/// character without regard to case; what is equal so far is ordered by its bytes, so that the order is total.
package func naturallyPrecedes(_ a: String, _ b: String) -> Bool {
  if let x = Double(a), let y = Double(b), x != y { return x < y }
  let (left, right) = (Array(a.lowercased().utf8), Array(b.lowercased().utf8))
  var (i, j) = (0, 0)
  while i < left.count, j < right.count {
    if isDigit(left[i]), isDigit(right[j]) {
      let (first, second) = (digits(left, &i), digits(right, &j))
      if first.count != second.count { return first.count < second.count }
      if first != second { return first.lexicographicallyPrecedes(second) }
    } else {
      if left[i] != right[j] { return left[i] < right[j] }
      i += 1
      j += 1
    }
  }
  if left.count - i != right.count - j { return left.count - i < right.count - j }
  return a.utf8.lexicographicallyPrecedes(b.utf8)
}

private func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

/// The run of digits at `position` without its leading zeros; moves past it.
private func digits(_ bytes: [UInt8], _ position: inout Int) -> ArraySlice<UInt8> {
  while position < bytes.count, bytes[position] == 0x30 { position += 1 }
  let start = position
  while position < bytes.count, isDigit(bytes[position]) { position += 1 }
  return bytes[start..<position]
}
