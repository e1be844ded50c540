/// A form of text with its signs in Markdown and its element in HTML.
struct MarkdownMark {
  var delimiters: [String]
  var element: String

  static let emphasis = MarkdownMark(delimiters: ["*", "_"], element: "em")
  static let strong = MarkdownMark(delimiters: ["**", "__"], element: "strong")
  static let strikethrough = MarkdownMark(delimiters: ["~~"], element: "del")
}

extension MarkdownWriter {
  /// Emphasised text: between stars (underscores where stars are around it already) where CommonMark is sure to take
  /// them as meant, else as an HTML element.
  func marked(
    _ parts: [Phrase], _ mark: MarkdownMark, in place: MarkdownPlace, depth: Int, around: (Character?, Character?)
  ) -> String {
    // Deeper than there are signs for, one might end a form around it.
    let delimiter = mark.delimiters[min(depth, mark.delimiters.count - 1)]
    let sign = delimiter.last
    let inner = text(parts, in: place, depth: depth + 1, around: (sign, sign))
    guard let first = inner.first, let last = inner.last else { return "" }
    let opens = Self.isFlanked(outside: around.0, inside: first, by: sign)
    let closes = Self.isFlanked(outside: around.1, inside: last, by: sign)
    if opens, closes, depth < mark.delimiters.count { return delimiter + inner + delimiter }
    return "<\(mark.element)>\(inner)</\(mark.element)>"
  }

  /// Whether a row of signs between these two characters turns towards the inner one. Symbols, which versions of
  /// CommonMark class differently, are never relied upon.
  private static func isFlanked(outside: Character?, inside: Character, by sign: Character?) -> Bool {
    if inside.isWhitespace || inside == sign || outside == sign { return false }
    // GitHub's parser looks through a tilde to what is behind it.
    let isOutsideOpen =
      outside.map { $0 != "~" && ($0.isWhitespace || $0.isPunctuation || ($0.isASCII && $0.isSymbol)) } ?? true
    let isInsideWord = inside.isLetter || inside.isNumber
    return isOutsideOpen || (isInsideWord && sign != "_")
  }
}
