internal import Charting
internal import Wording

/// A column in bins: counts, or another column summed, averaged or bounded, by group, with the column's boxes above.
struct HistogramRecipe {
  /// Of the rows drawn, as all that follow.
  let values: [Double]
  let variable: Variable
  /// What is summed, averaged or bounded; `nil` for counts.
  let weights: [Double]?
  let weighed: Variable?
  let groups: Groups?
  let facets: Facets
  /// Rows of the table without a place on the axes, and those beyond the part that is shown.
  let leftOut: Int
  let outside: Int
  let look: HistogramLook
  let plot: TablePlot
  let bins: BinRule
  /// Values above go into one last bin, labelled with `>`.
  let clip: Double?

  /// - Returns: `nil` when no value is finite and within the axis.
  func chart() -> Chart? {
    guard let bins = made else { return nil }
    let cells = facets.cells.map { histogram(of: $0.rows, in: bins) }
    let words = HistogramWords(recipe: self, bins: bins, cells: cells)
    let table = HistogramTable(recipe: self, bins: bins, cells: cells)
    var next = cells.makeIterator()
    let panels = facets.panels { _ in
      let cell = next.next()
      return Panel(y: heightAxis(cells, own: cell), marks: cell.map(marks) ?? [])
    }
    let marginal = HistogramMarginal(recipe: self, bins: bins)
    let x = Axis(
      variable.title, scale: plot.logX ? .log : .linear,
      range: bins.drawnRange ?? plot.rangeX.map { reaching($0, bins) }, overflow: bins.overflow)
    return Chart(
      title: words.title, subtitle: words.subtitle, caption: words.caption, alternativeText: words.alternativeText,
      description: words.description, data: table.data,
      size: facets.size(Size(760, look.marginal == .none ? 460 : 520)), x: x, panels: marginal.panels + panels,
      grid: facets.areUsed ? facets.grid : .stack,
      legend: groups.flatMap { $0.name == facets.names ? nil : $0.legend() })
  }

  /// Why the bars have no place on a logarithmic axis; `nil` when they have.
  var reasonAgainstLogarithm: String? {
    guard let bins = made, let least = facets.cells.map({ histogram(of: $0.rows, in: bins).least }).min() else {
      return nil
    }
    return least < 0 ? "bars below 0 have no place on a logarithmic axis" : nil
  }

  private var made: Bins? {
    plot.logX
      ? Bins(logarithmic: values, rule: bins, minimumWidth: minimumWidth(values.map { Scale.log.place($0) }))
      : Bins(for: values, rule: bins, minimumWidth: minimumWidth(values), clip: clip)
  }

  /// The bars of these rows, by group.
  private func histogram(of rows: [Int], in bins: Bins) -> Histogram {
    Histogram(
      rows.map { values[$0] }, weights: weights.map { weights in rows.map { weights[$0] } },
      groups: groups.map { groups in rows.map { groups.codes[$0] } }, groupCount: groups?.levels.count ?? 1, in: bins,
      statistic: look.statistic, norm: look.norm, cumulative: look.isCumulative)
  }

  private func marks(of histogram: Histogram) -> [any Mark] {
    let paints = groups.map { groups in groups.levels.indices.map(groups.paint) } ?? [.component(0)]
    let bars = histogram.bars(look.mode, paints: paints.map { $0.opacity(plot.opacity ?? 1) })
    guard look.mode == .overlay, paints.count > 1 else { return bars }
    // Where translucent bars lie on each other, their outlines still tell which is which.
    let edges = histogram.bins.drawnEdges
    return bars
      + zip(histogram.values, paints).map { heights, paint in
        LineMark(
          x: [edges[0]] + zip(edges, edges.dropFirst()).flatMap { [$0, $1] } + [edges[edges.count - 1]],
          y: [baseline(histogram)] + heights.flatMap { [$0, $0] }.map { max($0, baseline(histogram)) }
            + [baseline(histogram)], paint: paint, width: 1.4)
      }
  }

  // MARK: Axes

  private func heightAxis(_ all: [Histogram], own: Histogram?) -> Axis {
    guard plot.logY else { return Axis(heightTitle, reaches: [0]) }
    let shown = facets.grid.y == .all ? all : [own].compactMap(\.self)
    let foot = shown.map(baseline).min() ?? 0.5
    let top = shown.flatMap(\.values).joined().filter(\.isFinite).max() ?? 1
    return Axis(heightTitle, scale: .log, range: foot...max(foot * 10, top * 1.2))
  }

  /// What bars stand on: 0, or half of the lowest bar on a logarithmic axis, which has no 0.
  func baseline(_ histogram: Histogram) -> Double {
    guard plot.logY else { return 0 }
    return (histogram.values.joined().filter { $0 > 0 && $0.isFinite }.min() ?? 1) / 2
  }

  /// The range, lengthened to the ends of the bins.
  private func reaching(_ range: ClosedRange<Double>, _ bins: Bins) -> ClosedRange<Double> {
    min(range.lowerBound, bins.edges[0])...max(range.upperBound, bins.edges[bins.count])
  }

  /// A bar is at least 4 px wide on a panel of about 600, or 250 beside others; side by side, 2.
  private func minimumWidth(_ places: [Double]) -> Double {
    let finite = places.filter(\.isFinite)
    let span = (min(clip ?? .infinity, finite.max() ?? 1)) - (finite.min() ?? 0)
    let pixels = look.mode == .group ? max(4, 2 * Double(groups?.levels.count ?? 1)) : 4
    return max(0, span) * pixels / (facets.areUsed ? 250 : 600)
  }

  /// What the height of a bar is; a sum is named as one.
  var heightTitle: String {
    let weighed = weighed ?? variable
    let title =
      switch (look.statistic, look.norm) {
      case (.mean, _): "mean of \(weighed.title)"
      case (.min, _): "smallest \(weighed.title)"
      case (.max, _): "largest \(weighed.title)"
      case (.sum, .none): "sum of \(weighed.title)"
      case (.count, .none): "count"
      case (_, .density): "density" + variable.perUnit
      case (.sum, .probability): "share of \(weighed.name)"
      case (.sum, .percent): "percent of \(weighed.name)"
      case (.count, .probability): "share of rows"
      case (.count, .percent): "percent of rows"
      }
    return look.isCumulative ? "cumulative \(title)" : title
  }
}

extension Histogram {
  /// The lowest bar; 0 without any.
  fileprivate var least: Double { values.joined().filter(\.isFinite).min() ?? 0 }
}
