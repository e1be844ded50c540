internal import Tables

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

extension Function {
  /// Every function there is, in the order they are listed to people.
  package static let all: [Function] = [
    cellwise("abs", "absolute value") { abs($0) },
    cellwise("sqrt", "square root") { $0.squareRoot() },
    cellwise("exp", "exponential") { exp($0) },
    cellwise("log", "natural logarithm") { log($0) },
    Function(
      name: "round", signature: "round(x, digits)", summary: "x rounded to that many decimals, 0 when not given",
      arity: 1...2, isCellwise: true, shape: { $0.first ?? .number }, body: rounded),
    Function(
      name: "only", signature: "only(x, condition)", summary: "x where the condition holds, missing elsewhere",
      arity: 2...2, isCellwise: true, shape: { $0.first ?? .number },
      body: { arguments throws(ExpressionError) in try kept(arguments[0], where: arguments[1]) }),
    summary("min", "smallest value") { Summary($0).minimum },
    summary("max", "largest value") { Summary($0).maximum },
    summary("sum", "sum") { compensatedSum($0) },
    summary("mean", "arithmetic mean") { Summary.mean(of: $0) },
    summary("sd", "standard deviation, with n − 1") { Summary.standardDeviation(of: $0, freedom: 1) },
    summary("median", "median") { Summary($0).median },
    overFlags("count", "how many are true", .number) { .number(Double($0.count { $0 })) },
    overFlags("share", "which part of them is true, from 0 to 1", .number) { flags in
      .number(flags.isEmpty ? .nan : Double(flags.count { $0 }) / Double(flags.count))
    },
    overFlags("any", "whether at least one is true", .boolean) { .boolean($0.contains(true)) },
    overFlags("all", "whether none is false", .boolean) { .boolean(!$0.contains(false)) },
  ]

  private static func cellwise(
    _ name: String, _ summary: String, _ change: @escaping @Sendable (Double) -> Double
  ) -> Function {
    Function(
      name: name, signature: "\(name)(x)", summary: "\(summary), cell by cell of a column", arity: 1...1,
      isCellwise: true, shape: { $0.first ?? .number },
      body: { arguments throws(ExpressionError) in try mapNumbers(arguments[0], change) })
  }

  private static func summary(
    _ name: String, _ summary: String, _ compute: @escaping @Sendable (Numbers) -> Double
  ) -> Function {
    Function(
      name: name, signature: "\(name)(x, …)", summary: "\(summary) of a column, a list or several numbers",
      arity: 1...Int.max, shape: { _ in .number },
      body: { arguments throws(ExpressionError) in
        .number(compute(try gatheredNumbers(arguments.count == 1 ? arguments[0] : .list(arguments), for: name)))
      })
  }

  private static func overFlags(
    _ name: String, _ summary: String, _ shape: Shape, _ compute: @escaping @Sendable ([Bool]) -> Value
  ) -> Function {
    Function(
      name: name, signature: "\(name)(condition)", summary: summary, arity: 1...1, shape: { _ in shape },
      body: { arguments throws(ExpressionError) in compute(try gatheredFlags(arguments[0], for: name)) })
  }
}

private func rounded(_ arguments: [Value]) throws(ExpressionError) -> Value {
  guard arguments.count == 2 else { return try mapNumbers(arguments[0]) { $0.rounded(.toNearestOrEven) } }
  guard case .number(let number) = arguments[1], let digits = Int(exactly: number), (0...15).contains(digits) else {
    throw ExpressionError("the decimals of round are a whole number from 0 to 15")
  }
  let scale = pow(10, Double(digits))
  return try mapNumbers(arguments[0]) { $0.isFinite ? ($0 * scale).rounded(.toNearestOrEven) / scale : $0 }
}

/// The numbers in a column, a list or a single number.
private func gatheredNumbers(_ value: Value, for name: String) throws(ExpressionError) -> Numbers {
  switch value {
  case .number(let number): return [number]
  case .column(let column, _):
    guard let numbers = column.numbers else { throw notNumeric(column) }
    return numbers
  case .list(let items):
    var numbers: [Double] = []
    for item in items { numbers += try gatheredNumbers(item, for: name).array }
    return Numbers(numbers)
  case .text, .boolean, .object: throw ExpressionError("\(name) needs numbers, not \(value.kind)")
  }
}

/// The cells of a condition that are not missing.
private func gatheredFlags(_ value: Value, for name: String) throws(ExpressionError) -> [Bool] {
  switch value {
  case .boolean(let flag): return [flag]
  case .column(let column, _):
    guard case .boolean(let flags) = column.cells else { fallthrough }
    return flags.compactMap { $0 }
  case .number, .text, .list, .object:
    throw ExpressionError("\(name) needs a condition such as x > 1, not \(value.kind)")
  }
}
