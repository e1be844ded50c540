internal import Wording

/// A function of the expression language.
package struct Function: Sendable {
  package let name: String
  /// `round(x, digits)`
  package let signature: String
  package let summary: String
  /// How many arguments it takes.
  let arity: ClosedRange<Int>
  /// Whether each cell of what it gives depends on the same cells of its arguments alone.
  var isCellwise = false
  /// What it gives for arguments of these shapes.
  let shape: @Sendable ([Shape]) -> Shape
  let body: @Sendable ([Value]) throws(ExpressionError) -> Value

  package static func named(_ name: String) -> Function? { all.first { $0.name == name } }

  static func unknown(_ name: String) -> ExpressionError {
    let near = nearestName(to: name, in: all.map(\.name))
    return ExpressionError(
      "unknown function '\(name)'",
      hint: near.map { "did you mean '\($0)'?" } ?? "the functions are \(joined(all.map(\.name)))")
  }

  func checkCount(_ count: Int) throws(ExpressionError) {
    if arity.contains(count) { return }
    let wanted =
      arity.upperBound == .max
      ? "at least \(counted(arity.lowerBound, "argument"))"
      : joined(Array(Set([arity.lowerBound, arity.upperBound])).sorted().map { String($0) }, "or")
        + (arity.upperBound == 1 ? " argument" : " arguments")
    throw ExpressionError("\(name) takes \(wanted), not \(count)", hint: "it is written \(signature)")
  }

  func apply(_ arguments: [Value]) throws(ExpressionError) -> Value { try body(arguments) }
}
