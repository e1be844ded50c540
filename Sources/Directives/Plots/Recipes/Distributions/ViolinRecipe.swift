internal import Charting
internal import Wording

/// One mirrored kernel density a group, or two halves.
struct ViolinRecipe {
  /// What is the same for all violins.
  enum Widths: String, Sendable, CaseIterable { case area, count, width }
  enum Inner: String, Sendable, CaseIterable { case box, quartiles, points, none }

  let groups: GroupedValues
  let density: DensityOptions
  let widths: Widths
  let inner: Inner
  let isSplit: Bool

  /// A group, its curve, and how far that reaches from the middle at each place.
  private struct Shape {
    let cell: GroupedValues.Cell
    let curve: DensityCurve
    let reaches: [Double]

    /// The reach at a value, by linear interpolation.
    func reach(_ value: Double) -> Double {
      let places = curve.x
      guard let after = places.firstIndex(where: { $0 >= value }) else { return reaches.last ?? 0 }
      guard after > 0, places[after] > places[after - 1] else { return reaches[after] }
      let share = (value - places[after - 1]) / (places[after] - places[after - 1])
      return reaches[after - 1] + share * (reaches[after] - reaches[after - 1])
    }
  }

  func chart() -> Chart {
    let words = GroupedWords(groups)
    // All panels have one unit of width.
    let drawings = groups.facets.cells.map { self.shapes($0.rows) }
    let shapes = Array(drawings.joined())
    let heights = shapes.map { ($0.curve.heights.max() ?? 0) * weight(of: $0.cell) }
    let unit = heights.max() ?? 1
    let curves = shapes.map(\.curve)
    let drawn = Set(shapes.map(\.cell.name))
    return Chart(
      title: words.medians, subtitle: subtitle(words),
      caption: sentences(
        words.sampleSizes, density.caption(curves, groups.variable, groups.scale), widthCaption,
        DensityOptions.missing(groups.cells().filter { !drawn.contains($0.name) })),
      alternativeText: "Violin plots of \(words.rows). \(words.medians).", description: words.description,
      data: words.data, size: groups.size, x: groups.axes.x, panels: groups.panels { marks($0, unit: unit) },
      grid: groups.grid, legend: groups.legend)
  }

  private func weight(of cell: GroupedValues.Cell) -> Double { widths == .count ? Double(cell.values.count) : 1 }

  /// The middle and half width of the place that a violin may take up: both halves of one share theirs.
  private func place(of cell: GroupedValues.Cell) -> (middle: Double, half: Double) {
    isSplit
      ? (Double(cell.category), 0.42) : (cell.middle, (cell.band.upperBound - cell.band.lowerBound) / 2)
  }

  private func shapes(_ rows: [Int], unit: Double = 1) -> [Shape] {
    groups.cells(rows).compactMap { cell in
      guard let curve = density.curve(cell, of: groups) else { return nil }
      let top = widths == .width ? curve.heights.max() ?? 1 : unit
      let half = place(of: cell).half
      return Shape(cell: cell, curve: curve, reaches: curve.heights.map { $0 * weight(of: cell) / top * half })
    }
  }

  private func marks(_ rows: [Int], unit: Double) -> [any Mark] {
    let shapes = shapes(rows, unit: unit)
    let violins = shapes.map { shape in
      let empty = shape.reaches.map { _ in 0.0 }
      let (isFirst, isSecond) = (!isSplit || shape.cell.color == 0, !isSplit || shape.cell.color == 1)
      return ViolinMark.Violin(
        place: place(of: shape.cell).middle, values: shape.curve.x, before: isFirst ? shape.reaches : empty,
        after: isSecond ? shape.reaches : empty, paint: shape.cell.paint)
    }
    return [ViolinMark(violins, orientation: groups.orientation)] + insides(shapes, groups.cells(rows))
  }

  private func insides(_ shapes: [Shape], _ cells: [GroupedValues.Cell]) -> [any Mark] {
    let lies = groups.orientation == .lying
    switch inner {
    case .none: return []
    case .box:
      let boxes = cells.compactMap { cell in
        BoxStatistics(cell.values).map { statistics in
          var box = BoxMark.Box(row: cell.middle, statistics, paint: cell.paint)
          box.outliers = []
          return box
        }
      }
      return [BoxMark(boxes, orientation: groups.orientation, thickness: 0.2, mostThickness: 7)]
    case .quartiles:
      return shapes.flatMap { shape -> [any Mark] in
        guard let box = BoxStatistics(shape.cell.values) else { return [] }
        func line(_ value: Double) -> SegmentMark.Segment {
          let (middle, reach) = (place(of: shape.cell).middle, shape.reach(value))
          let from = middle - (isSplit && shape.cell.color == 1 ? 0 : reach)
          let to = middle + (isSplit && shape.cell.color == 0 ? 0 : reach)
          return lies
            ? .init(x0: value, y0: from, x1: value, y1: to) : .init(x0: from, y0: value, x1: to, y1: value)
        }
        return [
          SegmentMark([line(box.median)], paint: shape.cell.paint, width: 2),
          SegmentMark([line(box.lowerQuartile), line(box.upperQuartile)], paint: shape.cell.paint, dash: [3, 2]),
        ]
      }
    case .points:
      return shapes.map { shape in
        let offsets = jittered(shape.cell.values.map { _ in isSplit ? 0.5 : 0 }, width: isSplit ? 1 : 2)
        let sign: Double = isSplit && shape.cell.color == 0 ? -1 : 1
        let middle = place(of: shape.cell).middle
        let places = zip(shape.cell.values, offsets).map { middle + sign * 0.85 * $1 * shape.reach($0) }
        return PointMark(
          x: lies ? shape.cell.values : places, y: lies ? places : shape.cell.values, paints: [shape.cell.paint],
          diameter: Style.point(count: groups.values.count).diameter * 0.7)
      }
    }
  }

  private func subtitle(_ words: GroupedWords) -> String {
    "Density of \(groups.variable.title)" + (words.grouping.isEmpty ? "" : " \(words.grouping)")
      + (groups.scale == .log ? ", per decade" : "") + (isSplit ? ", one half each" : "")
  }

  private var widthCaption: String {
    let widths: String =
      switch widths {
      case .area: "All violins have the same area, but for what is cut off."
      case .count: "Areas are by the number of rows."
      case .width: "All violins are as wide at their widest."
      }
    let inside: String =
      switch inner {
      case .box: "Inside: quartiles, median, whiskers to 1.5 interquartile ranges."
      case .quartiles: "Lines: median, quartiles dashed."
      case .points: "Points: values."
      case .none: ""
      }
    return sentences(widths, inside)
  }
}
