internal import Charting
internal import Wording

/// One column against another as a line, or a line for each group.
struct LineRecipe {
  let points: GroupedCloud
  /// The groups that dashes tell apart.
  let dashes: Groups?
  let plot: TablePlot
  let look: LineLook

  /// From solid to dotted, in CSS pixels.
  static let dashes: [[Double]] = [[], [7, 4], [2, 3], [10, 3, 2, 3], [4, 2], [1, 2]]

  /// The points of one line in one panel, from left to right.
  struct Line {
    /// Of the line's groups; empty for the only line.
    let name: String
    let panel: Int
    let x: [Double]
    let y: [Double]
    let color: Int?
    let dash: Int
  }

  var cloud: Cloud { points.cloud }
  var groups: Groups? { points.colors }

  func chart() -> Chart {
    let (x, y) = cloud.axes(logX: plot.logX, logY: plot.logY, rangeX: plot.rangeX, rangeY: plot.rangeY)
    let facets = points.facets
    let lines = facets.cells.enumerated().flatMap { self.lines($1.rows, panel: $0) }
    let words = LineWords(recipe: self, lines: lines)
    var panel = 0
    let panels = facets.panels { _ in
      defer { panel += 1 }
      return Panel(y: y, marks: lines.filter { $0.panel == panel }.flatMap(marks))
    }
    return Chart(
      title: words.title, subtitle: words.subtitle, caption: words.caption, alternativeText: words.alternativeText,
      description: words.description, data: words.data, size: facets.size(.standardChart), x: x, panels: panels,
      grid: facets.areUsed ? facets.grid : .stack, legend: facets.areUsed ? legend(of: lines) : nil)
  }

  // MARK: Lines

  private func lines(_ rows: [Int], panel: Int) -> [Line] {
    (groups?.levels.indices.map { Optional($0) } ?? [nil]).flatMap { color in
      (dashes?.levels.indices.map { Optional($0) } ?? [nil]).compactMap { dash -> Line? in
        let own = rows.filter { row in
          color.map { groups?.codes[row] == $0 } ?? true && dash.map { dashes?.codes[row] == $0 } ?? true
        }
        return own.isEmpty ? nil : line(own, panel: panel, color: color, dash: dash)
      }
    }
  }

  private func line(_ rows: [Int], panel: Int, color: Int?, dash: Int?) -> Line {
    let order = rows.sorted { (cloud.x[$0], $0) < (cloud.x[$1], $1) }
    var (x, y) = (order.map { cloud.x[$0] }, order.map { cloud.y[$0] })
    if look.estimator != .none { (x, y) = estimated(x, y) }
    let isOne = groups?.name == dashes?.name
    let names = [color.flatMap { groups?.levels[$0] }, isOne ? nil : dash.flatMap { dashes?.levels[$0] }]
    return Line(
      name: names.compactMap(\.self).joined(separator: ", "), panel: panel, x: x, y: y, color: color,
      // Where colours begin anew, dashes tell the lines apart.
      dash: dash ?? (groups?.isOrdered == true ? 0 : min((color ?? 0) / 6, Self.dashes.count - 1)))
  }

  /// One point for every place, of the values there.
  private func estimated(_ x: [Double], _ y: [Double]) -> ([Double], [Double]) {
    var places: [Double] = []
    var values: [[Double]] = []
    for (place, value) in zip(x, y) {
      if places.last == place {
        values[values.count - 1].append(value)
      } else {
        places.append(place)
        values.append([value])
      }
    }
    let estimate: ([Double]) -> Double =
      look.estimator == .median
      ? { BoxStatistics($0)?.median ?? .nan } : { values in values.reduce(0) { $0 + $1 / Double(values.count) } }
    return (places, values.map(estimate))
  }

  func paint(_ line: Line) -> Paint {
    let paint = line.color.map { color in groups?.paint(color) ?? .component(color) } ?? .component(0)
    return paint.opacity(plot.opacity ?? 1)
  }

  private func marks(_ line: Line) -> [any Mark] {
    let (x, y) = stepped(line)
    let label = line.name.isEmpty || points.facets.areUsed ? nil : Label(line.name, at: .end)
    var marks: [any Mark] = [LineMark(x: x, y: y, paint: paint(line), dash: Self.dashes[line.dash], label: label)]
    // A line of one point would not show.
    if look.markers || line.x.count == 1 {
      let symbol = line.color.flatMap { groups?.symbol($0) } ?? .circle
      marks.append(
        PointMark(
          x: line.x, y: line.y, paints: [paint(line)], symbols: [symbol], diameter: 7, opacity: 1, rimmed: true,
          shuffled: false))
    }
    return marks
  }

  /// The corners of steps between the points.
  private func stepped(_ line: Line) -> ([Double], [Double]) {
    guard look.shape != .linear, let x = line.x.first, let y = line.y.first else { return (line.x, line.y) }
    let after = look.shape == .hv
    var corners = ([x], [y])
    for index in line.x.indices.dropFirst() {
      corners.0 += [line.x[after ? index : index - 1], line.x[index]]
      corners.1 += [line.y[after ? index - 1 : index], line.y[index]]
    }
    return corners
  }

  /// Panels share one key, as names at the ends of lines would stand in each.
  private func legend(of lines: [Line]) -> Legend? {
    var entries: [Legend.Entry] = []
    for line in lines where !line.name.isEmpty && !entries.contains(where: { $0.label == line.name }) {
      entries.append(.init(line.name, paint: paint(line), swatch: .line(dash: Self.dashes[line.dash])))
    }
    let names = [groups?.name, dashes?.name].compactMap(\.self)
    guard !entries.isEmpty, names != [points.facets.names] else { return nil }
    return Legend(names.count == 2 && names[0] == names[1] ? names[0] : names.joined(separator: ", "), entries: entries)
  }
}
