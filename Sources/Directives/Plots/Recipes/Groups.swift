internal import Charting
internal import Wording

/// Rows grouped by the levels of a column.
struct Groups {
  let name: String
  /// In the one order they have in every part of a figure.
  let levels: [String]
  /// For each row the place of its level, −1 for none.
  let codes: [Int]
  /// Whether the levels have an order of their own, such as grades.
  let isOrdered: Bool

  func paint(_ level: Int) -> Paint {
    isOrdered ? .ordered(level, of: levels.count) : .component(level)
  }

  func symbol(_ level: Int) -> Symbol { isOrdered ? .circle : .component(level) }

  /// The same groups without the rows that are not kept.
  func keeping(_ isKept: (Int) -> Bool) -> Groups {
    Groups(name: name, levels: levels, codes: codes.indices.map { isKept($0) ? codes[$0] : -1 }, isOrdered: isOrdered)
  }

  func count(_ level: Int) -> Int { codes.count { $0 == level } }

  /// `quality: 3 (10), 4 (53) and 5 (681)`
  var summary: String { "\(name): \(joined(levels.indices.map { "\(levels[$0]) (\(count($0)))" }))" }

  /// From the last level down, as stacks stand on the page.
  func legend(symbols: Bool = false) -> Legend {
    Legend(
      name,
      entries: levels.indices.reversed().map { level in
        Legend.Entry(
          levels[level], note: "n = \(NumberFormat.count.string(Double(count(level))))", paint: paint(level),
          swatch: symbols ? .symbol(symbol(level)) : .fill)
      })
  }
}
