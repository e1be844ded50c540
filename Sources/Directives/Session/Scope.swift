package import Notebooks
internal import Reports
package import Tables
internal import Wording

/// What is known at one point of a notebook before anything runs: names, their members and columns.
package struct Scope: Sendable {
  package let parameters: Parameters
  package var files: DataFiles
  /// Mistakes noted on the way; those thrown are added by the runner.
  package private(set) var problems: [Diagnostic] = []

  private var definitions: [(name: Located<String>, shape: Shape)] = []
  /// Names of results that were looked up since `takeUses` was last called.
  private var uses: Set<String> = []
  /// Files that cells write beside the report.
  private var outputs: [Located<String>] = []
  /// Every name the notebook defines, here or further down.
  private let allNames: [String]

  package init(parameters: Parameters = Parameters(), files: DataFiles, allNames: [String] = []) {
    self.parameters = parameters
    self.files = files
    self.allNames = allNames
  }

  /// Notes a mistake and goes on.
  package mutating func note(_ diagnostic: Diagnostic) { problems.append(diagnostic) }

  /// Runs `body`, noting the mistakes it throws; `nil` when it threw.
  package mutating func noting<Result>(_ body: (inout Scope) throws -> Result) -> Result? {
    do {
      return try body(&self)
    } catch let diagnostic as Diagnostic {
      note(diagnostic)
    } catch let diagnostics as Diagnostics {
      problems += diagnostics.all
    } catch {
      note(.error("\(error)", at: nil))
    }
    return nil
  }

  // MARK: Defining

  /// Defines the result of a cell.
  ///
  /// - Throws: `Diagnostic` when the name is taken.
  package mutating func define(_ name: Located<String>, _ shape: ObjectShape) throws(Diagnostic) {
    try define(name, .object(shape))
  }

  /// Defines a name of which nothing is known because its cell has mistakes, so that its uses raise no others.
  mutating func defineUnknown(_ name: Located<String>) {
    if !definitions.contains(where: { $0.name.value == name.value }) { definitions.append((name, .any)) }
  }

  private mutating func define(_ name: Located<String>, _ shape: Shape) throws(Diagnostic) {
    if let first = definitions.first(where: { $0.name.value == name.value }) {
      throw .error(
        "the name '\(name.value)' is taken", at: name.location,
        hint: "it is defined on line \(first.name.location.line); a name is defined once")
    }
    definitions.append((name, shape))
  }

  /// Notes that a cell writes a file beside the report.
  ///
  /// - Throws: `Diagnostic` when another cell writes it too; on some disks the case of letters makes no difference.
  mutating func write(_ file: Located<String>) throws(Diagnostic) {
    if let first = outputs.first(where: { $0.value.lowercased() == file.value.lowercased() }) {
      throw .error(
        "'\(file.value)' is written twice", at: file.location,
        hint: "line \(first.location.line) writes '\(first.value)'; give each file a name of its own")
    }
    outputs.append(file)
  }

  // MARK: Using

  /// What an expression will come to, all its names, members, functions and columns checked.
  ///
  /// - Parameters:
  ///   - columns: those that stand as bare names, in `where` and `derive`.
  ///   - subject: the result whose members stand as bare names, in `require`.
  /// - Throws: `Diagnostics` with every mistake in it.
  @discardableResult
  package mutating func check(
    _ expression: Expression, columns: [ColumnShape] = [], membersOf subject: ObjectShape? = nil
  ) throws(Diagnostics) -> Shape {
    uses.formUnion(expression.names)
    let checker = Checker(
      names: (subject?.members.map { ($0.name, $0.shape) } ?? []) + [("params", .object(parameters.shape))]
        + definitions.map { ($0.name.value, $0.shape) },
      laterNames: allNames, columns: columns)
    return try checker.shape(of: expression)
  }

  /// Checks the values in running text, and that its pictures do not stand beside the notebook: a report is read
  /// elsewhere.
  package mutating func check(_ inlines: [Inline]) throws(Diagnostics) {
    var problems: [Diagnostic] = []
    for inline in inlines.withDescendants {
      if case .image(let source, _, _) = inline, !source.hasScheme {
        problems.append(
          .error(
            "the picture '\(source)' would not be found from the report", at: nil,
            hint: "draw it with {plot}, or give its address on the web"))
      }
      do {
        guard let expression = try inline.expression() else { continue }
        let shape = try check(expression)
        if case .object(let object) = shape {
          problems.append(
            .error(
              "\(shape.kind) cannot stand in text", at: expression.source.location,
              hint: "name one of its members: \(joined(object.members.map(\.name), "or"))"))
        }
      } catch let error as Diagnostic {
        problems.append(error)
      } catch let error as Diagnostics {
        problems += error.all
      } catch {}
    }
    if !problems.isEmpty { throw Diagnostics(problems) }
  }

  /// The results that were looked up since the last call, by name: what a cell that was declared since then uses.
  mutating func takeUses() -> Set<String> {
    defer { uses = [] }
    return uses.intersection(definitions.map(\.name.value))
  }

  /// What an option such as `data: wine` or `fit: sel.best` names.
  ///
  /// - Returns: its members and columns; `nil` when its cell has mistakes, and nothing can be said about it.
  /// - Throws: `Diagnostics` when there is no such thing or it is of another kind.
  package mutating func object<Object: Inspectable>(
    _ expression: Expression, as type: Object.Type
  ) throws(Diagnostics) -> ObjectShape? { try object(expression, ofKinds: [Object.kind]) }

  /// What an option that wants a mixture names: a fit, or a mixture of its own.
  ///
  /// - Returns, throws: as `object`.
  mutating func mixture(_ expression: Expression) throws(Diagnostics) -> ObjectShape? {
    try object(expression, ofKinds: MixtureKinds.all)
  }

  mutating func object(_ expression: Expression, ofKinds kinds: [String]) throws(Diagnostics) -> ObjectShape? {
    let shape = try check(expression)
    if case .any = shape { return nil }
    if case .object(let object) = shape, kinds.contains(object.kind) { return object }
    let candidates = definitions.filter { definition in
      if case .object(let object) = definition.shape { kinds.contains(object.kind) } else { false }
    }.map(\.name.value)
    let hint =
      candidates.isEmpty
      ? "there is no \(joined(kinds, "or")) yet" : "there is \(joined(candidates.map { "'\($0)'" }, "and"))"
    throw Diagnostics([
      .error(
        "'\(expression.source.value)' is \(shape.kind), not \(joined(kinds.map(withArticle), "or"))",
        at: expression.source.location,
        hint: hint)
    ])
  }

  /// The column of a table, fit or selection that an option names.
  ///
  /// - Parameters:
  ///   - object: as `Scope.object` gave it; `nil` lets every name pass.
  ///   - type: what its cells must be; a column whose type only its file can tell passes.
  /// - Throws: `Diagnostic` with the nearest name, or when it is of another type.
  @discardableResult
  package func column(
    _ name: Located<String>, of object: ObjectShape?, type: ColumnType? = nil
  ) throws(Diagnostic) -> ColumnShape {
    guard let object else { return ColumnShape(name.value) }
    guard let column = object.column(name.value) else {
      throw unknownColumn(name, among: object.columns.map(\.name))
    }
    if let type, let known = column.type, known != type {
      throw .error(
        "'\(name.value)' is \(known.kind), not \(type.kind)", at: name.location,
        hint: type == .number ? column.whyNotNumeric : nil)
    }
    return column
  }
}

/// The error about a column that is not there, with the nearest name.
func unknownColumn(_ name: Located<String>, among names: [String]) -> Diagnostic {
  let near = nearestName(to: name.value, in: names)
  return .error(
    "unknown column '\(name.value)'", at: name.location,
    hint: near.map { "did you mean '\($0)'?" } ?? "the columns are \(joined(names))")
}

extension Inline {
  /// The expression of an inline or pinned value; `nil` for other text.
  ///
  /// - Throws: `Diagnostic` when it cannot be read, or its role is none we know.
  func expression() throws(Diagnostic) -> Expression? {
    switch self {
    case .role(let role): return try Expression(role)
    case .pinned(let pinned): return try Expression(parsing: pinned.expression)
    default: return nil
    }
  }
}

extension Expression {
  /// - Throws: `Diagnostic` for any role but `eval`.
  init(_ role: Role) throws(Diagnostic) {
    guard role.name.value == "eval" else {
      let near = nearestName(to: role.name.value, in: ["eval"])
      throw .error(
        "unknown role '\(role.name.value)'", at: role.name.location,
        hint: near.map { "did you mean '\($0)'?" } ?? "the only role is {eval}`expression`")
    }
    try self.init(parsing: role.body)
  }
}

extension String {
  /// Whether it begins like an address: `https:`, `data:`.
  fileprivate var hasScheme: Bool {
    let scheme = prefix { $0 != ":" && $0 != "/" && $0 != "." }
    return scheme.count > 1 && scheme.count < count && self[scheme.endIndex] == ":"
  }
}
