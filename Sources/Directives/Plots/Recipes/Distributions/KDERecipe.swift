internal import Charting
internal import Wording

/// Kernel densities, one curve a group.
struct KDERecipe {
  enum Multiple: String, Sendable, CaseIterable {
    /// Over each other.
    case layer
    /// On top of each other.
    case stack
    /// On top of each other, each place filled to 1: the share of every group.
    case fill
  }

  /// The curve of a group.
  struct Curve {
    let cell: GroupedValues.Cell
    let density: DensityCurve
    /// What its heights are multiplied with: the group's share of all rows, or 1.
    let factor: Double

    /// The height at a place; 0 beyond the ends of the curve.
    func height(_ x: Double) -> Double {
      let places = density.x
      guard let first = places.first, let last = places.last, x >= first, x <= last else { return 0 }
      var (low, high) = (0, places.count - 1)
      while high - low > 1 {
        let middle = (low + high) / 2
        if places[middle] <= x { low = middle } else { high = middle }
      }
      let share = places[high] > places[low] ? (x - places[low]) / (places[high] - places[low]) : 0
      return factor * (density.heights[low] + share * (density.heights[high] - density.heights[low]))
    }
  }

  let groups: GroupedValues
  let density: DensityOptions
  /// What rows are weighed by; `nil` when all count the same.
  let weighing: String?
  let multiple: Multiple
  let isCommon: Bool
  let isFilled: Bool
  let hasRug: Bool

  /// - Returns: `nil` when no group has two different values.
  func chart() -> Chart? {
    let panels = groups.facets.cells.map { curves($0.rows) }
    guard panels.contains(where: { !$0.isEmpty }) else { return nil }
    let words = KDEWords(recipe: self, panels: panels, whole: curves(nil))
    let y = Axis(
      multiple == .fill ? "share of rows" : "density" + perUnit, range: multiple == .fill ? 0...1 : nil,
      reaches: [0])
    return Chart(
      title: words.title, subtitle: words.subtitle, caption: words.caption, alternativeText: words.alternativeText,
      description: words.description, data: words.data, size: groups.size(Size(760, 530)), x: groups.valueAxis,
      panels: groups.facets.panels { Panel(y: y, marks: marks(curves($0.rows), $0.rows), grid: .horizontal) },
      grid: groups.grid, legend: multiple != .layer ? groups.legend : nil)
  }

  /// ` (per min)`; logarithmic axes measure in decades.
  var perUnit: String { groups.scale == .log ? " (per decade)" : groups.variable.perUnit }

  /// The curves of the groups among these rows.
  func curves(_ rows: [Int]?) -> [Curve] {
    let cells = groups.cells(rows)
    let sizes = cells.map { $0.weights?.reduce(0, +) ?? Double($0.values.count) }
    let all = sizes.reduce(0, +)
    return zip(cells, sizes).compactMap { cell, size in
      density.curve(cell, of: groups, isWhole: multiple != .layer).map {
        Curve(cell: cell, density: $0, factor: isCommon ? size / all : 1)
      }
    }
  }

  private func marks(_ curves: [Curve], _ rows: [Int]) -> [any Mark] {
    let rugs: [any Mark] =
      hasRug
      ? groups.cells(rows).map {
        RugMark($0.values, paint: $0.paint.opacity($0.values.count > 500 ? 0.3 : 0.6))
      } : []
    return (multiple == .layer ? curves.flatMap(layer) : layers(curves)) + rugs
  }

  private func layer(_ curve: Curve) -> [any Mark] {
    let heights = curve.density.heights.map { $0 * curve.factor }
    guard let first = curve.density.x.first, let last = curve.density.x.last else { return [] }
    // Where the curve is cut off it falls to 0 at once.
    let line = LineMark(
      x: [first] + curve.density.x + [last], y: [0] + heights + [0], paint: curve.cell.paint,
      label: groups.colors == nil ? nil : Label(curve.cell.name, at: .peak))
    let area = AreaMark(x: curve.density.x, upper: heights, paint: curve.cell.paint.opacity(Style.areaOpacity))
    return isFilled ? [area, line] : [line]
  }

  /// The first group lowest, as in the legend.
  private func layers(_ curves: [Curve]) -> [any Mark] {
    let ends = curves.flatMap { [$0.density.x.first, $0.density.x.last].compactMap(\.self) }
    guard let low = ends.min(), let high = ends.max() else { return [] }
    let (from, to) = (groups.scale.place(low), groups.scale.place(high))
    let even = (0...600).map { groups.scale.value(at: from + (to - from) * Double($0) / 600) }
    let x = Set(even.filter { low <= $0 && $0 <= high } + ends).sorted()
    var spans = stacked(curves.map { curve in x.map(curve.height) })
    if multiple == .fill {
      let tops = x.indices.map { spans.last?[$0].upperBound ?? 0 }
      spans = spans.map { layer in
        zip(layer, tops).map { $1 > 0 ? $0.lowerBound / $1...$0.upperBound / $1 : 0...0 }
      }
    }
    return zip(curves, spans).flatMap { curve, spans -> [any Mark] in
      let upper = spans.map(\.upperBound)
      let area = AreaMark(
        x: x, lower: spans.map(\.lowerBound), upper: upper,
        paint: curve.cell.paint.opacity(isFilled ? 0.55 : Style.areaOpacity))
      return [area, LineMark(x: x, y: upper, paint: curve.cell.paint, width: 1.4)]
    }
  }
}
