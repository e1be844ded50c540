internal import Charting
internal import Wording

/// A column in bins: counts, or another column summed or averaged, by group, with the column's boxes above.
struct HistogramRecipe {
  enum Marginal: String, Sendable, CaseIterable { case none, box, rug }

  let values: [Double]
  let variable: Variable
  /// What is summed or averaged, and its name; `nil` for counts.
  let weights: (values: [Double], variable: Variable)?
  let statistic: Histogram.Statistic
  let norm: Histogram.Norm
  let groups: Groups?
  let mode: BarMode
  let marginal: Marginal
  let bins: BinRule
  let range: ClosedRange<Double>?
  /// Values above go into one last bin, labelled with `>`.
  let clip: Double?

  /// - Returns: `nil` when no value is finite and within the axis.
  func chart() -> Chart? {
    let shown = values.map { value in range.map { $0.contains(value) } ?? true ? value : .nan }
    guard let bins = Bins(for: shown, rule: bins, minimumWidth: minimumWidth(shown), clip: clip) else { return nil }
    let histogram = Histogram(
      shown, weights: weights?.values, groups: groups?.codes, groupCount: groups?.levels.count ?? 1, in: bins,
      statistic: statistic, norm: norm)
    let paints = groups.map { groups in groups.levels.indices.map(groups.paint) } ?? [.component(0)]
    let bars = Panel(y: Axis(heightTitle, reaches: [0]), marks: histogram.bars(mode, paints: paints))
    let words = HistogramWords(recipe: self, histogram: histogram, shown: shown)
    return Chart(
      title: words.title, subtitle: words.subtitle, caption: words.caption, alternativeText: words.alternativeText,
      size: Size(760, marginal == .none ? 460 : 500),
      x: Axis(variable.title, range: bins.drawnRange ?? range.map { reaching($0, bins) }, overflow: bins.overflow),
      panels: above(shown) + [bars], legend: groups?.legend())
  }

  /// The range, lengthened to the ends of the bins.
  private func reaching(_ range: ClosedRange<Double>, _ bins: Bins) -> ClosedRange<Double> {
    min(range.lowerBound, bins.edges[0])...max(range.upperBound, bins.edges[bins.count])
  }

  /// A bin is at least 4 px wide on a panel of about 600.
  private func minimumWidth(_ values: [Double]) -> Double {
    let finite = values.filter(\.isFinite)
    let span = (min(clip ?? .infinity, finite.max() ?? 1)) - (finite.min() ?? 0)
    return max(0, span) * 4 / 600
  }

  /// The panel above the bars.
  private func above(_ values: [Double]) -> [Panel] {
    switch marginal {
    case .none: return []
    case .box:
      guard let groups else {
        let box = BoxStatistics(values).map { BoxMark.Box(row: 0.5, $0, paint: .component(0)) }
        return [
          Panel(height: .fixed(28), y: .hidden, marks: [BoxMark(box.map { [$0] } ?? [])], base: Panel.Base.none)
        ]
      }
      let boxes = groups.levels.indices.compactMap { level in
        BoxStatistics(values.indices.filter { groups.codes[$0] == level }.map { values[$0] }).map {
          BoxMark.Box(row: Double(level), $0, paint: groups.paint(level))
        }
      }
      return [
        Panel(
          height: .fixed(18 * Double(groups.levels.count) + 8), y: Axis(groups.name, scale: .ordinal(groups.levels)),
          marks: [BoxMark(boxes)], base: Panel.Base.none)
      ]
    case .rug:
      let drawn = values.filter { $0.isFinite && $0 <= clip ?? .infinity }
      let segments = drawn.map { SegmentMark.Segment(x0: $0, y0: 0, x1: $0, y1: 1) }
      return [
        Panel(
          height: .fixed(14), y: .hidden, marks: [SegmentMark(segments, paint: .muted.opacity(0.5))],
          base: Panel.Base.none, gap: 8)
      ]
    }
  }

  /// What the height of a bar is; a sum is named as one.
  var heightTitle: String {
    let weighed = weights?.variable ?? variable
    return switch (statistic, norm) {
    case (.mean, _): "mean of \(weighed.title)"
    case (.sum, .none): "sum of \(weighed.title)"
    case (.count, .none): "count"
    case (_, .density): "density" + variable.perUnit
    case (.sum, .probability): "share of \(weighed.name)"
    case (.sum, .percent): "percent of \(weighed.name)"
    case (.count, .probability): "share of rows"
    case (.count, .percent): "percent of rows"
    }
  }
}
