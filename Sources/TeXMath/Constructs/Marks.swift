extension Command {
  /// What names or numbers the whole formula, and is not drawn in its place.
  static let marks: [Command] = [
    Command("label") { parser, command throws(TeXError) in
      guard parser.label == nil else { throw TeXError("a second \\label in one formula", at: command.offset) }
      let label = try parser.word("name", of: command)
      guard label.hasPrefix("eq-"), label.count > 3 else {
        throw TeXError(
          "the label \(label) is not the name of an equation", at: command.offset, hint: "begin it with eq-")
      }
      parser.label = label
      return Space(mu: 0)
    },
    Command("tag") { parser, command throws(TeXError) in
      guard parser.tag == nil else { throw TeXError("a second \\tag in one formula", at: command.offset) }
      parser.tag = Text(runs: try parser.text(of: command), alphabet: .roman)
      return Space(mu: 0)
    },
  ]
}
