internal import Tables

/// A member that every column has.
package struct ColumnMember: Sendable {
  package let name: String
  package let summary: String
  package let shape: Shape
  /// Whether only columns of numbers have it.
  package let needsNumbers: Bool
  let value: @Sendable (Column) -> Value

  package static let all: [ColumnMember] = [
    summary("count", "cells that are not missing", needsNumbers: false) { column in
      Double((0..<column.count).count { !column.isMissing(at: $0) })
    },
    summary("missing", "missing cells", needsNumbers: false) { column in
      Double((0..<column.count).count { column.isMissing(at: $0) })
    },
    summary("distinct", "different values", needsNumbers: false) { column in
      switch column.cells {
      case .number(let numbers): Double(Summary(numbers).distinct)
      case .category(let categories): Double(categories.levels.count)
      case .boolean(let flags): Double(Set(flags.compactMap { $0 }).count)
      }
    },
    ColumnMember(
      name: "levels", summary: "the different texts in natural order", shape: .list(.text), needsNumbers: false,
      value: { column in
        guard case .category(let categories) = column.cells else { return .list([]) }
        return .list(categories.levels.map(Value.text))
      }),
    summary("sum", "sum") { compensatedSum($0.numbers ?? []) },
    summary("mean", "arithmetic mean") { Summary.mean(of: $0.numbers ?? []) },
    summary("sd", "standard deviation, with n − 1") {
      Summary.standardDeviation(of: $0.numbers ?? [], freedom: 1)
    },
    summary("min", "smallest value") { Summary($0.numbers ?? []).minimum },
    summary("q1", "first quartile (type 7)") { Summary($0.numbers ?? []).firstQuartile },
    summary("median", "median") { Summary($0.numbers ?? []).median },
    summary("q3", "third quartile (type 7)") { Summary($0.numbers ?? []).thirdQuartile },
    summary("max", "largest value") { Summary($0.numbers ?? []).maximum },
  ]

  private static func summary(
    _ name: String, _ summary: String, needsNumbers: Bool = true, _ value: @escaping @Sendable (Column) -> Double
  ) -> ColumnMember {
    ColumnMember(name: name, summary: summary, shape: .number, needsNumbers: needsNumbers) { .number(value($0)) }
  }
}
