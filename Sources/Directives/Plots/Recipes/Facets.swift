internal import Charting
internal import Wording

/// The panels of a figure whose rows are split by the levels of one or two columns; a single one when by none.
///
/// A panel has a place only if rows are in it. The axes are those of all panels together, unless they are free.
struct Facets: Sendable {
  /// Which axes are not common to all panels.
  enum Freedom: String, Sendable, CaseIterable { case none, x, y, both }

  struct Cell: Sendable {
    /// `Adelie, n = 152`
    let title: String
    /// The levels alone: `Adelie`.
    let name: String
    let place: Panel.Place?
    let rows: [Int]
  }

  /// More panels than this are too small to read.
  static let most = 16

  /// By `facet_col` and `facet_row`.
  private let columns: Groups?
  private let rows: Groups?
  private let wrap: Int?
  private let freedom: Freedom
  /// Those with rows, from left to right and top to bottom.
  let cells: [Cell]

  /// - Parameters:
  ///   - columns, rows: the groups of every row of the table.
  ///   - wrap: how many panels stand in a row, where only `columns` split them; by their number when `nil`.
  ///   - count: how many rows the table has.
  init(columns: Groups?, rows: Groups?, wrap: Int?, freedom: Freedom, count: Int) {
    self.init(columns: columns, rows: rows, wrap: wrap, freedom: freedom, kept: Array(0..<count))
  }

  /// One panel of so many rows.
  init(count: Int) { self.init(columns: nil, rows: nil, wrap: nil, freedom: .none, count: count) }

  /// - Parameter identities: for each row of the groups what it is counted as, itself when `nil`.
  private init(
    columns: Groups?, rows: Groups?, wrap: Int?, freedom: Freedom, kept: [Int], identities: [Int]? = nil
  ) {
    (self.columns, self.rows, self.freedom) = (columns, rows, freedom)
    guard columns != nil || rows != nil else {
      self.wrap = nil
      cells = [Cell(title: "", name: "", place: nil, rows: kept)]
      return
    }
    let width = columns?.levels.count ?? 1
    var members = Array(repeating: [Int](), count: width * (rows?.levels.count ?? 1))
    for row in kept {
      let (across, down) = (columns?.codes[row] ?? 0, rows?.codes[row] ?? 0)
      if across >= 0, down >= 0 { members[down * width + across].append(row) }
    }
    let filled = members.indices.filter { !members[$0].isEmpty }
    let across = rows == nil ? wrap ?? Self.wrap(filled.count) : width
    self.wrap = across
    cells = filled.enumerated().map { place, cell in
      let names = [rows?.title(cell / width), columns?.title(cell % width)].compactMap(\.self)
      let name = names.joined(separator: ", ")
      let count = identities.map { all in Set(members[cell].map { all[$0] }).count } ?? members[cell].count
      return Cell(
        title: name + ", n = " + NumberFormat.count.string(Double(count)), name: name,
        place: rows == nil
          ? .init(row: place / across, column: place % across) : .init(row: cell / width, column: cell % width),
        rows: members[cell])
    }
  }

  /// Up to three panels stand in one row; more are brought near a square.
  private static func wrap(_ count: Int) -> Int {
    count <= 3 ? max(1, count) : Int(Double(count).squareRoot().rounded(.up))
  }

  var areUsed: Bool { columns != nil || rows != nil }

  /// Whether a row is in a panel, by its number.
  func hold(_ row: Int) -> Bool { (columns?.codes[row] ?? 0) >= 0 && (rows?.codes[row] ?? 0) >= 0 }

  /// The facets of these rows alone, numbered anew in this order; a row that is there twice counts once.
  func taking(_ kept: [Int]) -> Facets {
    Facets(
      columns: columns?.taking(kept), rows: rows?.taking(kept), wrap: rows == nil ? wrap : nil, freedom: freedom,
      kept: Array(kept.indices), identities: kept)
  }

  /// `species`, `species and sex`: what the panels are for each of; empty without facets.
  var names: String { joined([columns?.name, rows?.name].compactMap(\.self)) }

  /// `, one panel for each species`; empty without facets.
  var phrase: String { areUsed ? ", one panel for each \(names)" : "" }

  // MARK: Layout

  private var gridColumns: Int { (cells.compactMap(\.place?.column).max() ?? 0) + 1 }
  private var gridRows: Int { (cells.compactMap(\.place?.row).max() ?? 0) + 1 }

  /// In a table of rows and columns a free axis is common to a column or row, as in ggplot2; wrapped panels each have
  /// their own.
  var grid: PanelGrid {
    let free: PanelGrid.Sharing = columns != nil && rows != nil ? .lines : .none
    return PanelGrid(
      columns: gridColumns, x: freedom == .x || freedom == .both ? free : .all,
      y: freedom == .y || freedom == .both ? free : .all)
  }

  /// - Parameter single: the size without facets.
  func size(_ single: Size) -> Size {
    guard areUsed else { return single }
    if gridColumns == 1 { return Size(single.width, 230 + 150 * Double(gridRows)) }
    let many = Size.smallMultiples
    return Size(many.width, gridRows == 1 ? 460 : many.height + 260 * Double(gridRows - 2))
  }

  /// One panel for every cell, with its title and place.
  func panels(_ draw: (Cell) -> Panel) -> [Panel] {
    cells.map { cell in
      var panel = draw(cell)
      if areUsed { (panel.title, panel.place) = (cell.title, cell.place) }
      return panel
    }
  }
}
