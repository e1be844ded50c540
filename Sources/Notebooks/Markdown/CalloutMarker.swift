internal import Wording

extension BlockReader {
  /// The kind that `[!NOTE]` at the start of a quote names; `nil` when the quote is just that.
  func calloutMarker(of quote: CmarkNode) -> Result<Callout.Kind, Diagnostic>? {
    guard let first = quote.children.first, first.kind == .paragraph else { return nil }
    let source = masked.source
    let start = offset(of: first)
    guard source.starts(with: "[!", at: start) else { return nil }
    let line = source.range(ofLine: source.line(containing: start))
    guard let close = source.bytes[start..<line.upperBound].firstIndex(of: ASCII.closeBracket) else { return nil }
    let name = source.text(start + 2..<close)
    if let kind = Callout.Kind(rawValue: name.lowercased()) { return .success(kind) }
    let kinds = Callout.Kind.allCases.map { $0.rawValue.uppercased() }
    let meant = nearestName(to: name, in: kinds)
    return .failure(
      .error(
        "unknown callout '\(name)'", at: source.location(of: start + 2),
        hint: meant.map { "did you mean '\($0)'?" } ?? "there are \(joined(kinds))"))
  }
}

extension Callout {
  /// A callout from the blocks of its quote, of which the first line holds the marker and perhaps a title.
  init(kind: Kind, markedBlocks: [Markup], at location: SourceLocation) {
    var blocks = markedBlocks
    var title: [Inline] = []
    if case .paragraph(var line)? = blocks.first, case .text(let text)? = line.first {
      line[0] = .text(String(text.drop { $0 != "]" }.dropFirst()))
      let end = line.firstIndex { $0 == .softBreak || $0 == .lineBreak } ?? line.endIndex
      title = Array(line[..<end]).trimmed
      let rest = Array(line[end...]).trimmed
      blocks.replaceSubrange(0..<1, with: rest.isEmpty ? [] : [.paragraph(rest)])
    }
    self.init(kind: kind, title: title, blocks: blocks, location: location)
  }
}
