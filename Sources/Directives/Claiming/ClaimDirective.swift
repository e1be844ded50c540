internal import Notebooks
internal import Reports
internal import Wording

/// `{claim}`: statements about results, each shown with whether it holds and with its values.
struct ClaimDirective: Directive {
  static let name = "claim"
  static let summary = "states what must hold; a false statement is shown, and the run ends with exit 1"
  static let options = [
    OptionDoc("claims", "list of expressions", "the statements; the body may also be the list itself")
  ]

  private let statements: [Expression]

  init(_ options: inout Options) throws {
    let given = options.read("claims") { $0.items } ?? options.readItems { $0 } ?? []
    if given.isEmpty, options.problems.isEmpty {
      options.fail("a claim needs at least one statement", at: options.location, hint: "write '- ' and an expression")
    }
    var statements: [Expression] = []
    for node in given {
      guard let statement = options.noting({ try node.expression() }) else { continue }
      if statement.format != nil {
        options.fail(
          "a statement has no number format", at: statement.source.location, hint: "leave out what follows ':'")
      }
      statements.append(statement)
    }
    self.statements = statements
  }

  var activity: String { "checks \(counted(statements.count, "claim"))" }

  func declare(in scope: inout Scope) throws {
    for statement in statements {
      _ = scope.noting { scope in
        switch try scope.check(statement) {
        case .boolean, .any: break
        case let shape: throw statement.isNoStatement(shape.kind)
        }
      }
    }
  }

  func run(in session: inout Session) throws -> [Report.Block] {
    var claims: [Report.Claim] = []
    for statement in statements {
      let value = try session.value(of: statement)
      guard case .boolean(let holds) = value else { throw statement.isNoStatement(value.kind) }
      let values = try values(in: statement, session)
      if !holds { session.recordFalseClaim(statement.isFalse(values)) }
      claims.append(Report.Claim(statement: statement.source.value, holds: holds, values: values))
    }
    return [.claims(claims)]
  }

  private func values(in statement: Expression, _ session: Session) throws -> [Report.Claim.Value] {
    var values: [Report.Claim.Value] = []
    for part in statement.namedParts {
      let text = statement.text(of: part)
      let value = try session.value(of: try Expression(parsing: Located(text, at: statement.source.location)))
      guard !values.contains(where: { $0.name == text }) else { continue }
      switch value {
      case .number(let number): values.append(Report.Claim.Value(name: text, value: NumberFormat.plain.string(number)))
      case .text(let word): values.append(Report.Claim.Value(name: text, value: word))
      case .boolean(let flag): values.append(Report.Claim.Value(name: text, value: flag ? "true" : "false"))
      case .column, .list, .object: break
      }
    }
    return values
  }
}

extension Expression {
  fileprivate func isFalse(_ values: [Report.Claim.Value]) -> Diagnostic {
    .error(
      "the claim '\(source.value)' does not hold", at: source.location,
      hint: values.isEmpty ? nil : joined(values.map { "\($0.name) is \($0.value)" }))
  }

  fileprivate func isNoStatement(_ kind: String) -> Diagnostic {
    .error(
      "a claim is a statement that holds or not, not \(kind)", at: source.location,
      hint: "compare with something, or use all(…) or any(…)")
  }

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
