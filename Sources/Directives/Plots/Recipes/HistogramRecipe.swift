internal import Charting
internal import Wording

/// A column in bins: counts, or another column summed or averaged, by group, with the column's boxes above.
struct HistogramRecipe {
  enum Mode: String, Sendable, CaseIterable { case stack, overlay, group }
  enum Marginal: String, Sendable, CaseIterable { case none, box, rug }

  let values: [Double]
  let variable: Variable
  /// What is summed or averaged, and its name; `nil` for counts.
  let weights: (values: [Double], variable: Variable)?
  let statistic: Histogram.Statistic
  let norm: Histogram.Norm
  let groups: Groups?
  let mode: Mode
  let marginal: Marginal
  let bins: BinRule
  let range: ClosedRange<Double>?
  /// Values above go into one last bin, labelled with `>`.
  let clip: Double?

  /// - Returns: `nil` when no value is finite.
  func chart() -> Chart? {
    let shown = values.map { value in range.map { $0.contains(value) } ?? true ? value : .nan }
    guard let bins = Bins(for: shown, rule: bins, minimumWidth: minimumWidth(shown), clip: clip) else { return nil }
    let histogram = Histogram(
      shown, weights: weights?.values, groups: groups?.codes, groupCount: groups?.levels.count ?? 1, in: bins,
      statistic: statistic, norm: norm)
    let edges = bins.edges + (bins.clip == nil ? [] : [overflowEnd(bins)])
    var x = Axis(variable.title, range: range.map { $0.lowerBound...max($0.upperBound, edges[edges.count - 1]) })
    if let clip = bins.clip {
      x.overflow = .init(above: clip, at: (edges[edges.count - 2] + edges[edges.count - 1]) / 2)
      x.range = (range?.lowerBound ?? edges[0])...edges[edges.count - 1]
    }
    let bars = Panel(height: .weight(1), y: Axis(heightTitle, reaches: [0]), marks: bars(histogram, edges))
    let words = HistogramWords(recipe: self, histogram: histogram, shown: shown)
    return Chart(
      title: words.title, subtitle: words.subtitle, caption: words.caption, alternativeText: words.alternativeText,
      size: Size(760, marginal == .none ? 460 : 500), x: x, panels: above(shown) + [bars], legend: groups?.legend())
  }

  /// A bin is at least 4 px wide on a panel of about 600.
  private func minimumWidth(_ values: [Double]) -> Double {
    let finite = values.filter(\.isFinite)
    let span = (min(clip ?? .infinity, finite.max() ?? 1)) - (finite.min() ?? 0)
    return max(0, span) * 4 / 600
  }

  /// The overflow bin is drawn as wide as two others, after a gap.
  private func overflowEnd(_ bins: Bins) -> Double { bins.edges[bins.count] + 2 * bins.width }

  private func bars(_ histogram: Histogram, _ edges: [Double]) -> [any Mark] {
    let layers = histogram.values.map { $0.map { $0.isNaN ? 0 : $0 } }
    guard let groups else { return [BarMark(edges: edges, heights: layers[0], paint: .component(0))] }
    switch mode {
    case .stack:
      return stacked(layers).enumerated().map { BarMark(edges: edges, spans: $1, paint: groups.paint($0)) }
    case .overlay:
      return layers.enumerated().map { BarMark(edges: edges, heights: $1, paint: groups.paint($0).opacity(0.5)) }
    case .group:
      let count = Double(layers.count)
      return layers.enumerated().map { level, heights in
        BarMark(
          heights.enumerated().map { bin, height in
            let width = (edges[bin + 1] - edges[bin]) / count
            let left = edges[bin] + Double(level) * width
            return BarMark.Bar(x: left...(left + width), y: 0...max(0, height))
          }, paint: groups.paint(level))
      }
    }
  }

  /// The panel above the bars.
  private func above(_ values: [Double]) -> [Panel] {
    switch marginal {
    case .none: return []
    case .box:
      let levels = groups?.levels ?? [""]
      let boxes = levels.indices.compactMap { level -> BoxMark.Box? in
        let own = groups.map { groups in values.indices.filter { groups.codes[$0] == level }.map { values[$0] } }
        return BoxStatistics(own ?? values).map {
          BoxMark.Box(
            row: Double(level), whiskers: $0.whiskers, quartiles: $0.lowerQuartile...$0.upperQuartile,
            median: $0.median, outliers: $0.outliers, paint: groups?.paint(level) ?? .component(0))
        }
      }
      return [
        Panel(
          height: .fixed(max(28, 18 * Double(levels.count) + 8)), y: Axis(groups?.name ?? "", scale: .ordinal(levels)),
          marks: [BoxMark(boxes)], base: Panel.Base.none)
      ]
    case .rug:
      let segments = values.filter(\.isFinite).map { SegmentMark.Segment(x0: $0, y0: 0, x1: $0, y1: 1) }
      return [
        Panel(
          height: .fixed(14), y: .hidden, marks: [SegmentMark(segments, paint: .component(0).opacity(0.4))],
          base: Panel.Base.none, gap: 8)
      ]
    }
  }

  /// What the height of a bar is; a sum is named as one.
  var heightTitle: String {
    switch (statistic, norm) {
    case (.mean, _): "mean of \(weights?.variable.title ?? variable.title)"
    case (.sum, .none): "sum of \(weights?.variable.title ?? variable.title)"
    case (.count, .none): "count"
    case (_, .density): "density" + variable.perUnit
    case (.sum, .probability): "share of \(weights?.variable.name ?? variable.name)"
    case (.sum, .percent): "percent of \(weights?.variable.name ?? variable.name)"
    case (.count, .probability): "share of rows"
    case (.count, .percent): "percent of rows"
    }
  }
}

/// The sentences of a histogram's figure, made from its numbers.
private struct HistogramWords {
  let recipe: HistogramRecipe
  let histogram: Histogram
  let shown: [Double]

  private var bins: Bins { histogram.bins }
  private var variable: Variable { recipe.variable }
  private var totals: [Double] {
    histogram.values.dropFirst().reduce(histogram.values[0]) { zip($0, $1).map { $0 + ($1.isNaN ? 0 : $1) } }
  }

  /// The bin that stands highest.
  private var peak: (from: Double, to: Double) {
    let own = totals.prefix(bins.count)
    let place = own.indices.max { own[$0] < own[$1] } ?? 0
    return (bins.edges[place], bins.edges[place + 1])
  }

  var title: String {
    let what = recipe.statistic == .count ? variable.name : recipe.heightTitle.prefix { $0 != "(" }.trimmedEnd
    return "\(what) is highest between \(variable.written(peak.from)) and \(variable.measured(peak.to))".sentenceCased
  }

  var subtitle: String {
    let how = recipe.groups.map { groups in
      ", \(recipe.mode == .stack ? "stacked" : recipe.mode == .group ? "side by side" : "overlaid") by \(groups.name)"
    }
    return "\(recipe.heightTitle) per bin of \(variable.name)".sentenceCased + (how ?? "")
  }

  var caption: String {
    let n = shown.count { $0.isFinite }
    let steps =
      bins.granulesPerBin.map { $0 == 1 ? " (the data’s resolution)" : " (\($0) × the data’s resolution)" } ?? ""
    let over = bins.clip.map { clip in
      let beyond = shown.filter { $0 > clip }
      return
        "Last bin: \(counted(beyond.count, "value")) above \(variable.measured(clip)), up to \(variable.written(beyond.max() ?? clip))."
    }
    let left = recipe.values.count { $0.isFinite } - n
    return sentences(
      "n = \(NumberFormat.count.string(Double(n))).",
      "Bin \(variable.measured(bins.width))\(steps)\(steps.isEmpty ? "" : ", edges between recorded values").",
      over ?? "",
      left > 0 ? "\(counted(left, "value")) outside the axis not shown." : "",
      recipe.marginal == .box ? "Boxes: quartiles; whiskers to 1.5 interquartile ranges." : "")
  }

  var alternativeText: String {
    let finite = shown.filter(\.isFinite)
    let range = variable.span((finite.min() ?? 0)...(finite.max() ?? 0))
    let groups = recipe.groups.map { groups in
      " By \(groups.name): \(joined(groups.levels.indices.map { "\(groups.levels[$0]) (\(groups.count($0)))" }))."
    }
    return
      "Histogram of \(variable.name), \(range), \(counted(finite.count, "value")); bars show \(recipe.heightTitle). "
      + "\(title).\(groups ?? "")\(recipe.marginal == .box ? " Box plots of the same column above." : "")"
  }
}

extension Substring {
  fileprivate var trimmedEnd: String {
    var text = self
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
