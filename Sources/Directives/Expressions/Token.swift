/// A word or sign of an expression with the characters it takes.
struct Token: Hashable {
  enum Kind: Hashable {
    case number(Double)
    case text(String)
    case name(String)
    /// Operators, parentheses, brackets, commas, points.
    case sign(String)
    case end
  }

  var kind: Kind
  var range: Range<Int>
}

/// Cuts an expression into tokens; the last one is `.end`.
///
/// - Throws: `ExpressionError` at a character that begins none.
func tokens(of text: String) throws(ExpressionError) -> [Token] {
  let characters = Array(text)
  var tokens: [Token] = []
  var position = 0
  while position < characters.count {
    let start = position
    let character = characters[position]
    if character.isWhitespace {
      position += 1
      continue
    }
    let kind: Token.Kind
    if isDigit(character) || (character == "." && position + 1 < characters.count && isDigit(characters[position + 1]))
    {
      kind = .number(try number(characters, &position))
    } else if character.isLetter || character == "_" {
      while position < characters.count, isNamePart(characters[position]) { position += 1 }
      kind = .name(String(characters[start..<position]))
    } else if character == "'" || character == "\"" {
      kind = .text(try quoted(characters, &position))
    } else {
      kind = .sign(try sign(characters, &position))
    }
    tokens.append(Token(kind: kind, range: start..<position))
  }
  tokens.append(Token(kind: .end, range: characters.count..<characters.count))
  return tokens
}

private func isDigit(_ character: Character) -> Bool { character.isASCII && character.isNumber }

private func isNamePart(_ character: Character) -> Bool {
  character.isLetter || character == "_" || isDigit(character)
}

private func number(_ characters: [Character], _ position: inout Int) throws(ExpressionError) -> Double {
  let start = position
  func skipDigits() { while position < characters.count, isDigit(characters[position]) { position += 1 } }
  skipDigits()
  if position < characters.count, characters[position] == "." {
    position += 1
    skipDigits()
  }
  if position < characters.count, characters[position] == "e" || characters[position] == "E" {
    var next = position + 1
    if next < characters.count, characters[next] == "-" || characters[next] == "+" { next += 1 }
    if next < characters.count, isDigit(characters[next]) {
      position = next
      skipDigits()
    }
  }
  let text = String(characters[start..<position])
  guard let number = Double(text.last == "." ? text + "0" : text), number.isFinite,
    position == characters.count || !isNamePart(characters[position])
  else { throw ExpressionError("not a number", at: start, hint: "a name begins with a letter") }
  return number
}

private func quoted(_ characters: [Character], _ position: inout Int) throws(ExpressionError) -> String {
  let start = position
  guard let end = characters[(start + 1)...].firstIndex(of: characters[start]) else {
    throw ExpressionError("the quote that opens here is never closed", at: start)
  }
  position = end + 1
  return String(characters[(start + 1)..<end])
}

private func sign(_ characters: [Character], _ position: inout Int) throws(ExpressionError) -> String {
  let pair = String(characters[position..<min(position + 2, characters.count)])
  let corrections = ["&&": "and", "||": "or", "**": "^", "<>": "!="]
  if let right = corrections[pair] {
    throw ExpressionError("'\(pair)' is no operator", at: position, hint: "write '\(right)'")
  }
  if ["==", "!=", "<=", ">="].contains(pair) {
    position += 2
    return pair
  }
  let character = characters[position]
  switch character {
  case "+", "-", "*", "/", "^", "<", ">", "(", ")", "[", "]", ",", ".":
    position += 1
    return String(character)
  case "=": throw ExpressionError("'=' is no operator", at: position, hint: "write '==' to compare")
  case "!": throw ExpressionError("'!' is no operator", at: position, hint: "write 'not'")
  case "−": throw ExpressionError("'−' is no operator", at: position, hint: "write '-', the ASCII minus")
  default: throw ExpressionError("unexpected '\(character)'", at: position)
  }
}
