extension Lifter {
  /// `<!--=expression-->text<!--/-->`; other comments are passed over.
  mutating func liftPin(at offset: Int) -> Int? {
    guard source.starts(with: "<!--", at: offset) else { return nil }
    if source.starts(with: "<!--/-->", at: offset) {
      return refuse(
        offset..<offset + 8, "this ends a pinned value that was never opened",
        hint: "a pinned value reads <!--=expression-->text<!--/-->")
    }
    let start = offset + 5
    guard start <= block.upperBound, source.starts(with: "=", at: offset + 4) else {
      return source.firstOffset(of: "-->", in: offset + 4..<max(block.upperBound, offset + 4)).map { $0 + 3 }
    }
    guard let end = source.firstOffset(of: "-->", in: start..<block.upperBound) else {
      return refuse(offset..<start, "the comment of this pinned value is not closed", hint: "end it with '-->'")
    }
    let close = source.firstOffset(of: "<!--/-->", in: end + 3..<block.upperBound)
    let whole = offset..<(close.map { $0 + 8 } ?? end + 3)
    if let dashes = source.firstOffset(of: "--", in: start..<end) {
      return refuse(
        whole, "'--' cannot stand in a pinned value: it would end the comment early", at: dashes,
        hint: "write '- -' or put brackets around the second term")
    }
    let expression = trimmed(start..<end)
    guard !expression.value.isEmpty else {
      return refuse(whole, "this pinned value has no expression", at: start)
    }
    guard let close else {
      return refuse(whole, "this pinned value is not closed", hint: "end its text with '<!--/-->'")
    }
    let pin = PinnedValue(expression: expression, text: located(end + 3..<close))
    return lift(.pinned(pin), whole)
  }

  /// In an HTML block a pinned value would go unseen; one that stands first on a line opens such a block.
  mutating func checkPins(inHTML range: Range<Int>) {
    let content = source.trimmed(range)
    guard let pin = source.firstOffset(of: "<!--=", in: content) else { return }
    let before = source.bytes[source.range(ofLine: source.line(containing: pin)).lowerBound..<pin]
    if before.allSatisfy({ !ASCII.isLetter($0) && $0 != ASCII.less }) {
      mistakes.append(
        .error(
          "a pinned value cannot stand first on a line: it would open an HTML block", at: location(pin),
          hint: "put a word before it or break the line elsewhere"))
    } else if !source.starts(with: "<!--", at: content.lowerBound) {
      mistakes.append(
        .error(
          "a pinned value inside an HTML block is not verified", at: location(pin),
          hint: "set the text off from the HTML by blank lines"))
    }
  }
}
