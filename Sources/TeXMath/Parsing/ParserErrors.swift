import Wording

extension TeXError {
  static func unknownCommand(_ name: String, at offset: Int) -> TeXError {
    let hint = nearestName(to: name, in: Command.names).map { "did you mean \\\($0)?" }
    if name.isEmpty { return TeXError("a backslash ends the formula", at: offset) }
    return TeXError("unknown command \\\(name)", at: offset, hint: hint)
  }

  /// A token that closes or separates something which is not open.
  static func stray(_ token: Token) -> TeXError {
    switch token.kind {
    case .end:
      TeXError("the formula ends too early", at: token.offset)
    case .character("}"):
      TeXError("this } has no {", at: token.offset)
    case .character("&"), .command("\\"), .command("hline"):
      TeXError(
        "\(token.spelling) stands outside an alignment", at: token.offset,
        hint: "put the lines between \\begin{aligned} and \\end{aligned}")
    case .command("end"):
      TeXError("this \\end has no \\begin", at: token.offset)
    case .command("right"), .command("middle"):
      TeXError("this \(token.spelling) has no \\left", at: token.offset)
    default:
      unexpected(token)
    }
  }

  /// A character that means nothing in a formula, or means something else.
  static func unexpected(_ token: Token) -> TeXError {
    switch token.kind {
    case .character("%"):
      TeXError(
        "% starts a comment, which a formula cannot hold", at: token.offset, hint: "write \\% for a percent sign")
    case .character("$"):
      TeXError("$ ends a formula and cannot stand within it", at: token.offset, hint: "write \\$ for a dollar sign")
    case .character("#"):
      TeXError("# has no meaning in a formula", at: token.offset, hint: "write \\# for a number sign")
    case .character(let scalar):
      TeXError("the character \(scalar) has no meaning in a formula", at: token.offset, hint: "put words in \\text{…}")
    default:
      stray(token)
    }
  }
}
