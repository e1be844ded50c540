internal import Charting
internal import Mixtures

/// The distribution of one column on the diagonal of a matrix of pairs, as a density.
struct PairsDiagonal {
  let column: Int
  /// `nil` without a histogram.
  let binWidth: Double?
  private let marks: [any Mark]
  /// The highest density drawn.
  private let top: Double

  init(_ recipe: PairsRecipe, column: Int) throws {
    self.column = column
    let values = recipe.columns[column].values
    var marks: [any Mark] = []
    var top = 0.0
    var bins: Bins?
    switch recipe.colouring {
    case .components(let mixture, _, _):
      let curves = try MixtureCurves(mixture.marginal(columns: [column]), of: values, over: nil)
      bins = Bins(for: values, rule: curves.binRule(count: values.count))
      top = Self.addBars(values, nil, bins, to: &marks)
      for (k, curve) in curves.parts.enumerated() {
        marks.append(AreaMark(x: curves.x, upper: curve, paint: .component(k).opacity(Style.areaOpacity)))
        marks.append(LineMark(x: curves.x, y: curve, paint: .component(k), width: 1.4))
      }
      if mixture.components > 1 {
        marks.append(LineMark(x: curves.x, y: curves.sum, paint: .ink, width: 1.6))
      }
      // A component far narrower than a bin must not flatten the rest.
      let peak = curves.sum.max() ?? 0
      top = top > 0 ? min(max(top, peak), 2 * top) : peak
    case .groups(let groups) where recipe.diagonal == .kde:
      top = Self.addDensities(values, groups, over: recipe.range(column), to: &marks)
    case .none where recipe.diagonal == .kde:
      top = Self.addDensities(values, nil, over: recipe.range(column), to: &marks)
    case .groups(let groups):
      bins = Bins(for: values)
      top = Self.addBars(values, groups, bins, to: &marks)
    case .none:
      bins = Bins(for: values)
      top = Self.addBars(values, nil, bins, to: &marks)
    }
    self.marks = marks
    self.top = top
    binWidth = bins?.width
  }

  func panel(x: Axis) -> Panel {
    Panel(
      x: x, y: Axis(range: 0...max(top, 1e-300) * 1.06, ticks: []), marks: marks, grid: [],
      gap: PairsRecipe.gap, place: .init(row: column, column: column))
  }

  /// Adds a histogram of area 1, the groups stacked.
  private static func addBars(
    _ values: [Double], _ groups: Groups?, _ bins: Bins?, to marks: inout [any Mark]
  ) -> Double {
    guard let bins else { return 0 }
    let histogram = Histogram(
      values, groups: groups?.codes, groupCount: groups?.levels.count ?? 1, in: bins, norm: .density)
    let layers = stacked(histogram.values)
    for (level, spans) in layers.enumerated() {
      marks.append(BarMark(edges: bins.edges, spans: spans, paint: groups.map { $0.paint(level) } ?? .neutral))
    }
    return layers.joined().map(\.upperBound).max() ?? 0
  }

  /// Adds a density a group, scaled by its share of the rows, so that all together have area 1.
  private static func addDensities(
    _ values: [Double], _ groups: Groups?, over range: ClosedRange<Double>, to marks: inout [any Mark]
  ) -> Double {
    var top = 0.0
    let x = (0...240).map { range.lowerBound + (range.upperBound - range.lowerBound) * Double($0) / 240 }
    for level in 0..<(groups?.levels.count ?? 1) {
      let own = groups.map { groups in values.indices.filter { groups.codes[$0] == level }.map { values[$0] } }
      guard let density = KernelDensity(own ?? values) else { continue }
      let share = Double((own ?? values).count) / Double(values.count)
      let curve = x.map { share * density($0) }
      let paint = groups.map { $0.paint(level) } ?? .component(0)
      marks.append(AreaMark(x: x, upper: curve, paint: paint.opacity(Style.areaOpacity)))
      marks.append(LineMark(x: x, y: curve, paint: paint, width: 1.6))
      top = max(top, curve.max() ?? 0)
    }
    return top
  }
}
