internal import Directives
internal import Notebooks

extension String {
  /// The notebook with out-of-date pinned values replaced by what they should be.
  func rewriting(_ pins: [StalePin]) -> String {
    var lines = split(separator: "\n", omittingEmptySubsequences: false).map { Array($0) }
    // From the last to the first, so that places further left on a line stay where they are.
    for stale in pins.sorted(by: { $0.pin.text.location > $1.pin.text.location }) {
      let (place, old) = (stale.pin.text.location, stale.pin.text.value)
      guard lines.indices.contains(place.line - 1) else { continue }
      let start = place.column - 1
      guard start + old.count <= lines[place.line - 1].count else { continue }
      lines[place.line - 1].replaceSubrange(start..<start + old.count, with: Array(stale.value))
    }
    return lines.map { String($0) }.joined(separator: "\n")
  }
}
