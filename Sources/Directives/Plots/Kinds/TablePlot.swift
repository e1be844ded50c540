internal import Charting
internal import Notebooks
internal import Tables
internal import Wording

/// What the plots of a table's columns share: the table, its axes, and the groups that colour them.
struct TablePlot: Sendable {
  let data: Expression
  let x: Located<String>
  let y: Located<String>?
  let color: Located<String>?

  static let docs: [OptionDoc] = [
    OptionDoc("data", "table", "the table drawn"),
    OptionDoc("x", "column", "what the horizontal axis shows"),
    OptionDoc("y", "column", "what the vertical axis shows"),
    OptionDoc("color", "column", "the groups, one colour each"),
    OptionDoc("log_x", "true or false", default: "false", "a logarithmic horizontal axis"),
    OptionDoc("log_y", "true or false", default: "false", "a logarithmic vertical axis"),
  ]

  init(_ options: inout Options, needsY: Bool) throws {
    PlotKinds.require(["data", "x"] + (needsY ? ["y"] : []), in: &options)
    let data = options.object("data")
    let x = options.column("x")
    y = options.column("y")
    color = options.column("color")
    self.data = try options.required(data)
    self.x = try options.required(x)
  }

  func declare(in scope: inout Scope) throws {
    let table = try scope.object(data, as: Table.self)
    for name in [x, y].compactMap(\.self) { _ = scope.noting { try $0.column(name, of: table, type: .number) } }
    if let color { _ = scope.noting { try $0.column(color, of: table) } }
  }

  func variable(_ name: Located<String>, of table: Table) -> Variable {
    Variable(name.value, unit: table[name.value]?.unit)
  }

  /// The points of the rows that have a place in the figure, and their groups.
  func points(of table: Table, logX: Bool, logY: Bool, _ session: Session) throws -> (cloud: Cloud, groups: Groups?) {
    let vertical = y ?? x
    let (xs, ys) = (try session.numbers(x, of: table), try session.numbers(vertical, of: table))
    let all = try groups(of: table)
    func hasPlace(_ value: Double, _ isLogarithmic: Bool) -> Bool { value.isFinite && !(isLogarithmic && value <= 0) }
    let rows = xs.indices.filter { row in
      hasPlace(xs[row], logX) && hasPlace(ys[row], logY) && all.map { $0.codes[row] >= 0 } ?? true
    }
    if rows.isEmpty { throw Diagnostic.error("no row has a place in this figure", at: x.location) }
    let cloud = Cloud(
      x: rows.map { xs[$0] }, y: rows.map { ys[$0] }, xVariable: variable(x, of: table),
      yVariable: variable(vertical, of: table), leftOut: xs.count - rows.count)
    let groups = all.map { all in
      Groups(name: all.name, levels: all.levels, codes: rows.map { all.codes[$0] }, isOrdered: all.isOrdered)
    }
    return (cloud, groups)
  }

  /// The groups of `color`.
  func groups(of table: Table) throws -> Groups? {
    guard let color, let column = table[color.value] else { return nil }
    guard let groups = Groups(column) else {
      throw Diagnostic.error(
        "'\(color.value)' has more different values than there can be colours", at: color.location,
        hint: "colour by a column of at most \(Groups.most) levels")
    }
    return groups
  }
}

extension Groups {
  /// More groups than this cannot be told apart.
  static let most = 12

  /// The levels of a column: numbers in ascending order, texts in natural order. `nil` when there are too many.
  init?(_ column: Column) {
    switch column.cells {
    case .number(let numbers):
      let levels = Set(numbers.filter(\.isFinite)).sorted()
      guard levels.count <= Self.most else { return nil }
      self.init(
        name: Variable(column.name).name, levels: levels.map { NumberFormat.plain.string($0) },
        codes: numbers.map { levels.firstIndex(of: $0) ?? -1 }, isOrdered: true)
    case .category(let categories):
      guard categories.levels.count <= Self.most else { return nil }
      self.init(
        name: Variable(column.name).name, levels: categories.levels, codes: categories.codes.map { Int($0) },
        isOrdered: false)
    case .boolean(let flags):
      self.init(
        name: Variable(column.name).name, levels: ["false", "true"], codes: flags.map { $0.map { $0 ? 1 : 0 } ?? -1 },
        isOrdered: false)
    }
  }
}
