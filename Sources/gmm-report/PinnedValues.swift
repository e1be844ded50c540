internal import Directives
internal import Notebooks

extension String {
  /// The notebook with out-of-date pinned values replaced by what they should be.
  func rewriting(_ pins: [StalePin]) -> String {
    var text = self
    // From the last to the first, so that places further up stay where they are.
    for stale in pins.sorted(by: { $0.pin.text.location > $1.pin.text.location }) {
      let old = stale.pin.text.value
      guard let start = text.index(of: stale.pin.text.location), text[start...].hasPrefix(old) else { continue }
      text.replaceSubrange(start..<text.index(start, offsetBy: old.count), with: stale.value)
    }
    return text
  }

  /// Where a line and column lie, whatever ends the lines and whether or not a byte-order mark comes first.
  private func index(of place: SourceLocation) -> Index? {
    var rest = self[...]
    if rest.first == "\u{FEFF}" { rest = rest.dropFirst() }
    for _ in 1..<place.line {
      guard let end = rest.firstIndex(where: { $0 == "\n" || $0 == "\r\n" || $0 == "\r" }) else { return nil }
      rest = rest[index(after: end)...]
    }
    return index(rest.startIndex, offsetBy: place.column - 1, limitedBy: endIndex)
  }
}
