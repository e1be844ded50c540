/// `\left( … \middle| … \right)`: delimiters as high as what they hold.
struct Fence: MathNode {
  var opening: String
  var segments: [Row]
  /// The delimiters between the segments.
  var middles: [String]
  var closing: String

  var leading: AtomClass? { .inner }

  func element(in style: MathStyle) -> Element {
    var elements = Self.delimiter(opening, form: "prefix")
    for (index, segment) in segments.enumerated() {
      if index > 0 { elements += Self.delimiter(middles[index - 1], form: "infix") }
      elements += segment.elements(in: style)
    }
    return Element("mrow", elements + Self.delimiter(closing, form: "postfix"))
  }

  func plainText(inScript: Bool) -> String {
    var text = opening
    for (index, segment) in segments.enumerated() {
      if index > 0 { text += " " + middles[index - 1] + " " }
      text += segment.plainText(inScript: inScript)
    }
    return text + closing
  }

  static func delimiter(_ text: String, form: String) -> [Element] {
    guard !text.isEmpty else { return [] }
    let attributes: KeyValuePairs = [
      "form": form, "fence": "true", "stretchy": "true", "symmetric": "true", "lspace": "0em", "rspace": "0em",
    ]
    return [Element("mo", attributes, text)]
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
