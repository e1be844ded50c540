internal import Notebooks
internal import Tables
internal import Wording

/// Checks an expression against what is known before anything runs: names, members, functions and their arguments.
struct Checker {
  /// What names stand for, in the order of the notebook.
  let names: [(name: String, shape: Shape)]
  /// Names that the notebook defines further down.
  let laterNames: [String]
  /// The columns that stand as bare names, in `where` and `derive`.
  let columns: [ColumnShape]

  /// What the expression will come to.
  ///
  /// - Throws: `Diagnostics` with every mistake in it.
  func shape(of expression: Expression) throws(Diagnostics) -> Shape {
    var mistakes: [ExpressionError] = []
    let shape = shape(expression.root, &mistakes)
    if !mistakes.isEmpty { throw Diagnostics(mistakes.map(expression.diagnostic)) }
    return shape
  }

  private func shape(_ node: Expression.Node, _ mistakes: inout [ExpressionError]) -> Shape {
    func fail(_ error: ExpressionError, at offset: Int) -> Shape {
      mistakes.append(error.isPlaced ? error : error.placed(at: offset))
      return .any
    }
    let start = node.range.lowerBound
    switch node.kind {
    case .number: return .number
    case .text: return .text
    case .boolean: return .boolean
    case .name(let name):
      if let column = columns.first(where: { spells(name, $0.name) }) { return .column(column.type) }
      if let known = names.first(where: { $0.name == name }) { return known.shape }
      return fail(unknown(name), at: start)
    case .member(let base, let name):
      let baseShape = shape(base, &mistakes)
      do throws(ExpressionError) {
        return try member(name, of: baseShape)
      } catch {
        return fail(error, at: node.range.upperBound - name.count)
      }
    case .index(let base, let index):
      let baseShape = shape(base, &mistakes)
      let indexShape = shape(index, &mistakes)
      if case .object(let object) = baseShape {
        guard case .text(let name) = index.kind else { return .any }
        let own = object.members.filter(\.isOwn)
        if let member = own.first(where: { $0.name == name }) { return member.shape }
        return fail(
          unknownMember(name, of: withArticle(object.kind), among: own.map(\.name)), at: index.range.lowerBound)
      }
      if indexShape == .text || indexShape == .boolean {
        return fail(ExpressionError("an index is a whole number, counted from 1"), at: index.range.lowerBound)
      }
      // `x[y == 1]` keeps the cells of x where y is 1.
      if case .column = baseShape, case .column = indexShape { return baseShape }
      switch baseShape {
      case .list(let item): return item
      case .column(.number): return .number
      case .column(.category): return .text
      case .column, .any: return .any
      case .number, .text, .boolean, .object:
        return fail(ExpressionError("\(baseShape.kind) has no numbered parts"), at: start)
      }
    case .call(let name, let arguments):
      let shapes = arguments.map { shape($0, &mistakes) }
      guard let function = Function.named(name) else { return fail(Function.unknown(name), at: start) }
      do throws(ExpressionError) {
        try function.checkCount(arguments.count)
        return function.shape(shapes)
      } catch {
        return fail(error, at: start)
      }
    case .negative(let operand): return shape(operand, &mistakes)
    case .not(let operand):
      let operandShape = shape(operand, &mistakes)
      return operandShape.isSingle ? .boolean : operandShape
    case .binary(let sign, let left, let right):
      let shapes = [shape(left, &mistakes), shape(right, &mistakes)]
      if shapes.contains(.any) { return .any }
      for (shape, part) in zip(shapes, [left, right]) {
        if case .object(let object) = shape {
          return fail(
            ExpressionError(
              "'\(sign.rawValue)' cannot take \(withArticle(object.kind))", hint: "name one of its members"),
            at: part.range.lowerBound)
        }
      }
      let isTruth = sign.isComparison || sign == .and || sign == .or
      if shapes.allSatisfy(\.isSingle) { return isTruth ? .boolean : .number }
      return .column(isTruth ? .boolean : .number)
    }
  }

  private func unknown(_ name: String) -> ExpressionError {
    if laterNames.contains(name) {
      return ExpressionError("'\(name)' is used before it is defined", hint: "move the cell that defines it up")
    }
    return unknownName(name, among: columns.map(\.name.replacingSpaces) + names.map(\.name))
  }

  private func member(_ name: String, of base: Shape) throws(ExpressionError) -> Shape {
    switch base {
    case .any: return .any
    case .object(let object):
      if let member = object.members.first(where: { $0.isOwn ? spells(name, $0.name) : $0.name == name }) {
        return member.shape
      }
      throw unknownMember(name, of: withArticle(object.kind), among: object.members.map(\.name))
    case .column(let type):
      guard let member = ColumnMember.all.first(where: { $0.name == name }) else {
        throw unknownMember(name, of: base.kind, among: ColumnMember.all.map(\.name))
      }
      if member.needsNumbers, let type, type != .number {
        throw ExpressionError("\(base.kind) has no '\(name)'", hint: "only columns of numbers have it")
      }
      return member.shape
    case .list:
      if name == "count" { return .number }
      throw unknownMember(name, of: base.kind, among: ["count"])
    case .number, .text, .boolean: throw ExpressionError("\(base.kind) has no members")
    }
  }
}

extension Shape {
  /// How messages call it.
  package var kind: String {
    switch self {
    case .number: "a number"
    case .text: "a text"
    case .boolean: "true or false"
    case .column(let type): type?.kind ?? "a column"
    case .list: "a list"
    case .object(let object): withArticle(object.kind)
    case .any: "a value"
    }
  }

  fileprivate var isSingle: Bool {
    switch self {
    case .number, .text, .boolean: true
    case .column, .list, .object, .any: false
    }
  }
}
