internal import Charting
internal import Notebooks
internal import Tables
internal import Wording

/// The values of a column, gathered in groups: by the levels of a column that stand along an axis, and of one that
/// colours them.
struct GroupedValues {
  /// One group with its place in the figure.
  struct Cell {
    /// `Adelie, male`; empty where there is only one group.
    let name: String
    /// The part of the axis of the groups that it may take up, in units of that axis.
    let band: ClosedRange<Double>
    let paint: Paint
    let values: [Double]
    /// As many, where rows count differently.
    let weights: [Double]?
    /// Its place among the groups along the axis and among the colours, from 0.
    let category: Int
    let color: Int

    var middle: Double { (band.lowerBound + band.upperBound) / 2 }
  }

  let variable: Variable
  /// Of the rows that have a place in the figure.
  let values: [Double]
  var weights: [Double]?
  /// Along an axis.
  let categories: Groups?
  /// Side by side at each place of that axis; `nil` where they are the same groups.
  let colors: Groups?
  /// Whether the groups along the axis are also coloured.
  let colorsCategories: Bool
  let facets: Facets
  let scale: Scale
  let orientation: Orientation
  /// Of the values' axis.
  let range: ClosedRange<Double>?
  /// Rows of the table without a value or group.
  let leftOut: Int
  /// Values outside the range: counted in, but not seen.
  let outside: Int

  /// How many places the axis of the groups has.
  var places: Int { categories?.levels.count ?? 1 }

  /// The groups among these rows that have a value.
  func cells(_ rows: [Int]? = nil) -> [Cell] {
    var members = Array(repeating: [Int](), count: places * (colors?.levels.count ?? 1))
    let width = colors?.levels.count ?? 1
    for row in rows ?? Array(values.indices) {
      members[(categories?.codes[row] ?? 0) * width + (colors?.codes[row] ?? 0)].append(row)
    }
    return members.indices.filter { !members[$0].isEmpty }.map { index in
      let (category, color) = (index / width, index % width)
      let names = [categories?.title(category), colors?.title(color)].compactMap(\.self)
      let whole = Double(category) - 0.42...Double(category) + 0.42
      return Cell(
        name: names.joined(separator: ", "), band: dodged(whole, index: color, of: width, gap: 0.14),
        paint: colors?.paint(color) ?? (colorsCategories ? categories?.paint(category) : nil) ?? .component(0),
        values: members[index].map { values[$0] },
        weights: weights.map { weights in members[index].map { weights[$0] } },
        category: category, color: color)
    }
  }

  // MARK: Axes

  var valueAxis: Axis { Axis(variable.title, scale: scale, range: range) }

  /// With the number of rows of each group where there is room for it and only one panel.
  var categoryAxis: Axis {
    guard let categories else { return Axis("", scale: .ordinal([""])) }
    let counts = categories.levels.indices.map { " (\(NumberFormat.count.string(Double(categories.count($0)))))" }
    let long = zip(categories.levels, counts).map { $0 + $1 }
    let fits = orientation == .lying || long.reduce(0) { $0 + $1.count + 3 } < 95
    return Axis(categories.name, scale: .ordinal(fits && !facets.areUsed ? long : categories.levels))
  }

  var axes: (x: Axis, y: Axis) {
    orientation == .lying ? (valueAxis, categoryAxis) : (categoryAxis, valueAxis)
  }

  /// The figure's panels over these axes.
  func panels(_ marks: (_ rows: [Int]) -> [any Mark]) -> [Panel] {
    let axis = axes.y
    let lines: Panel.Grid = orientation == .lying ? .vertical : .horizontal
    return facets.panels { Panel(y: axis, marks: marks($0.rows), grid: lines) }
  }

  var grid: PanelGrid { facets.areUsed ? facets.grid : .stack }

  /// Lying groups need a row each.
  var size: Size {
    guard orientation == .lying else { return size(Size(760, 540)) }
    let rows = Double(places * max(1, min(3, colors?.levels.count ?? 1)))
    return size(Size(760, min(max(rows > 1 ? 550 : 430, 200 + 44 * rows), 900)))
  }

  /// - Parameter single: the size without panels, which have captions of more lines.
  func size(_ single: Size) -> Size {
    let size = facets.size(single)
    return facets.areUsed ? Size(size.width, size.height + 70) : size
  }

  var legend: Legend? { colors?.legend() }
}

extension TablePlot {
  /// The values of x alone, grouped by colour.
  func coloredValues(of table: Table, weights: Located<String>? = nil, _ session: Session) throws -> GroupedValues {
    try groupedValues(x, by: nil, .lying, weights: weights, of: table, session)
  }

  /// The values of whichever of x and y holds numbers, grouped by the other.
  func groupedValues(of table: Table, orientation: Orientation?, _ session: Session) throws -> GroupedValues {
    guard let y, !isUpright else {
      return try groupedValues(x, by: nil, orientation ?? (isUpright ? .upright : .lying), of: table, session)
    }
    let (isX, isY) = (table[x.value]?.numbers != nil, table[y.value]?.numbers != nil)
    guard isX || isY else {
      throw Diagnostic.error(
        "neither '\(x.value)' nor '\(y.value)' holds numbers", at: y.location,
        hint: "one is a column of numbers, the other its groups")
    }
    func canGroup(_ name: Located<String>) -> Bool {
      table[name.value].map { Groups($0, name: "").levels.count <= Self.mostCategories } ?? false
    }
    // Of two columns of numbers that with few different ones is of groups, x where both or none are.
    let lies = orientation.map { $0 == .lying } ?? (!isY || (isX && !canGroup(x) && canGroup(y)))
    if orientation != nil, !(lies ? isX : isY) {
      throw Diagnostic.error(
        "'\(lies ? x.value : y.value)' does not hold numbers, so it cannot be \(lies ? "lying" : "upright")",
        at: (lies ? x : y).location)
    }
    return lies
      ? try groupedValues(x, by: y, .lying, of: table, session)
      : try groupedValues(y, by: x, .upright, of: table, session)
  }

  private func groupedValues(
    _ column: Located<String>, by category: Located<String>?, _ orientation: Orientation,
    weights: Located<String>? = nil, of table: Table, _ session: Session
  ) throws -> GroupedValues {
    let values = try session.numbers(column, of: table)
    let weighing = try weights.map { try session.numbers($0, of: table) }
    let categories = try groups(category, of: table, most: Self.mostCategories, of: "groups along an axis")
    let isSame = color != nil && color?.value == category?.value
    let colors = isSame ? nil : try colors(of: table)
    let facets = try facets(of: table)
    let lies = orientation == .lying
    if lies ? logY : logX {
      throw Diagnostic.error(
        "\(lies ? "log_y" : "log_x") means nothing here: that axis shows groups", at: column.location,
        hint: lies ? "log_x is for the values" : "log_y is for the values")
    }
    let isLogarithmic = lies ? logX : logY
    let range = lies ? rangeX : rangeY
    let rows = values.indices.filter { row in
      values[row].isFinite && !(isLogarithmic && values[row] <= 0) && categories?.codes[row] ?? 0 >= 0
        && colors?.codes[row] ?? 0 >= 0 && facets.hold(row)
        && weighing.map { $0[row] > 0 && $0[row].isFinite } ?? true
    }
    let outside = range.map { range in rows.count { !range.contains(values[$0]) } } ?? 0
    if outside == rows.count {
      let why = rows.isEmpty ? "" : ": \(counted(rows.count, "row")) lie outside the range shown"
      throw Diagnostic.error("no row has a place in this figure" + why, at: column.location)
    }
    return GroupedValues(
      variable: variable(column, of: table), values: rows.map { values[$0] },
      weights: weighing.map { weighing in rows.map { weighing[$0] } }, categories: categories?.taking(rows),
      colors: colors?.taking(rows), colorsCategories: isSame, facets: facets.taking(rows),
      scale: isLogarithmic ? .log : .linear, orientation: orientation, range: range,
      leftOut: values.count - rows.count, outside: outside)
  }

  /// More groups than this along one axis cannot be read.
  private static var mostCategories: Int { 24 }
}
