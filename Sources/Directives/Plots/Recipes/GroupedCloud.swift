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
