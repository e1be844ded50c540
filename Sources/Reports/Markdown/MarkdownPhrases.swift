internal import TeXMath

/// Where running text stands: whether it may have several lines, and whether a vertical bar ends it.
enum MarkdownPlace {
  case paragraph, heading, cell
}

extension MarkdownWriter {
  /// Running text on one or more lines; what is special at the start of a line is not escaped yet.
  ///
  /// - Parameters:
  ///   - depth: how many forms of emphasis the text stands in.
  ///   - around: the characters before and after it.
  func text(
    _ phrases: [Phrase], in place: MarkdownPlace, depth: Int = 0, around: (Character?, Character?) = (nil, nil)
  ) -> String {
    var output = ""
    for (index, phrase) in phrases.enumerated() {
      let next = phrases[(index + 1)...].lazy.compactMap(Self.firstCharacter).first ?? around.1
      let neighbours = (output.last ?? around.0, next)
      switch phrase {
      case .text(let text), .value(let text): output += MarkdownEscaping.text(text)
      case .emphasis(let parts): output += marked(parts, .emphasis, in: place, depth: depth, around: neighbours)
      case .strong(let parts): output += marked(parts, .strong, in: place, depth: depth, around: neighbours)
      case .strikethrough(let parts):
        output += marked(parts, .strikethrough, in: place, depth: depth, around: neighbours)
      case .component(_, let parts): output += text(parts, in: place, depth: depth, around: neighbours)
      case .code(let code): output += self.code(code, in: place, around: neighbours)
      case .link(let destination, let title, let parts):
        output += link(to: destination, title: title, parts, in: place, depth: depth)
      case .image(let source, let title, let alt):
        output += "![\(MarkdownEscaping.text(alt))](\(target(source, title: title)))"
      case .lineBreak:
        if index + 1 < phrases.count { output += place == .paragraph ? "\\\n" : "<br>" }
      case .softBreak: output += place == .paragraph ? "\n" : " "
      case .html(let html): output += place == .paragraph ? html : html.replacing("\n", with: " ")
      case .math(let expression):
        let tex = expression.gitHubSource().replacing("\n", with: " ")
        output += MarkdownMath.inline(
          place == .cell ? MarkdownMath.withoutBars(tex) : tex, previous: neighbours.0, next: neighbours.1)
      case .reference(let anchor, let text): output += "[\(MarkdownEscaping.text(text))](#\(anchor))"
      case .footnote(let number): output += "[^\(number)]"
      case .citation(let numbers): output += "\\[" + numbers.map(citation).joined(separator: ", ") + "\\]"
      }
    }
    return output
  }

  private func citation(_ number: Int) -> String {
    guard report.references.indices.contains(number - 1) else { return String(number) }
    return "[\(number)](#\(report.references[number - 1].anchor))"
  }

  private func link(
    to destination: String, title: String, _ parts: [Phrase], in place: MarkdownPlace, depth: Int
  ) -> String {
    if title.isEmpty, parts == [.text(destination)], destination.isAddress { return "<\(destination)>" }
    return "[\(text(parts, in: place, depth: depth, around: ("[", "]")))](\(target(destination, title: title)))"
  }

  /// `address "title"` of a link or an image.
  private func target(_ address: String, title: String) -> String {
    var escaped = address.replacing("\\", with: "\\\\").replacing("|", with: "%7C").replacing("\n", with: "%0A")
      .replacing("&", with: "&amp;")
    if escaped.isEmpty || escaped.contains(where: { $0.isWhitespace || "()<>".contains($0) }) {
      escaped = "<" + escaped.replacing("<", with: "\\<").replacing(">", with: "\\>") + ">"
    }
    if title.isEmpty { return escaped }
    return escaped + " \"" + MarkdownEscaping.text(title).replacing("\"", with: "\\\"") + "\""
  }

  /// A code span; beside another, or where it holds what would end a table's cell, it is written as HTML.
  private func code(_ code: String, in place: MarkdownPlace, around: (Character?, Character?)) -> String {
    let code = code.replacing("\n", with: " ")
    if code.isEmpty { return "" }
    if around.0 == "`" || around.1 == "`" || (place == .cell && code.contains("\\|")) {
      return "<code>\(MarkdownEscaping.text(code))</code>"
    }
    let fence = String(repeating: "`", count: code.longestRun(of: "`") + 1)
    // One space at each end is stripped, so that backticks may stand there.
    let isStripped = code.first == " " && code.last == " " && !code.allSatisfy { $0 == " " }
    let space = code.first == "`" || code.last == "`" || isStripped ? " " : ""
    return fence + space + (place == .cell ? code.replacing("|", with: "\\|") : code) + space + fence
  }

  /// The first character that a phrase is written with; `nil` for one that writes nothing.
  private static func firstCharacter(of phrase: Phrase) -> Character? {
    switch phrase {
    case .text(let text), .value(let text): text.first
    case .component(_, let parts): parts.lazy.compactMap(firstCharacter).first
    case .emphasis, .strong: "*"
    case .strikethrough: "~"
    case .code: "`"
    case .link, .reference, .footnote: "["
    case .image: "!"
    case .lineBreak, .softBreak: "\n"
    case .html: "<"
    case .math: "$"
    case .citation: "\\"
    }
  }
}

extension String {
  /// Whether `<…>` around it makes it a link.
  fileprivate var isAddress: Bool {
    (hasPrefix("https://") || hasPrefix("http://")) && !contains { $0.isWhitespace || "<>\\|&".contains($0) }
  }

  /// The length of the longest unbroken row of `character`.
  func longestRun(of character: Character) -> Int {
    var longest = 0
    var run = 0
    for next in self {
      run = next == character ? run + 1 : 0
      longest = max(longest, run)
    }
    return longest
  }
}
