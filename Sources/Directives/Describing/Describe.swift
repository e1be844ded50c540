internal import Notebooks
internal import Reports
internal import Tables
internal import Wording

/// `{describe}`: the shape of a table, and for each column its count, missing cells, mean, sd and quartiles.
struct Describe: Directive {
  static let name = "describe"
  static let summary = "summarises the columns of a table: counts, missing cells, mean, sd, quartiles"
  static let naming = CellNaming.label(.table, isOptional: true)
  static let options = [
    OptionDoc("data", "table", isRequired: true, "the table to describe"),
    OptionDoc("columns", "list of columns", "which columns; all when not given"),
    OptionDoc("by", "column", "summarises each group of rows by itself"),
    OptionDoc("caption", "inline Markdown", "what the table shows"),
  ]

  private let label: Located<String>
  private let data: Expression
  private let columns: [Located<String>]?
  private let group: Located<String>?
  private let caption: [Inline]?

  init(_ options: inout Options) throws {
    label = options.name
    columns = options.columns("columns")
    group = options.column("by")
    caption = options.inlines("caption")
    data = try options.required(options.object("data"))
  }

  var activity: String { "describes \(data.source.value)" }

  func declare(in scope: inout Scope) throws {
    if let caption { _ = scope.noting { try $0.check(caption) } }
    let table = try scope.object(data, as: Table.self)
    for column in (columns ?? []) + (group.map { [$0] } ?? []) {
      _ = scope.noting { try $0.column(column, of: table) }
    }
  }

  func run(in session: inout Session) throws -> [Report.Block] {
    let table = try session.object(data, as: Table.self)
    let names = columns?.map(\.value) ?? table.columnNames.filter { $0 != group?.value }
    let groups = try group.map { try table.groups(by: $0.value) } ?? [(level: "", table: table)]
    let described = try table.selecting(names)
    let numeric = described.columns.filter { $0.type == .number }
    let others = described.columns.filter { $0.type != .number }
    var tables: [Report.Table] = []
    if !numeric.isEmpty { tables.append(numbersTable(numeric, groups)) }
    if !others.isEmpty { tables.append(textsTable(others, groups)) }
    let given = try caption.map { try session.phrases($0) }
    let size =
      "\(data.source.value.asHeading.capitalizedFirst): \(counted(table.rowCount, "row")), "
      + "\(counted(table.columns.count, "column"))."
    for place in tables.indices {
      tables[place].caption = given ?? [.text(size)]
      if place == 0, given != nil {
        tables[place].caption =
          tables[place].caption.closed + [.text(" n = \(NumberFormat.count.string(Double(table.rowCount))).")]
      }
    }
    // The label is that of the first table: of the numbers when there are any.
    if let first = tables.first { tables[0] = first.labelled(label, in: session) }
    return tables.map(Report.Block.table)
  }

  private typealias Groups = [(level: String, table: Table)]

  /// One line a column and group: their heads, and what `cells` gives for them.
  private func lines(_ columns: [Column], _ groups: Groups) -> (heads: [Report.Table.TextColumn], cells: [Column]) {
    let pairs = columns.flatMap { column in
      groups.map { (column.heading, $0.level, $0.table[column.name] ?? column) }
    }
    var heads = [Report.Table.TextColumn("column", texts: pairs.map(\.0), isRowHeader: true)]
    if let group {
      heads.append(Report.Table.TextColumn(group.value.asHeading, texts: pairs.map(\.1), isRowHeader: true))
    }
    return (heads, pairs.map(\.2))
  }

  private func numbersTable(_ columns: [Column], _ groups: Groups) -> Report.Table {
    let (heads, cells) = lines(columns, groups)
    let summaries = cells.map { Summary($0.numbers ?? []) }
    var shown = heads + [Report.Table.TextColumn("n", numbers: summaries.map { Double($0.count) })]
    if summaries.contains(where: { $0.missing > 0 }) {
      shown.append(Report.Table.TextColumn("missing", numbers: summaries.map { Double($0.missing) }))
    }
    let statistics: [(String, KeyPath<Summary, Double>)] = [
      ("mean", \.mean), ("sd", \.standardDeviation), ("min", \.minimum), ("25 %", \.firstQuartile),
      ("median", \.median), ("75 %", \.thirdQuartile), ("max", \.maximum),
    ]
    // Each column of the table has a unit and a size of its own, so decimals are shared along a line, not down.
    let lines = summaries.indices.map { line in
      let group = line - line % groups.count
      let spread = summaries[group..<group + groups.count].map(\.standardDeviation).filter { $0 > 0 }.max()
      return alignedNumbers(statistics.map { summaries[line][keyPath: $0.1] }, spread: spread)
    }
    for (place, statistic) in statistics.enumerated() {
      shown.append(Report.Table.TextColumn(statistic.0, texts: lines.map { $0[place] }, alignment: .right))
    }
    return Report.Table(shown)
  }

  private func textsTable(_ columns: [Column], _ groups: Groups) -> Report.Table {
    let (heads, cells) = lines(columns, groups)
    let categories = cells.map(\.asCategories)
    let present = categories.map { Double($0.counts.reduce(0, +)) }
    var shown = heads + [Report.Table.TextColumn("n", numbers: present)]
    let missing = zip(cells, present).map { Double($0.count) - $1 }
    if missing.contains(where: { $0 > 0 }) { shown.append(Report.Table.TextColumn("missing", numbers: missing)) }
    shown.append(Report.Table.TextColumn("distinct", numbers: categories.map { Double($0.levels.count) }))
    shown.append(Report.Table.TextColumn("most frequent", texts: categories.map(\.mostFrequent)))
    return Report.Table(shown)
  }
}

extension Categories {
  /// `red (1,599), white (4,898)`: up to five levels, the most frequent first.
  fileprivate var mostFrequent: String {
    let counts = counts
    let order = levels.indices.sorted { counts[$0] == counts[$1] ? $0 < $1 : counts[$0] > counts[$1] }
    let shown = order.prefix(5).map { "\(levels[$0]) (\(NumberFormat.count.string(Double(counts[$0]))))" }
    return shown.joined(separator: ", ") + (order.count > 5 ? ", …" : "")
  }
}

extension Table {
  /// The rows of each level of a column, in the order of the levels.
  fileprivate func groups(by name: String) throws -> [(level: String, table: Table)] {
    let categories = try column(name).asCategories
    guard categories.levels.count <= 50 else {
      throw TableError(
        "'\(name)' has \(categories.levels.count) different values, too many for groups",
        hint: "derive a column that groups them")
    }
    return categories.levels.indices.map { code in
      (categories.levels[code], taking(rows: categories.codes.indices.filter { Int(categories.codes[$0]) == code }))
    }
  }
}
