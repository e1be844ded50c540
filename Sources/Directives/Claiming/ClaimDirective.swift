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

  private let statements: [Statement]

  init(_ options: inout Options) throws {
    let given = options.read("claims") { $0.items } ?? options.readItems { $0 } ?? []
    if given.isEmpty, options.problems.isEmpty {
      options.fail("a claim needs at least one statement", at: options.location, hint: "write '- ' and an expression")
    }
    statements = Statement.read(given, as: "a claim", in: &options)
  }

  var activity: String { "checks \(counted(statements.count, "claim"))" }

  func declare(in scope: inout Scope) throws {
    for statement in statements { _ = scope.noting { try statement.check(in: &$0) } }
  }

  func run(in session: inout Session) throws -> [Report.Block] {
    var claims: [Report.Claim] = []
    for statement in statements {
      let (holds, values) = try statement.judged(in: session)
      let source = statement.expression.source
      if !holds {
        session.recordFalseClaim(
          .error("the claim '\(source.value)' does not hold", at: source.location, hint: Statement.words(values)))
      }
      claims.append(Report.Claim(statement: source.value, holds: holds, values: values))
    }
    return [.claims(claims)]
  }
}
