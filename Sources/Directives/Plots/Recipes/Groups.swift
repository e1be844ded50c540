internal import Charting
internal import Tables
internal import Wording

/// Rows grouped by the levels of a column.
struct Groups: Sendable {
  let name: String
  /// In the one order they have in every part of a figure.
  let levels: [String]
  /// For each row the place of its level, −1 for none.
  let codes: [Int]
  /// Whether the levels have an order of their own, such as grades.
  let isOrdered: Bool
  /// Whether a level says alone what it is, as `Adelie` does and `5` or `true` does not.
  var levelsAreNames = true

  /// More groups than this cannot be told apart.
  static let most = 12

  func paint(_ level: Int) -> Paint {
    isOrdered ? .ordered(level, of: levels.count) : .component(level)
  }

  func symbol(_ level: Int) -> Symbol { isOrdered ? .circle : .component(level) }

  /// `Adelie`, `quality 5`: the level as it stands where nothing else says what it is a level of.
  func title(_ level: Int) -> String { levelsAreNames ? levels[level] : "\(name) \(levels[level])" }

  /// The groups of these rows alone, in this order.
  func taking(_ rows: [Int]) -> Groups { with(levels: levels, codes: rows.map { codes[$0] }) }

  /// The levels in another order.
  ///
  /// - Parameter order: the place of every level now, each once.
  func reordered(_ order: [Int]) -> Groups {
    var place = Array(repeating: 0, count: levels.count)
    for (new, old) in order.enumerated() { place[old] = new }
    return with(levels: order.map { levels[$0] }, codes: codes.map { $0 < 0 ? -1 : place[$0] })
  }

  private func with(levels: [String], codes: [Int]) -> Groups {
    Groups(name: name, levels: levels, codes: codes, isOrdered: isOrdered, levelsAreNames: levelsAreNames)
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

extension Groups {
  /// The levels of a column: numbers in ascending order, texts in natural order.
  init(_ column: Column, name: String) {
    switch column.cells {
    case .number(let numbers):
      let values = Set(numbers.filter(\.isFinite)).sorted()
      let places = Dictionary(uniqueKeysWithValues: zip(values, values.indices))
      self.init(
        name: name, levels: values.map { NumberFormat.plain.string($0) }, codes: numbers.map { places[$0] ?? -1 },
        isOrdered: true, levelsAreNames: false)
    case .category(let categories):
      self.init(
        name: name, levels: categories.levels, codes: categories.codes.map { Int($0) }, isOrdered: false)
    case .boolean(let flags):
      self.init(
        name: name, levels: ["false", "true"], codes: flags.map { $0.map { $0 ? 1 : 0 } ?? -1 }, isOrdered: false,
        levelsAreNames: false)
    }
  }
}
