internal import Tables

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// Applies an operator to two values: single ones, or cell by cell when a column takes part.
func combined(
  _ sign: Expression.Operator, _ left: Value, _ right: Value
) throws(ExpressionError) -> Value {
  switch sign {
  case .plus: try arithmetic(sign, left, right) { $0 + $1 }
  case .minus: try arithmetic(sign, left, right) { $0 - $1 }
  case .times: try arithmetic(sign, left, right) { $0 * $1 }
  case .divided: try arithmetic(sign, left, right) { $0 / $1 }
  case .power: try arithmetic(sign, left, right) { $1 == 2 ? $0 * $0 : pow($0, $1) }
  case .and:
    // What is missing could be either: false and missing is false, true and missing is missing.
    try logical(sign, left, right) { a, b in
      if a == false || b == false { return false }
      return a == true && b == true ? true : nil
    }
  case .or:
    try logical(sign, left, right) { a, b in
      if a == true || b == true { return true }
      return a == false && b == false ? false : nil
    }
  case .equal, .unequal, .less, .lessOrEqual, .greater, .greaterOrEqual: try comparison(sign, left, right)
  }
}

/// One operand, as cells to pair up with those of the other.
private enum Operand<Cell> {
  case single(Cell)
  case cells([Cell], rows: RowNumbers?)
}

private func zipped<Cell, Result>(
  _ left: Operand<Cell>, _ right: Operand<Cell>, _ combine: (Cell, Cell) -> Result
) throws(ExpressionError) -> Operand<Result> {
  switch (left, right) {
  case (.single(let a), .single(let b)): return .single(combine(a, b))
  case (.cells(let a, let rows), .single(let b)): return .cells(a.map { combine($0, b) }, rows: rows)
  case (.single(let a), .cells(let b, let rows)): return .cells(b.map { combine(a, $0) }, rows: rows)
  case (.cells(let a, let rows), .cells(let b, _)):
    guard a.count == b.count else {
      throw ExpressionError("columns of \(a.count) and \(b.count) cells do not pair up")
    }
    return .cells(zip(a, b).map(combine), rows: rows)
  }
}

private func arithmetic(
  _ sign: Expression.Operator, _ left: Value, _ right: Value, _ combine: (Double, Double) -> Double
) throws(ExpressionError) -> Value {
  let result = try zipped(try numeric(left, for: sign.rawValue), try numeric(right, for: sign.rawValue), combine)
  switch result {
  case .single(let number): return .number(number)
  case .cells(let numbers, let rows): return .column(Column("", numbers: numbers), rows: rows)
  }
}

private func numeric(_ value: Value, for sign: String) throws(ExpressionError) -> Operand<Double> {
  switch value {
  case .number(let number): return .single(number)
  case .column(let column, let rows):
    guard let numbers = column.numbers else { throw notNumeric(column) }
    return .cells(numbers.array, rows: rows)
  case .text, .boolean, .list, .object: throw ExpressionError("'\(sign)' needs numbers, not \(value.kind)")
  }
}

/// A number, or the cells of a column of numbers, where the condition holds; missing elsewhere.
func kept(_ value: Value, where condition: Value) throws(ExpressionError) -> Value {
  let marks: Operand<Double> =
    switch try flags(condition, for: "only") {
    case .single(let flag): .single(flag == true ? 1 : 0)
    case .cells(let flags, let rows): .cells(flags.map { $0 == true ? 1 : 0 }, rows: rows)
    }
  switch try zipped(numeric(value, for: "only"), marks, { $1 == 1 ? $0 : .nan }) {
  case .single(let number): return .number(number)
  case .cells(let numbers, let rows): return .column(Column("", numbers: numbers), rows: rows)
  }
}

/// Applies `change` to a number or to every cell of a column of numbers.
func mapNumbers(_ value: Value, _ change: (Double) -> Double) throws(ExpressionError) -> Value {
  switch try numeric(value, for: "-") {
  case .single(let number): return .number(change(number))
  case .cells(let numbers, let rows): return .column(Column("", numbers: numbers.map(change)), rows: rows)
  }
}

// MARK: Truth

private func logical(
  _ sign: Expression.Operator, _ left: Value, _ right: Value, _ combine: (Bool?, Bool?) -> Bool?
) throws(ExpressionError) -> Value {
  truth(try zipped(try flags(left, for: sign.rawValue), try flags(right, for: sign.rawValue), combine))
}

func negated(_ value: Value) throws(ExpressionError) -> Value {
  let operand = try flags(value, for: "not")
  return truth(try zipped(operand, .single(nil)) { flag, _ in flag.map { !$0 } })
}

private func flags(_ value: Value, for sign: String) throws(ExpressionError) -> Operand<Bool?> {
  switch value {
  case .boolean(let flag): return .single(flag)
  case .column(let column, let rows):
    guard case .boolean(let flags) = column.cells else { fallthrough }
    return .cells(flags, rows: rows)
  case .number, .text, .list, .object:
    throw ExpressionError("'\(sign)' needs true or false, not \(value.kind)", hint: "compare it with something")
  }
}

private func truth(_ result: Operand<Bool?>) -> Value {
  switch result {
  case .single(let flag): .boolean(flag ?? false)
  case .cells(let flags, let rows): .column(Column("", .boolean(flags)), rows: rows)
  }
}

// MARK: Comparison

private func comparison(
  _ sign: Expression.Operator, _ left: Value, _ right: Value
) throws(ExpressionError) -> Value {
  if left.holdsNumbers, right.holdsNumbers {
    let isColumn = left.isColumn || right.isColumn
    let result = try zipped(try numeric(left, for: sign.rawValue), try numeric(right, for: sign.rawValue)) { a, b in
      // A missing cell compares with nothing; a single number that is undefined makes its statement false.
      isColumn && (a.isNaN || b.isNaN) ? nil : Bool?.some(sign.holds(a, b))
    }
    return truth(result)
  }
  if left.holdsTexts, right.holdsTexts {
    guard sign == .equal || sign == .unequal else {
      throw ExpressionError("'\(sign.rawValue)' compares numbers, not texts", hint: "texts compare with == and !=")
    }
    let result = try zipped(texts(left), texts(right)) { a, b -> Bool? in
      guard let a, let b else { return nil }
      return (a == b) == (sign == .equal)
    }
    return truth(result)
  }
  if case .boolean(let a) = left, case .boolean(let b) = right, sign == .equal || sign == .unequal {
    return .boolean((a == b) == (sign == .equal))
  }
  let column = [left, right].lazy.compactMap { value in
    if case .column(let column, _) = value { column } else { nil }
  }.first
  throw ExpressionError(
    "\(left.kind) cannot be compared with \(right.kind)", hint: column.flatMap { $0.whyNotNumeric })
}

private func texts(_ value: Value) -> Operand<String?> {
  switch value {
  case .text(let text): return .single(text)
  case .column(let column, let rows):
    guard case .category(let categories) = column.cells else { return .cells([], rows: rows) }
    return .cells(categories.codes.indices.map { categories[$0] }, rows: rows)
  case .number, .boolean, .list, .object: return .single(nil)
  }
}

extension Value {
  fileprivate var isColumn: Bool { if case .column = self { true } else { false } }

  fileprivate var holdsNumbers: Bool {
    switch self {
    case .number: true
    case .column(let column, _): column.type == .number
    default: false
    }
  }

  fileprivate var holdsTexts: Bool {
    switch self {
    case .text: true
    case .column(let column, _): column.type == .category
    default: false
    }
  }
}

extension Expression.Operator {
  fileprivate func holds(_ a: Double, _ b: Double) -> Bool {
    switch self {
    case .equal: a == b
    case .unequal: a != b
    case .less: a < b
    case .lessOrEqual: a <= b
    case .greater: a > b
    case .greaterOrEqual: a >= b
    default: false
    }
  }
}
