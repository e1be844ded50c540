/// Paragraphs that mention every footnote a text may define, to stand before it: cmark drops the definitions of those it
/// sees no mention of, and it does not see the captions.
struct FootnoteMentions {
  /// Those of the definitions `[^label]: …`, in order.
  let labels: [String]

  init(in source: SourceText, firstLine: Int) {
    labels = (firstLine..<source.lineCount).compactMap { line -> String? in
      let range = source.range(ofLine: line)
      guard let start = source.firstOffset(of: "[^", in: range) else { return nil }
      let label = source.bytes[start + 2..<range.upperBound].prefix {
        !ASCII.isSpace($0) && $0 != ASCII.openBracket && $0 != ASCII.closeBracket
      }
      let rest = source.bytes[label.endIndex..<range.upperBound]
      return label.isEmpty || !rest.starts(with: "]:".utf8) ? nil : String(decoding: label, as: UTF8.self)
    }
  }

  /// One paragraph a label, each with an empty line after it.
  var bytes: [UInt8] { labels.flatMap { Array("[^\($0)]\n\n".utf8) } }
  /// How many lines they take.
  var lines: Int { 2 * labels.count }
}
