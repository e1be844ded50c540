package import Tables
package import Wording

/// What an expression comes to.
package enum Value: Sendable {
  /// A missing number is NaN.
  case number(Double)
  case text(String)
  case boolean(Bool)
  /// A column of a table, or what was computed from one cell by cell; `rows` are the numbers its rows have in their
  /// file, `nil` when it belongs to no table (then they count from 1).
  case column(Column, rows: RowNumbers? = nil)
  case list([Value])
  case object(any Inspectable)

  /// A column of numbers that belongs to no table, such as the weights of a mixture.
  package static func numbers(_ numbers: [Double]) -> Value { .column(Column("", numbers: numbers)) }

  /// How messages call it: `a number`, `a fit`.
  package var kind: String {
    switch self {
    case .number: "a number"
    case .text: "a text"
    case .boolean: "true or false"
    case .column(let column, _): column.type.kind
    case .list: "a list"
    case .object(let object): withArticle(type(of: object).kind)
    }
  }

  /// The value as it stands in running text.
  ///
  /// - Parameter format: how numbers are written; `nil` writes whole numbers in full and others to 6 digits.
  /// - Throws: `ExpressionError` (at offset 0) when it is too large for that, or is no number where the format wants one.
  package func text(_ format: NumberFormat?) throws(ExpressionError) -> String {
    switch self {
    case .number(let number): return (format ?? .plain).string(number)
    case .text, .boolean:
      if format != nil { throw ExpressionError("a number format cannot write \(kind)") }
      if case .text(let text) = self { return text }
      if case .boolean(true) = self { return "true" }
      return "false"
    case .column(let column, _):
      return try Value.list((0..<column.count).map { column.value(at: $0) }).text(format)
    case .list(let items):
      guard items.count <= 24 else {
        throw ExpressionError(
          "\(counted(items.count, "value")) are too many to stand in text", hint: "take one by its number, or a summary"
        )
      }
      var texts: [String] = []
      for item in items { texts.append(try item.text(format)) }
      return texts.joined(separator: ", ")
    case .object(let object):
      throw ExpressionError(
        "\(kind) cannot stand in text", hint: "name one of its members: \(joined(object.memberNames, "or"))")
    }
  }
}

extension ColumnType {
  /// How messages call a column of this type.
  package var kind: String {
    switch self {
    case .number: "a column of numbers"
    case .category: "a column of text"
    case .boolean: "a column of true and false"
    }
  }
}

extension Column {
  /// The cell at `index` (from 0); a missing one is NaN.
  package func value(at index: Int) -> Value {
    switch cells {
    case .number(let numbers): .number(numbers[index])
    case .category(let categories): categories[index].map(Value.text) ?? .number(.nan)
    case .boolean(let flags): flags[index].map(Value.boolean) ?? .number(.nan)
    }
  }
}

/// `a fit`, `an index`.
func withArticle(_ noun: String) -> String {
  ("aeiou".contains(noun.first ?? "x") ? "an " : "a ") + noun
}
