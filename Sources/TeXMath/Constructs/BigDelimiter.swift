/// `\bigl(`, `\Big|`: a delimiter of a stated size.
struct BigDelimiter: MathNode {
  var text: String
  /// In em.
  var height: Double
  var atom: AtomClass

  var leading: AtomClass? { atom }

  func element(in style: MathStyle) -> Element {
    guard !text.isEmpty else { return Element("mrow", []) }
    let size = "\(height)em"
    let attributes: KeyValuePairs = [
      "stretchy": "true", "symmetric": "true", "minsize": size, "maxsize": size, "lspace": "0em", "rspace": "0em",
    ]
    var delimiter = Element("mo", attributes, text)
    if let width = DelimiterWidth.style(text, height: height) { delimiter.setAttribute("style", width) }
    return delimiter
  }
  func plainText(inScript: Bool) -> String { text }
}

extension Command {
  static let bigDelimiters: [Command] = [("big", 1.2), ("Big", 1.8), ("bigg", 2.4), ("Bigg", 3.0)]
    .flatMap { name, height in
      [("", AtomClass.ordinary), ("l", .opening), ("m", .relation), ("r", .closing)].map { suffix, atom in
        Command(name + suffix) { parser, command throws(TeXError) in
          BigDelimiter(text: try Delimiter.read(&parser, after: command), height: height, atom: atom)
        }
      }
    }
}
