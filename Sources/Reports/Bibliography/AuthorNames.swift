internal import Wording

/// The people of a BibTeX `author` or `editor` field.
enum AuthorNames {
  /// `A. P. Dempster, N. M. Laird and D. B. Rubin` from `Dempster, A. P. and Laird, Nan M. and Donald B. Rubin`:
  /// given names as initials, `others` as `et al.`, a name in braces as it stands.
  static func text(_ latex: String) -> String {
    let names = split(latex, at: "and").map(name)
    if let others = names.last, others == "others", names.count > 1 {
      return names.dropLast().joined(separator: ", ") + " et al."
    }
    return joined(names)
  }

  private static func name(_ latex: String) -> String {
    let parts = split(latex, at: ",")
    if parts.count > 1 {
      // Family, Given or Family, Jr, Given.
      let suffix = parts.count > 2 ? [LaTeXText.plain(parts[1])] : []
      return ([initials(words(parts[parts.count - 1])), LaTeXText.plain(parts[0])] + suffix)
        .filter { !$0.isEmpty }.joined(separator: " ")
    }
    let words = words(latex)
    // A particle in lower case (van, de la) begins the family name.
    let family = words.dropFirst().firstIndex { $0.first?.isLowercase == true } ?? words.count - 1
    guard family > 0 else { return LaTeXText.plain(latex) }
    return initials(Array(words[..<family])) + " " + words[family...].map(LaTeXText.plain).joined(separator: " ")
  }

  /// `Jean-Pierre Marie` becomes `J.-P. M.`
  private static func initials(_ words: [String]) -> String {
    words.map { word in
      LaTeXText.plain(word).split(separator: "-").compactMap(\.first).map { "\($0)." }.joined(separator: "-")
    }.joined(separator: " ")
  }

  private static func words(_ latex: String) -> [String] {
    var words: [String] = []
    for part in split(latex, at: " ") {
      // `A.P.` are two names.
      let stops = part.split(separator: ".").count
      if stops > 1, !part.contains("\\"), !part.contains("{") {
        words += part.split(separator: ".").map(String.init)
      } else {
        words.append(part)
      }
    }
    return words
  }

  /// Splits at a separator outside braces: a comma, a space, or the word `and`.
  private static func split(_ latex: String, at separator: String) -> [String] {
    var parts = [""]
    var depth = 0
    let isWord = separator.first?.isLetter == true
    let text = latex.map { $0.isWhitespace ? " " : $0 }
    var index = 0
    while index < text.count {
      let character = text[index]
      if character == "{" { depth += 1 }
      if character == "}" { depth -= 1 }
      let token = isWord ? " \(separator) " : separator
      if depth == 0, String(text[index...].prefix(token.count)).lowercased() == token {
        parts.append("")
        // The space after the word may be the one before the next.
        index += isWord ? token.count - 1 : token.count
      } else {
        parts[parts.count - 1].append(character)
        index += 1
      }
    }
    return parts.map { part in
      let tail = part.drop { $0 == " " }
      return String(tail.prefix(tail.count - tail.reversed().prefix { $0 == " " }.count))
    }.filter { !$0.isEmpty }
  }
}
