internal import Charting
internal import Wording

/// What stands above the bars of a histogram: boxes, violins or a rug of the same column.
struct HistogramMarginal {
  let recipe: HistogramRecipe
  let bins: Bins

  private var values: [Double] { recipe.values }
  private var groups: Groups? { recipe.groups }

  var panels: [Panel] {
    switch recipe.look.marginal {
    case .none: []
    case .rug: [rug]
    case .box: [strip(BoxMark(boxes), row: 18)]
    case .violin: [strip(violins, row: 26)]
    }
  }

  /// A row for every group, named; without groups one row without a name.
  private func strip(_ mark: any Mark, row: Double) -> Panel { strip([mark], row: row) }

  private func strip(_ marks: [any Mark], row: Double) -> Panel {
    guard let groups else {
      return Panel(height: .fixed(row + 10), y: .hidden, marks: marks, base: Panel.Base.none)
    }
    return Panel(
      height: .fixed(row * Double(groups.levels.count) + 8), y: Axis(groups.name, scale: .ordinal(groups.levels)),
      marks: marks, base: Panel.Base.none)
  }

  /// The rows of the strip: their middle on its axis, their values and paint.
  private var rows: [(middle: Double, values: [Double], paint: Paint)] {
    guard let groups else { return [(0.5, values, .component(0))] }
    return groups.levels.indices.map { level in
      (Double(level), values.indices.filter { groups.codes[$0] == level }.map { values[$0] }, groups.paint(level))
    }
  }

  private var boxes: [BoxMark.Box] {
    rows.compactMap { row in
      BoxStatistics(row.values).map { BoxMark.Box(row: row.middle, $0, paint: row.paint) }
    }
  }

  /// Densities mirrored about the middle of their row, all of one height, each from its least to its greatest value,
  /// with a gap at the median. A group without spread is a line.
  private var violins: [any Mark] {
    rows.flatMap { row -> [any Mark] in
      let finite = row.values.sorted()
      guard let first = finite.first, let last = finite.last, let box = BoxStatistics(finite) else { return [] }
      let scale: Scale = recipe.plot.logX ? .log : .linear
      let end = min(last, recipe.clip ?? .infinity)
      guard let density = KernelDensity(finite.map(scale.place)), first < end else {
        let line = SegmentMark.Segment(x0: first, y0: row.middle - 0.3, x1: first, y1: row.middle + 0.3)
        return [SegmentMark([line], paint: row.paint, width: 1.4)]
      }
      let (low, high) = (scale.place(first), scale.place(end))
      let places = (0...160).map { low + (high - low) * Double($0) / 160 }
      let heights = places.map { density($0) }
      let unit = 0.42 / (heights.max() ?? 1)
      let x = places.map(scale.value)
      let median = SegmentMark.Segment(
        x0: box.median, y0: row.middle - 0.42, x1: box.median, y1: row.middle + 0.42)
      return [
        AreaMark(
          x: x, lower: heights.map { row.middle - $0 * unit }, upper: heights.map { row.middle + $0 * unit },
          paint: row.paint),
        SegmentMark([median], paint: .background, width: 2),
      ]
    }
  }

  private var rug: Panel {
    let drawn = values.filter { $0 <= recipe.clip ?? .infinity }
    let segments = drawn.map { SegmentMark.Segment(x0: $0, y0: 0, x1: $0, y1: 1) }
    return Panel(
      height: .fixed(14), y: .hidden, marks: [SegmentMark(segments, paint: .muted.opacity(0.5))],
      base: Panel.Base.none, gap: 8)
  }
}
