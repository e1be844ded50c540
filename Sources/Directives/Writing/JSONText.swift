/// A value as JSON: in the order given, numbers with as many digits as it takes to read the same number back.
indirect enum JSONText {
  /// A finite number.
  case number(Double)
  case whole(UInt64)
  case text(String)
  case list([JSONText])
  case object([(name: String, value: JSONText)])

  static func numbers(_ numbers: [Double]) -> JSONText { .list(numbers.map(JSONText.number)) }

  /// What one line holds at most where it could be parted.
  private static let lineLength = 120

  /// The text, ended by LF. A short list or object that holds no other stands on one line.
  var text: String { lines("") + "\n" }

  private var isLeaf: Bool {
    switch self {
    case .number, .whole, .text: true
    case .list, .object: false
    }
  }

  private func lines(_ indent: String) -> String {
    switch self {
    case .number(let number): return "\(number)"
    case .whole(let number): return "\(number)"
    case .text(let text): return Self.quoted(text)
    case .list(let items):
      return Self.enclosed("[", items.map { ("", $0) }, "]", indent)
    case .object(let entries):
      return Self.enclosed("{", entries.map { (Self.quoted($0.name) + ": ", $0.value) }, "}", indent)
    }
  }

  private static func enclosed(
    _ open: String, _ parts: [(head: String, value: JSONText)], _ close: String, _ indent: String
  ) -> String {
    if parts.allSatisfy(\.value.isLeaf) {
      let line = open + parts.map { $0.head + $0.value.lines("") }.joined(separator: ", ") + close
      if indent.count + line.count <= lineLength { return line }
    }
    let inner = indent + "  "
    let lines = parts.map { inner + $0.head + $0.value.lines(inner) }
    return open + "\n" + lines.joined(separator: ",\n") + "\n" + indent + close
  }

  /// - SeeAlso: RFC 8259, 7.
  private static func quoted(_ text: String) -> String {
    let hexadecimal = Array("0123456789abcdef")
    let escaped = text.unicodeScalars.reduce(into: "") { escaped, scalar in
      switch scalar {
      case "\"", "\\": escaped += "\\" + String(scalar)
      case "\u{0}"..<"\u{20}":
        escaped += "\\u00" + String(hexadecimal[Int(scalar.value >> 4)]) + String(hexadecimal[Int(scalar.value & 15)])
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return "\"" + escaped + "\""
  }
}
