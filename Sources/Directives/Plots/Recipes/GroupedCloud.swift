internal import Charting
internal import Notebooks
internal import Tables
internal import Wording

/// The points of a table's rows with their groups and panels: what scatter plots and lines draw.
struct GroupedCloud {
  let cloud: Cloud
  let colors: Groups?
  let symbols: Groups?
  let facets: Facets
  /// For each point the number of its row in the table, from 0.
  let rows: [Int]

  /// The points at these places alone.
  func taking(_ kept: [Int]) -> GroupedCloud {
    GroupedCloud(
      cloud: Cloud(
        x: kept.map { cloud.x[$0] }, y: kept.map { cloud.y[$0] }, xVariable: cloud.xVariable,
        yVariable: cloud.yVariable, leftOut: cloud.leftOut + rows.count - kept.count, outside: cloud.outside),
      colors: colors?.taking(kept), symbols: symbols?.taking(kept), facets: facets.taking(kept),
      rows: kept.map { rows[$0] })
  }
}

extension GroupedCloud {
  /// Several columns over one axis, each a group of its own.
  ///
  /// - Parameters:
  ///   - columns: at least one.
  ///   - facets: of all rows of the table.
  init(joining columns: [GroupedCloud], facets: Facets) {
    let (rows, variables) = (columns.flatMap(\.rows), columns.map(\.cloud.yVariable))
    let units = Set(variables.map(\.unit))
    let name = variables.count <= 3 ? joined(variables.map(\.name)) : "value"
    cloud = Cloud(
      x: columns.flatMap(\.cloud.x), y: columns.flatMap(\.cloud.y), xVariable: columns[0].cloud.xVariable,
      yVariable: Variable(name, unit: units.count == 1 ? units.first : nil),
      leftOut: columns.map(\.cloud.leftOut).max() ?? 0, outside: columns.map(\.cloud.outside).max() ?? 0)
    colors = Groups(
      name: "column", levels: variables.map(\.name),
      codes: columns.enumerated().flatMap { Array(repeating: $0, count: $1.rows.count) }, isOrdered: false)
    symbols = nil
    self.facets = facets.taking(rows)
    self.rows = rows
  }
}

extension TablePlot {
  /// The points of the rows that have a place in the figure.
  ///
  /// - Throws: `Diagnostic` when no row has one.
  func points(of table: Table, y: Located<String>, _ session: Session) throws -> GroupedCloud {
    let (xs, ys) = (try session.numbers(x, of: table), try session.numbers(y, of: table))
    let colors = try colors(of: table)
    let symbols = try groups(symbol, of: table, most: Symbol.allCases.count, of: "shapes")
    let facets = try facets(of: table)
    func hasPlace(_ value: Double, _ isLogarithmic: Bool) -> Bool { value.isFinite && !(isLogarithmic && value <= 0) }
    let complete = xs.indices.filter { row in
      hasPlace(xs[row], logX) && hasPlace(ys[row], logY) && colors?.codes[row] ?? 0 >= 0
        && symbols?.codes[row] ?? 0 >= 0 && facets.hold(row)
    }
    let rows = complete.filter { row in
      rangeX.map { $0.contains(xs[row]) } ?? true && rangeY.map { $0.contains(ys[row]) } ?? true
    }
    if rows.isEmpty {
      let why = complete.isEmpty ? "" : ": \(counted(complete.count, "row")) lie outside the ranges shown"
      throw Diagnostic.error("no row has a place in this figure" + why, at: x.location)
    }
    let cloud = Cloud(
      x: rows.map { xs[$0] }, y: rows.map { ys[$0] }, xVariable: variable(x, of: table),
      yVariable: variable(y, of: table), leftOut: xs.count - complete.count, outside: complete.count - rows.count)
    return GroupedCloud(
      cloud: cloud, colors: colors?.taking(rows), symbols: symbols?.taking(rows), facets: facets.taking(rows),
      rows: rows)
  }
}
