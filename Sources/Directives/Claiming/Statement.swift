internal import Notebooks
internal import Reports
internal import Wording

/// A statement about results that holds or does not: what `claim` shows and `require` insists on.
struct Statement: Sendable {
  let expression: Expression
  /// How messages call it: `a claim`.
  private let kind: String

  /// Reads statements, noting those that are none.
  static func read(_ nodes: [OptionNode], as kind: String, in options: inout Options) -> [Statement] {
    nodes.compactMap { node in
      guard let expression = options.noting({ try node.expression() }) else { return nil }
      if expression.format != nil {
        options.fail(
          "a statement has no number format", at: expression.source.location, hint: "leave out what follows ':'")
      }
      return Statement(expression: expression, kind: kind)
    }
  }

  /// Checks its names, and that it will hold or not.
  ///
  /// - Parameter subject: the result whose members stand as bare names.
  func check(in scope: inout Scope, membersOf subject: ObjectShape? = nil) throws {
    switch try scope.check(expression, membersOf: subject) {
    case .boolean, .any: break
    case let shape: throw isNone(shape.kind)
    }
  }

  /// Whether it holds, and the values of its parts.
  func judged(
    in session: Session, membersOf subject: (any Inspectable)? = nil
  ) throws -> (holds: Bool, values: [Report.Claim.Value]) {
    let value = try session.value(of: expression, membersOf: subject)
    guard case .boolean(let holds) = value else { throw isNone(value.kind) }
    var values: [Report.Claim.Value] = []
    for part in expression.namedParts {
      let text = expression.text(of: part)
      let inner = try Expression(parsing: Located(text, at: expression.source.location))
      let value = try session.value(of: inner, membersOf: subject)
      guard !values.contains(where: { $0.name == text }) else { continue }
      switch value {
      case .number(let number): values.append(Report.Claim.Value(name: text, value: NumberFormat.plain.string(number)))
      case .text(let word): values.append(Report.Claim.Value(name: text, value: word))
      case .boolean(let flag): values.append(Report.Claim.Value(name: text, value: flag ? "true" : "false"))
      case .column, .list, .object: break
      }
    }
    return (holds, values)
  }

  /// `best_share is 0.1 and iterations is 12`; `nil` for no values.
  static func words(_ values: [Report.Claim.Value]) -> String? {
    values.isEmpty ? nil : joined(values.map { "\($0.name) is \($0.value)" })
  }

  private func isNone(_ found: String) -> Diagnostic {
    .error(
      "\(kind) is a statement that holds or not, not \(found)", at: expression.source.location,
      hint: "compare with something, or use all(…) or any(…)")
  }
}

extension Expression {
  /// The outermost names, members and calls, in the order of the text.
  fileprivate var namedParts: [Node] {
    func parts(_ node: Node) -> [Node] {
      switch node.kind {
      case .number, .text, .boolean: []
      case .name, .member, .index, .call: [node]
      case .negative(let operand), .not(let operand): parts(operand)
      case .binary(_, let left, let right): parts(left) + parts(right)
      }
    }
    return parts(root)
  }
}
