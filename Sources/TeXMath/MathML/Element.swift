/// An element of MathML Core.
struct Element: Sendable {
  enum Content: Sendable {
    case text(String)
    case children([Element])
  }

  var name: String
  var attributes: [(name: String, value: String)]
  var content: Content

  init(_ name: String, _ attributes: KeyValuePairs<String, String>, _ children: [Element]) {
    self.init(name, attributes, content: .children(children))
  }

  init(_ name: String, _ attributes: KeyValuePairs<String, String>, _ text: String) {
    self.init(name, attributes, content: .text(text))
  }

  init(_ name: String, _ children: [Element]) { self.init(name, [:], children) }
  init(_ name: String, _ text: String) { self.init(name, [:], text) }

  private init(_ name: String, _ attributes: KeyValuePairs<String, String>, content: Content) {
    self.name = name
    self.attributes = attributes.map { ($0.key, $0.value) }
    self.content = content
  }

  /// An operator with no space about it.
  var closed: Element {
    var element = self
    element.setAttribute("lspace", "0em")
    element.setAttribute("rspace", "0em")
    return element
  }

  mutating func setAttribute(_ name: String, _ value: String) {
    if let index = attributes.firstIndex(where: { $0.name == name }) {
      attributes[index].value = value
    } else {
      attributes.append((name, value))
    }
  }

  func write(to output: inout String) {
    output += "<" + name
    for (name, value) in attributes { output += " \(name)=\"\(Self.escaped(value))\"" }
    output += ">"
    switch content {
    case .text(let text): output += Self.escaped(text)
    case .children(let children): for child in children { child.write(to: &output) }
    }
    output += "</\(name)>"
  }

  /// The scalars drawn by the element.
  func collectGlyphs(into glyphs: inout Set<Unicode.Scalar>) {
    switch content {
    case .text(let text): glyphs.formUnion(text.unicodeScalars)
    case .children(let children): for child in children { child.collectGlyphs(into: &glyphs) }
    }
  }

  static func escaped(_ text: String) -> String {
    var escaped = ""
    for character in text.unicodeScalars {
      switch character {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      default: escaped.unicodeScalars.append(character)
      }
    }
    return escaped
  }
}
