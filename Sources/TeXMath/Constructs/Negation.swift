extension Command {
  /// `\not` before a relation: the relation struck out.
  static let negation: [Command] = [
    Command("not") { parser, command throws(TeXError) in
      parser.skipSpaces()
      let token = parser.scanner.next()
      guard let symbol = try? parser.atom(token, single: true) as? Symbol, symbol.atom == .relation else {
        throw TeXError("\\not does not stand before a relation", at: command.offset)
      }
      return Symbol(Symbol.negations[symbol.text] ?? symbol.text + "\u{338}", .relation)
    }
  ]
}
