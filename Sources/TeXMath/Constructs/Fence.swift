/// `\left( … \middle| … \right)`: delimiters as high as what they hold.
struct Fence: MathNode {
  var opening: String
  var segments: [Row]
  /// The delimiters between the segments.
  var middles: [String]
  var closing: String

  var leading: AtomClass? { .inner }

  func element(in style: MathStyle) -> Element {
    let parts = segments.map { $0.elements(in: style) }
    let height = Element("mrow", parts.flatMap { $0 }).extent(in: style).centredHeight
    var elements = Self.delimiter(opening, form: "prefix", height: height)
    for (index, part) in parts.enumerated() {
      if index > 0 { elements += Self.delimiter(middles[index - 1], form: "infix", height: height) }
      elements += part
    }
    return Element("mrow", elements + Self.delimiter(closing, form: "postfix", height: height))
  }

  func plainText(inScript: Bool) -> String {
    var text = opening
    for (index, segment) in segments.enumerated() {
      if index > 0 { text += " " + middles[index - 1] + " " }
      text += segment.plainText(inScript: inScript)
    }
    return text + closing
  }

  /// The content between two delimiters as high as it is.
  static func enclosed(_ opening: String, _ content: Element, _ closing: String, in style: MathStyle) -> Element {
    let height = content.extent(in: style).centredHeight
    return Element(
      "mrow",
      delimiter(opening, form: "prefix", height: height) + [content]
        + delimiter(closing, form: "postfix", height: height))
  }

  /// A delimiter that stretches; none for the empty text.
  private static func delimiter(_ text: String, form: String, height: Double) -> [Element] {
    guard !text.isEmpty else { return [] }
    let attributes: KeyValuePairs = [
      "form": form, "fence": "true", "stretchy": "true", "symmetric": "true", "lspace": "0em", "rspace": "0em",
    ]
    var delimiter = Element("mo", attributes, text)
    if let width = DelimiterWidth.style(text, height: height) { delimiter.setAttribute("style", width) }
    return [delimiter]
  }
}

extension Command {
  static let fences: [Command] = [
    Command("left") { parser, command throws(TeXError) in
      let opening = try Delimiter.read(&parser, after: command)
      var segments = [try parser.row()]
      var middles: [String] = []
      while true {
        let token = parser.scanner.next()
        if token.isCommand("right") {
          let closing = try Delimiter.read(&parser, after: token)
          return Fence(opening: opening, segments: segments, middles: middles, closing: closing)
        }
        guard token.isCommand("middle") else { throw TeXError("this \\left has no \\right", at: command.offset) }
        middles.append(try Delimiter.read(&parser, after: token))
        segments.append(try parser.row())
      }
    }
  ]
}
