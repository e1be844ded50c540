internal import Notebooks
internal import Tables
internal import Wording

/// `labels:`, which says what columns are called in a figure.
struct LabelOptions: Sendable {
  private let labels: [(column: Located<String>, shown: String)]

  static let docs: [OptionDoc] = [
    OptionDoc("labels", "mapping", "what columns are called in the figure, {column: name} or {column: name (unit)}")
  ]

  init(_ options: inout Options) {
    labels = (options.textMapping("labels") ?? []).map { ($0.key, $0.value.value) }
  }

  /// The columns named, for the check that there are such.
  var columns: [Located<String>] { labels.map(\.column) }

  /// A column under its own name and unit, or as `labels` has it: there, a unit in brackets replaces the column's.
  func variable(_ column: String, unit: String?) -> Variable {
    guard let shown = labels.first(where: { $0.column.value == column })?.shown else {
      return Variable(column, unit: unit)
    }
    guard shown.last == ")", let open = shown.lastIndex(of: "("), open > shown.startIndex else {
      return Variable(shown, unit: unit)
    }
    let name = shown[..<open].reversed().drop { $0 == " " }.reversed()
    return Variable(String(name), unit: String(shown[shown.index(after: open)...].dropLast()))
  }
}

/// `category_orders:` and `labels:`, which say in which order levels stand and what columns are called in a figure.
struct NamingOptions: Sendable {
  private let orders: [(column: Located<String>, levels: [Located<String>])]
  private let labels: LabelOptions

  static let docs: [OptionDoc] =
    [
      OptionDoc(
        "category_orders", "mapping", "the order of a column’s levels, {column: [level, …]}; levels not listed follow")
    ] + LabelOptions.docs

  /// - Parameter grouping: the columns whose levels have an order in the figure.
  init(_ options: inout Options, grouping: [Located<String>?]) {
    let ordered = options.read("category_orders") { node in
      try node.entries("a mapping such as {column: [first, second]}").map { entry in
        (column: entry.key, levels: try entry.value.items.map { try $0.text("a level") })
      }
    }
    labels = LabelOptions(&options)
    orders = ordered ?? []
    let groups = grouping.compactMap { $0?.value }
    for column in orders.map(\.column) where !groups.contains(column.value) {
      options.fail(
        "'\(column.value)' does not group this figure, so its levels have no order in it", at: column.location,
        hint: groups.isEmpty ? nil : "the groups are of \(joined(groups.map { "'\($0)'" }))")
    }
    for (_, levels) in orders {
      for (index, level) in levels.enumerated() where levels[..<index].contains(where: { $0.value == level.value }) {
        options.fail("level '\(level.value)' is named twice", at: level.location)
      }
    }
  }

  /// The columns named, for the check that there are such.
  var columns: [Located<String>] { labels.columns }

  func variable(_ column: String, unit: String?) -> Variable { labels.variable(column, unit: unit) }

  /// The levels of a column as groups, in the order that `category_orders` gives; `nil` for no column.
  ///
  /// - Parameter most: more groups than this are refused, as more than there can be of `what`.
  func groups(_ name: Located<String>, of table: Table, most: Int, of what: String) throws(Diagnostic) -> Groups? {
    guard let column = table[name.value] else { return nil }
    let groups = Groups(column, name: variable(name.value, unit: column.unit).name)
    guard groups.levels.count <= most else {
      throw .error(
        "'\(name.value)' has more different values than there can be \(what)", at: name.location,
        hint: "it has \(NumberFormat.count.string(Double(groups.levels.count))); at most \(most) can be told apart")
    }
    return try ordered(groups, of: name.value)
  }

  /// The groups of a column in the order asked for.
  ///
  /// - Throws: `Diagnostic` for a level that the column does not have.
  private func ordered(_ groups: Groups, of column: String) throws(Diagnostic) -> Groups {
    guard let wanted = orders.first(where: { $0.column.value == column })?.levels else { return groups }
    var order: [Int] = []
    for level in wanted {
      let number = decimalNumber(level.value).map { NumberFormat.plain.string($0) }
      guard let place = groups.levels.firstIndex(where: { $0 == level.value || $0 == number }) else {
        let near = nearestName(to: level.value, in: groups.levels)
        throw .error(
          "'\(column)' has no level '\(level.value)'", at: level.location,
          hint: near.map { "did you mean '\($0)'?" } ?? "its levels are \(joined(groups.levels))")
      }
      order.append(place)
    }
    return groups.reordered(order + groups.levels.indices.filter { !order.contains($0) })
  }
}
