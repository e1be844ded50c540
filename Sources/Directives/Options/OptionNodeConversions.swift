package import Notebooks
internal import Wording

extension OptionNode {
  /// How messages call it: `'many'`, `a list`.
  var written: String {
    switch self {
    case .scalar(let scalar): scalar.text.isEmpty ? "nothing" : "'\(scalar.text)'"
    case .list: "a list"
    case .mapping: "a mapping"
    }
  }

  /// The mistake of a value that is not what its option wants.
  package func expected(_ wanted: String, hint: String? = nil) -> Diagnostic {
    .error("expected \(wanted), not \(written)", at: location, hint: hint)
  }

  /// - Parameter wanted: what the option takes, in words, for the message.
  package func scalar(_ wanted: String) throws -> Scalar {
    guard case .scalar(let scalar) = self else { throw expected(wanted) }
    return scalar
  }

  package func text(_ wanted: String = "text") throws -> Located<String> {
    let scalar = try scalar(wanted)
    guard !scalar.text.isEmpty else { throw expected(wanted) }
    return Located(scalar.text, at: scalar.location)
  }

  package func number(_ wanted: String = "a number") throws -> Double {
    guard let number = decimalNumber(try scalar(wanted).text) else { throw expected(wanted) }
    return number
  }

  package func wholeNumber(_ wanted: String = "a whole number") throws -> Int {
    guard let number = decimalNumber(try scalar(wanted).text), let whole = Int(exactly: number) else {
      throw expected(wanted)
    }
    return whole
  }

  package func boolean() throws -> Bool {
    switch try scalar("true or false").text {
    case "true": return true
    case "false": return false
    default: throw expected("true or false")
    }
  }

  /// The items of a list; a single value is a list of one.
  package var items: [OptionNode] {
    if case .list(let items, _) = self { items } else { [self] }
  }

  package func entries(_ wanted: String) throws -> [Entry] {
    guard case .mapping(let entries, _) = self else { throw expected(wanted) }
    return entries
  }

  /// - Throws: `Diagnostic` at the character that does not fit.
  package func expression() throws -> Expression { try Expression(parsing: try text("an expression")) }
}

/// The number that the text writes, as YAML 1.2 and JSON do: no octal, no grouping, no infinities.
func decimalNumber(_ text: String) -> Double? {
  let body = text.first == "-" || text.first == "+" ? text.dropFirst() : text[...]
  guard let first = body.first, first.isASCII, first.isNumber || first == ".",
    body.allSatisfy({ $0.isASCII && ($0.isNumber || ".eE+-".contains($0)) }), let number = Double(text), number.isFinite
  else { return nil }
  return number
}
