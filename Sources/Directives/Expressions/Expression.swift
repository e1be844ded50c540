package import Notebooks
package import Wording

/// An expression of the notebook language, read but not yet worked out.
package struct Expression: Sendable, Hashable {
  /// As written, with the format.
  package let source: Located<String>
  /// `.1f` in `k3.bic:.1f`.
  package let format: NumberFormat?
  let root: Node

  /// A part of the expression: what it is and which characters of the text it takes.
  struct Node: Sendable, Hashable {
    var kind: Kind
    var range: Range<Int>
  }

  indirect enum Kind: Sendable, Hashable {
    case number(Double)
    case text(String)
    case boolean(Bool)
    case name(String)
    case member(Node, String)
    case index(Node, Node)
    case call(String, [Node])
    case negative(Node)
    case not(Node)
    case binary(Operator, Node, Node)
  }

  enum Operator: String, Sendable, Hashable {
    case or, and
    case equal = "=="
    case unequal = "!="
    case less = "<"
    case lessOrEqual = "<="
    case greater = ">"
    case greaterOrEqual = ">="
    case plus = "+"
    case minus = "-"
    case times = "*"
    case divided = "/"
    case power = "^"
  }

  /// - Throws: `Diagnostic` at the first character that does not fit.
  package init(parsing source: Located<String>) throws(Diagnostic) {
    self.source = source
    do {
      let split = splittingFormat(source.value)
      if let written = split.format {
        guard let format = NumberFormat(written.text) else {
          throw ExpressionError(
            "unknown number format '\(written.text)'", at: written.offset,
            hint: "formats are .1f, .3e, .4g, ,d and %")
        }
        self.format = format
      } else {
        format = nil
      }
      var parser = ExpressionParser(try tokens(of: split.expression))
      root = try parser.parse()
    } catch let error as ExpressionError {
      throw Self.diagnostic(error, in: source)
    } catch {
      throw .error("\(error)", at: source.location)
    }
  }

  /// The error with its place in the notebook.
  func diagnostic(_ error: ExpressionError) -> Diagnostic { Self.diagnostic(error, in: source) }

  /// The characters of a part.
  func text(of node: Node) -> String { String(Array(source.value)[node.range]) }

  /// Every bare name in it: of a result, a column or a member.
  var names: Set<String> { root.names }

  /// Whether each cell of what it gives depends on the same cells of its columns alone.
  var isCellwise: Bool { root.isCellwise }

  private static func diagnostic(_ error: ExpressionError, in source: Located<String>) -> Diagnostic {
    let before = source.value.prefix(error.offset)
    var place = source.location
    if let lineStart = before.lastIndex(where: \.isNewline) {
      place.line += before.count { $0.isNewline }
      place.column = before.distance(from: lineStart, to: before.endIndex)
    } else {
      place.column += error.offset
    }
    return .error(error.message, at: place, hint: error.hint)
  }
}

extension Expression.Node {
  fileprivate var names: Set<String> {
    switch kind {
    case .number, .text, .boolean: []
    case .name(let name): [name]
    case .member(let base, _): base.names
    case .index(let base, let index): base.names.union(index.names)
    case .call(_, let arguments): arguments.reduce(into: []) { $0.formUnion($1.names) }
    case .negative(let operand), .not(let operand): operand.names
    case .binary(_, let left, let right): left.names.union(right.names)
    }
  }

  fileprivate var isCellwise: Bool {
    switch kind {
    case .number, .text, .boolean, .name: true
    // A member of a column or of a result may come from all cells; a parameter is a single value.
    case .member(let base, _): base.kind == .name("params")
    case .index: false
    case .call(let name, let arguments): Function.named(name)?.isCellwise == true && arguments.allSatisfy(\.isCellwise)
    case .negative(let operand), .not(let operand): operand.isCellwise
    case .binary(_, let left, let right): left.isCellwise && right.isCellwise
    }
  }
}

/// Cuts the format off: what follows the last colon that stands outside quotes and brackets.
private func splittingFormat(_ text: String) -> (expression: String, format: (text: String, offset: Int)?) {
  let characters = Array(text)
  var quote: Character?
  var depth = 0
  var colon: Int?
  for (place, character) in characters.enumerated() {
    if let open = quote {
      if character == open { quote = nil }
      continue
    }
    switch character {
    case "'", "\"": quote = character
    case "(", "[": depth += 1
    case ")", "]": depth -= 1
    case ":" where depth == 0: colon = place
    default: break
    }
  }
  guard let colon else { return (text, nil) }
  return (String(characters[..<colon]), (String(characters[(colon + 1)...]), colon + 1))
}
