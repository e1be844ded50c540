internal import Charting
internal import Notebooks
internal import Tables
internal import Wording

/// What the plots of a table's columns share: the table, its axes, the groups that colour and shape its rows, and the
/// panels they are split over.
struct TablePlot: Sendable {
  /// Options that not every kind takes; `data`, `x`, `color`, `hue`, `category_orders` and `labels` are of all.
  struct Parts: OptionSet, Sendable {
    let rawValue: Int
    static let symbol = Parts(rawValue: 1)
    static let opacity = Parts(rawValue: 2)
    static let logX = Parts(rawValue: 4)
    static let logY = Parts(rawValue: 8)
    static let rangeX = Parts(rawValue: 16)
    static let rangeY = Parts(rawValue: 32)
    static let facets = Parts(rawValue: 64)
    static let axes: Parts = [.logX, .logY, .rangeX, .rangeY]
  }

  /// What a kind takes for `y`.
  enum Vertical: Sendable {
    case none
    /// A column of numbers, or none.
    case optional
    /// A column of numbers.
    case required
    /// One or several columns of numbers.
    case several
    /// A column of any type, each level a row of its own, or none.
    case groups
    /// With x: of the two, one a column of numbers and the other, if there, a column of any type whose levels are groups.
    case either
  }

  let data: Expression
  let x: Located<String>
  /// As many as `Vertical` lets there be.
  let ys: [Located<String>]
  let color: Located<String>?
  let symbol: Located<String>?
  let facets: FacetOptions
  let naming: NamingOptions
  /// Between 0 and 1; `nil` leaves it to the kind.
  let opacity: Double?
  let logX: Bool
  let logY: Bool
  let rangeX: ClosedRange<Double>?
  let rangeY: ClosedRange<Double>?
  /// Whether only `y` is given; `x` is then the same column.
  let isUpright: Bool
  private let vertical: Vertical

  var y: Located<String>? { ys.first }

  /// The options that `init` reads for the same parts.
  static func docs(_ parts: Parts, y vertical: Vertical) -> [OptionDoc] {
    let all: [(part: Parts, doc: OptionDoc)] = [
      ([], OptionDoc("data", "table", "the table drawn")),
      ([], OptionDoc("x", "column", "what the horizontal axis shows")),
      ([], OptionDoc("y", "column", "what the vertical axis shows; several columns for a line each")),
      ([], OptionDoc("color", "column", "the groups, one colour each")),
      ([], OptionDoc("hue", "column", "the same as color")),
      (.symbol, OptionDoc("symbol", "column", "the groups, one shape each")),
      (
        .opacity,
        OptionDoc("opacity", "number", "of what is drawn, above 0 and up to 1; by the number of rows when absent")
      ),
      (.logX, OptionDoc("log_x", "true or false", default: "false", "a logarithmic horizontal axis")),
      (.logY, OptionDoc("log_y", "true or false", default: "false", "a logarithmic vertical axis")),
      (.rangeX, OptionDoc("range_x", "two numbers", "the part of the horizontal axis shown")),
      (.rangeY, OptionDoc("range_y", "two numbers", "the part of the vertical axis shown")),
    ]
    return all.filter { parts.contains($0.part) && ($0.doc.name != "y" || vertical != .none) }.map(\.doc)
      + (parts.contains(.facets) ? FacetOptions.docs : []) + NamingOptions.docs
  }

  init(_ options: inout Options, _ parts: Parts, y vertical: Vertical) throws {
    PlotKinds.require(
      ["data"] + (vertical == .either && options.has("y") ? [] : ["x"])
        + (vertical == .required || vertical == .several ? ["y"] : []), in: &options)
    let data = options.object("data")
    let x = options.column("x")
    switch vertical {
    case .none: ys = []
    case .several: ys = options.columns("y") ?? []
    case .optional, .required, .groups, .either: ys = options.column("y").map { [$0] } ?? []
    }
    let (color, hue) = (options.column("color"), options.column("hue"))
    if options.has("color"), options.has("hue") {
      options.fail("color and hue are the same option", at: options.location(of: "hue"), hint: "keep one of them")
    }
    self.color = color ?? hue
    symbol = parts.contains(.symbol) ? options.column("symbol") : nil
    opacity =
      parts.contains(.opacity)
      ? options.number("opacity", "a number above 0 and up to 1") { 0 < $0 && $0 <= 1 } : nil
    logX = parts.contains(.logX) && options.boolean("log_x") ?? false
    logY = parts.contains(.logY) && options.boolean("log_y") ?? false
    rangeX = parts.contains(.rangeX) ? options.axisRange("range_x", isLogarithmic: logX) : nil
    rangeY = parts.contains(.rangeY) ? options.axisRange("range_y", isLogarithmic: logY) : nil
    facets = parts.contains(.facets) ? FacetOptions(&options) : FacetOptions()
    naming = NamingOptions(
      &options,
      grouping: [self.color, symbol, facets.column, facets.row]
        + (vertical == .groups ? [ys.first] : vertical == .either ? [x, ys.first] : []))
    self.vertical = vertical
    self.data = try options.required(data)
    isUpright = vertical == .either && x == nil
    self.x = try options.required(x ?? (vertical == .either ? ys.first : nil))
  }

  func declare(in scope: inout Scope) throws {
    let table = try scope.object(data, as: Table.self)
    let isOpen = vertical == .groups || vertical == .either
    let numeric = (vertical == .either ? [] : [x]) + (isOpen ? [] : ys)
    let others =
      (vertical == .either ? [x] : []) + [color, symbol, facets.column, facets.row] + (isOpen ? [y] : [])
      + naming.columns
    for name in numeric { _ = scope.noting { try $0.column(name, of: table, type: .number) } }
    for name in others.compactMap(\.self) { _ = scope.noting { try $0.column(name, of: table) } }
  }

  /// What an axis shows of a column, under the name that `labels` gives it.
  func variable(_ name: Located<String>, of table: Table) -> Variable {
    naming.variable(name.value, unit: table[name.value]?.unit)
  }

  /// The groups of `color`; `nil` without one.
  func colors(of table: Table) throws -> Groups? { try groups(color, of: table, most: Groups.most, of: "colours") }

  /// The levels of a column as groups, in the order that `category_orders` gives; `nil` for no column.
  ///
  /// - Parameter most: more groups than this are refused, as more than there can be of `what`.
  func groups(_ name: Located<String>?, of table: Table, most: Int, of what: String) throws -> Groups? {
    guard let name, let column = table[name.value] else { return nil }
    let groups = Groups(column, name: variable(name, of: table).name)
    guard groups.levels.count <= most else {
      throw Diagnostic.error(
        "'\(name.value)' has more different values than there can be \(what)", at: name.location,
        hint: "it has \(NumberFormat.count.string(Double(groups.levels.count))); at most \(most) can be told apart")
    }
    return try naming.ordered(groups, of: name.value)
  }

  /// The panels that the rows are split over; a single one without facets.
  func facets(of table: Table) throws -> Facets {
    Facets(
      columns: try groups(facets.column, of: table, most: Facets.most, of: "panels"),
      rows: try groups(facets.row, of: table, most: Facets.most, of: "panels"), wrap: facets.wrap,
      freedom: facets.freedom, count: table.rowCount)
  }
}

extension Options {
  /// `[0, 10]`, above 0 where the axis is logarithmic.
  mutating func axisRange(_ option: String, isLogarithmic: Bool) -> ClosedRange<Double>? {
    let range = range(option)
    if isLogarithmic, let range, range.lowerBound <= 0 {
      fail("a logarithmic axis begins above 0", at: location(of: option))
      return nil
    }
    return range
  }
}
