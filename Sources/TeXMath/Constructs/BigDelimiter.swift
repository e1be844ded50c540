/// `\bigl(`, `\Big|`: a delimiter of a stated size.
struct BigDelimiter: MathNode {
  var text: String
  var size: String
  var atom: AtomClass

  var leading: AtomClass? { atom }

  func element(in style: MathStyle) -> Element {
    let attributes: KeyValuePairs = [
      "stretchy": "true", "symmetric": "true", "minsize": size, "maxsize": size, "lspace": "0em", "rspace": "0em",
    ]
    return text.isEmpty ? Element("mrow", []) : Element("mo", attributes, text)
  }
  func plainText(inScript: Bool) -> String { text }
}

extension Command {
  static let bigDelimiters: [Command] = [("big", "1.2em"), ("Big", "1.8em"), ("bigg", "2.4em"), ("Bigg", "3em")]
    .flatMap { name, size in
      [("", AtomClass.ordinary), ("l", .opening), ("m", .relation), ("r", .closing)].map { suffix, atom in
        Command(name + suffix) { parser, command throws(TeXError) in
          BigDelimiter(text: try Delimiter.read(&parser, after: command), size: size, atom: atom)
        }
      }
    }
}
