internal import Notebooks
internal import Tables
internal import Wording

/// Works an expression out.
struct Evaluator {
  /// Results and parameters by name, in the order of the notebook.
  let names: [(name: String, value: Value)]
  /// The table whose columns stand as bare names, in `where` and `derive`.
  let table: Table?
  /// The result whose members stand as bare names, in `require`.
  let subject: (any Inspectable)?

  init(names: [(name: String, value: Value)], table: Table? = nil, subject: (any Inspectable)? = nil) {
    self.names = names
    self.table = table
    self.subject = subject
  }

  /// - Throws: `Diagnostic` at the part that cannot be worked out.
  func value(of expression: Expression) throws(Diagnostic) -> Value {
    do throws(ExpressionError) {
      return try value(expression.root)
    } catch {
      throw expression.diagnostic(error)
    }
  }

  private func value(_ node: Expression.Node) throws(ExpressionError) -> Value {
    do throws(ExpressionError) {
      return try unplacedValue(node)
    } catch {
      // Errors of values and functions know no place; the innermost part that has one is theirs.
      throw error.isPlaced ? error : error.placed(at: node.range.lowerBound)
    }
  }

  private func unplacedValue(_ node: Expression.Node) throws(ExpressionError) -> Value {
    switch node.kind {
    case .number(let number): return .number(number)
    case .text(let text): return .text(text)
    case .boolean(let flag): return .boolean(flag)
    case .name(let name): return try named(name)
    case .member(let base, let name):
      do throws(ExpressionError) {
        return try member(name, of: try value(base))
      } catch {
        throw error.isPlaced ? error : error.placed(at: node.range.upperBound - name.count)
      }
    case .index(let base, let index): return try item(of: try value(base), try value(index), at: index.range.lowerBound)
    case .call(let name, let arguments):
      guard let function = Function.named(name) else { throw Function.unknown(name) }
      try function.checkCount(arguments.count)
      var values: [Value] = []
      for argument in arguments { values.append(try value(argument)) }
      return try function.apply(values)
    case .negative(let operand): return try mapNumbers(try value(operand)) { -$0 }
    case .not(let operand): return try negated(try value(operand))
    case .binary(let sign, let left, let right):
      return try combined(sign, try value(left), try value(right))
    }
  }

  private func named(_ name: String) throws(ExpressionError) -> Value {
    if let column = table?.columns.first(where: { spells(name, $0.name) }) {
      return .column(column, rows: table?.rowNumbers)
    }
    if let member = subject?.member(name) { return member }
    if let result = names.first(where: { $0.name == name }) { return result.value }
    throw unknownName(name, among: (table?.columnNames.map(\.replacingSpaces) ?? []) + names.map(\.name))
  }

  private func member(_ name: String, of base: Value) throws(ExpressionError) -> Value {
    switch base {
    case .object(let object):
      if let value = object.member(name) { return value }
      throw unknownMember(name, of: base.kind, among: object.memberNames)
    case .column(let column, _):
      guard let member = ColumnMember.all.first(where: { $0.name == name }) else {
        throw unknownMember(name, of: base.kind, among: ColumnMember.all.map(\.name))
      }
      if member.needsNumbers, column.numbers == nil { throw notNumeric(column) }
      return member.value(column)
    case .list(let items):
      if name == "count" { return .number(Double(items.count)) }
      throw unknownMember(name, of: base.kind, among: ["count"])
    case .number, .text, .boolean: throw ExpressionError("\(base.kind) has no members")
    }
  }

  private func item(of base: Value, _ index: Value, at offset: Int) throws(ExpressionError) -> Value {
    if case .object(let object) = base {
      guard case .text(let name) = index else {
        throw ExpressionError("\(base.kind) has no numbered parts", at: offset, hint: "name a member")
      }
      if let value = object.ownMember(name) { return value }
      throw unknownMember(name, of: base.kind, among: object.ownNames).placed(at: offset)
    }
    if case .column(let column, let rows) = base, case .column(let mask, let maskRows) = index,
      case .boolean(let flags) = mask.cells
    {
      let sameRows = flags.count == column.count && (rows == nil || maskRows == nil || rows == maskRows)
      guard sameRows else { throw ExpressionError("the condition is about other rows than the column", at: offset) }
      let kept = flags.indices.filter { flags[$0] == true }
      return .column(column.taking(kept), rows: rows.map { rows in RowNumbers(kept.map { rows[$0] }) })
    }
    guard case .number(let number) = index, let place = Int(exactly: number) else {
      throw ExpressionError("an index is a whole number, counted from 1").placed(at: offset)
    }
    switch base {
    case .list(let items):
      guard items.indices.contains(place - 1) else { throw outOfRange(place, items.count).placed(at: offset) }
      return items[place - 1]
    case .column(let column, nil):
      guard (1...max(1, column.count)).contains(place), column.count > 0 else {
        throw outOfRange(place, column.count).placed(at: offset)
      }
      return column.value(at: place - 1)
    case .column(let column, let rows?):
      guard let row = rows.firstIndex(of: place) else {
        throw ExpressionError("there is no row \(place)", hint: "rows keep the numbers they have in the file")
          .placed(at: offset)
      }
      return column.value(at: row)
    case .number, .text, .boolean, .object: throw ExpressionError("\(base.kind) has no numbered parts")
    }
  }

  private func outOfRange(_ place: Int, _ count: Int) -> ExpressionError {
    ExpressionError("there is no number \(place) among \(counted(count, "value"))", hint: "they count from 1")
  }
}

/// An error about a name that nothing has, with the nearest one.
func unknownName(_ name: String, among known: [String]) -> ExpressionError {
  if Function.named(name) != nil {
    return ExpressionError("'\(name)' is a function", hint: "write \(name)(…)")
  }
  let near = nearestName(to: name, in: known)
  return ExpressionError("unknown name '\(name)'", hint: near.map { "did you mean '\($0)'?" })
}

/// An error about a member that a kind of value does not have, with the nearest one.
func unknownMember(_ name: String, of kind: String, among known: [String]) -> ExpressionError {
  let near = nearestName(to: name, in: known + known.map(\.replacingSpaces))
  let all = known.isEmpty ? nil : "it has \(joined(known))"
  return ExpressionError("\(kind) has no '\(name)'", hint: near.map { "did you mean '\($0)'?" } ?? all)
}

/// An error about a column that should hold numbers, naming the cells that keep it from it.
func notNumeric(_ column: Column) -> ExpressionError {
  let what = column.name.isEmpty ? column.type.kind : "'\(column.name)'"
  return ExpressionError("\(what) does not hold numbers", hint: column.whyNotNumeric)
}

extension Column {
  /// What to say to someone who needs this column to be numeric; `nil` when there is nothing to add.
  package var whyNotNumeric: String? {
    guard case .category(let categories) = cells else { return nil }
    guard let strays = categories.strays else {
      return "it holds text such as " + joined(categories.levels.prefix(3).map { "'\($0)'" })
    }
    return "\(counted(strays.count, "cell")) of \(NumberFormat.count.string(Double(count))) "
      + (strays.count == 1 ? "is" : "are") + " no number, first '\(strays.firstText)' on line \(strays.firstLine)"
  }
}
