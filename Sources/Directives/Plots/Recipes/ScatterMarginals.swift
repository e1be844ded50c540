internal import Charting

/// What stands above and beside the points of a scatter plot: each axis' own distribution.
struct ScatterMarginals {
  let recipe: ScatterRecipe

  /// In CSS pixels.
  private static let histogram = 64.0
  private static let rug = 14.0
  private static let gap = 8.0

  private var look: ScatterLook { recipe.look }
  private var isAbove: Bool { look.marginalX != .none }
  private var isBeside: Bool { look.marginalY != .none }

  var size: Size {
    var size = Size.scatterChart
    if look.marginalX == .histogram { size.height += 40 }
    return size
  }

  /// The points below and left, what is above them in the first row, what is beside them in the second column.
  var grid: PanelGrid {
    guard isBeside else { return .stack }
    let share = look.marginalY == .histogram ? 0.15 : 0.035
    return PanelGrid(columns: 2, x: .lines, y: .lines, weights: [1 - share, share])
  }

  func panels(beside panels: [Panel], x: Axis, y: Axis) -> [Panel] {
    guard var main = panels.first, isAbove || isBeside else { return panels }
    var result: [Panel] = []
    if isAbove {
      let isRug = look.marginalX == .rug
      var panel = Panel(
        height: .fixed(isRug ? Self.rug : Self.histogram), y: isRug ? .hidden : Axis(reaches: [0], ticks: []),
        marks: isRug ? [rug(recipe.cloud.x, upright: true)] : bars(recipe.cloud.x, isLogarithmic: recipe.plot.logX),
        grid: Panel.Grid(), base: isRug ? Panel.Base.none : .line)
      panel.place = .init(row: 0, column: 0)
      result.append(panel)
    }
    main.place = .init(row: isAbove ? 1 : 0, column: 0)
    result.append(main)
    if isBeside {
      let isRug = look.marginalY == .rug
      result.append(
        Panel(
          x: isRug ? .hidden : Axis(reaches: [0], ticks: []), y: y,
          marks: isRug
            ? [rug(recipe.cloud.y, upright: false)] : lyingBars(recipe.cloud.y, isLogarithmic: recipe.plot.logY),
          grid: Panel.Grid(), base: Panel.Base.none, gap: main.gap, place: .init(row: isAbove ? 1 : 0, column: 1)))
    }
    return result
  }

  // MARK: Marks

  private func rug(_ values: [Double], upright: Bool) -> SegmentMark {
    let segments = Set(values).sorted().map { value in
      upright
        ? SegmentMark.Segment(x0: value, y0: 0, x1: value, y1: 1)
        : SegmentMark.Segment(x0: 0, y0: value, x1: 1, y1: value)
    }
    return SegmentMark(segments, paint: .muted.opacity(0.5), width: 0.8)
  }

  private func binned(_ values: [Double], isLogarithmic: Bool) -> Histogram? {
    let places = isLogarithmic ? values.map(Scale.log.place) : values
    let least = max(0, (places.max() ?? 0) - (places.min() ?? 0)) * 4 / 500
    guard
      let bins = isLogarithmic
        ? Bins(logarithmic: values, minimumWidth: least) : Bins(for: values, minimumWidth: least)
    else { return nil }
    return Histogram(
      values, groups: recipe.groups?.codes, groupCount: recipe.groups?.levels.count ?? 1, in: bins)
  }

  private var paints: [Paint] {
    recipe.groups.map { groups in groups.levels.indices.map { groups.paint($0) } } ?? [.component(0)]
  }

  private func bars(_ values: [Double], isLogarithmic: Bool) -> [any Mark] {
    binned(values, isLogarithmic: isLogarithmic)?.bars(.stack, paints: paints) ?? []
  }

  /// Bars that reach to the right, with a thin gap between bins.
  private func lyingBars(_ values: [Double], isLogarithmic: Bool) -> [any Mark] {
    guard let histogram = binned(values, isLogarithmic: isLogarithmic) else { return [] }
    let scale: Scale = isLogarithmic ? .log : .linear
    let edges = histogram.bins.edges.map(scale.place)
    return zip(stacked(histogram.values), paints).flatMap { layer, paint in
      zip(zip(edges, edges.dropFirst()), layer).filter { $1.upperBound > $1.lowerBound }.map { ends, bar in
        let gap = (ends.1 - ends.0) * 0.03
        return RectMark(
          x: bar, y: scale.value(at: ends.0 + gap)...scale.value(at: ends.1 - gap), paint: paint)
      }
    }
  }
}
