internal import Charting
internal import Mixtures
internal import Wording

/// A one-dimensional mixture: the histogram beneath, the weighted components, their sum, and who answers for what.
struct MixtureRecipe {
  /// One-dimensional.
  let mixture: GaussianMixture
  /// The values behind the histogram; empty for a mixture that was not fitted to any.
  let values: [Double]
  let variable: Variable
  /// How the mixture came about, for the caption; empty for a stated one.
  let origin: String
  /// `nil` takes the width that suits the mixture's density.
  let bins: BinRule?
  let range: ClosedRange<Double>?
  /// The part of the densities shown; `nil` for all that matters.
  var rangeY: ClosedRange<Double>?

  /// Of more components the curves carry only their letters; the numbers stand in a legend.
  private static let mostNamed = 4

  func chart() throws -> Chart {
    let curves = try MixtureCurves(mixture, of: values, over: range)
    let shown = range ?? curves.support
    let drawn = curves.within(shown)
    let bins = values.isEmpty ? nil : Bins(for: values, rule: self.bins ?? curves.binRule(count: values.count))
    let heights = bins.map { Histogram(values, in: $0, norm: .density).values[0] } ?? []
    let names = names(shown)
    var marks: [any Mark] = bins.map { [BarMark(edges: $0.edges, heights: heights)] } ?? []
    for (k, curve) in drawn.parts.enumerated() {
      marks.append(AreaMark(x: drawn.x, upper: curve, paint: .component(k).opacity(Style.areaOpacity)))
    }
    for (k, curve) in drawn.parts.enumerated() where shown.contains(mean(k)) {
      let height = isMixture ? try mixture.densities(at: [mean(k)])[0] : curve.max() ?? 0
      marks.append(
        RuleMark(.vertical, at: mean(k), span: 0...height, paint: .component(k), width: Style.secondaryLine))
    }
    if isMixture {
      for (k, curve) in drawn.parts.enumerated() {
        marks.append(LineMark(x: drawn.x, y: curve, paint: .component(k), label: Label(lines: names[k], at: .peak)))
      }
    }
    let own = isMixture ? Label("mixture", paint: .ink, at: .valley) : Label(lines: names[0], at: .peak)
    marks.append(
      LineMark(
        x: drawn.x, y: drawn.sum, paint: isMixture ? .ink : .component(0), width: Style.sumLine,
        label: legend == nil ? own : nil))
    let cut = rangeY == nil ? cut(drawn, heights) : nil
    let y = Axis("density" + variable.perUnit, range: rangeY ?? cut.map { 0...$0.top }, reaches: [0])
    var panels = [Panel(y: y, marks: marks)]
    if isMixture { panels.append(try strip(over: shown)) }
    let words = MixtureWords(
      recipe: self, binWidth: bins?.width, peaks: curves.peaks.filter { shown.contains($0.place) }, shown: shown,
      cut: cut?.components ?? [])
    return Chart(
      title: words.title, subtitle: words.subtitle, caption: words.caption, alternativeText: words.alternativeText,
      description: words.description, data: words.data,
      size: mixture.components > Self.mostNamed ? Size(760, 500) : .standardChart,
      x: Axis(variable.title, range: shown), panels: panels, legend: legend)
  }

  /// Components so narrow that their peaks would flatten the bars and all other curves, and the height the panel ends
  /// at without them.
  private func cut(_ curves: MixtureCurves, _ heights: [Double]) -> (components: [Int], top: Double)? {
    guard let bars = heights.max(), bars > 0 else { return nil }
    let tops = curves.parts.map { $0.max() ?? 0 }
    let high = tops.indices.filter { tops[$0] > 3 * bars }
    guard !high.isEmpty else { return nil }
    let others = tops.indices.filter { !high.contains($0) }.map { tops[$0] }
    return (high, 1.3 * max(bars, others.max() ?? 0))
  }

  private var legend: Legend? {
    guard mixture.components > Self.mostNamed else { return nil }
    return Legend(
      entries: mixture.weights.indices.map { k in
        Legend.Entry(
          componentName(k),
          note: "π = \(NumberFormat.fixed(2).string(mixture.weights[k]))   μ = \(means[k])   σ = \(deviations[k])",
          paint: .component(k), swatch: .line())
      } + [Legend.Entry("mixture", paint: .ink, swatch: .line())])
  }

  var isMixture: Bool { mixture.components > 1 }
  func mean(_ k: Int) -> Double { mixture.means[k, 0] }

  var means: [String] { Variable.written(mixture.means[column: 0], spread: leastDeviation) }
  var deviations: [String] { Variable.written(mixture.covariances.map { $0[0, 0].squareRoot() }) }
  private var leastDeviation: Double? { mixture.covariances.map { $0[0, 0].squareRoot() }.min() }

  /// What stands beside the curve of each component, one string a line; only its name when its mean is not shown.
  private func names(_ shown: ClosedRange<Double>) -> [[String]] {
    zip(means, deviations).enumerated().map { k, moments in
      let line = "μ = \(moments.0)   σ = \(moments.1)"
      guard isMixture else { return [line] }
      guard shown.contains(mean(k)), mixture.components <= Self.mostNamed else { return [componentName(k)] }
      return ["\(componentName(k))   π = \(NumberFormat.fixed(2).string(mixture.weights[k]))", line]
    }
  }

  /// The most responsible component along the axis, fading where components share.
  private func strip(over range: ClosedRange<Double>) throws -> Panel {
    let count = 512
    let step = (range.upperBound - range.lowerBound) / Double(count)
    let places = (0..<count).map { range.lowerBound + (Double($0) + 0.5) * step }
    let responsibilities = mixture.responsibilities(try Samples(values: places, dimension: 1))
    let paints = places.indices.map { i in
      let parts = responsibilities[row: i]
      return Paint.blend(Array(parts)).opacity(max(0.12, 2 * (parts.max() ?? 1) - 1))
    }
    let raster = RasterMark(x: range, columns: count, paints: paints, smooth: true)
    return Panel(height: .fixed(14), y: .hidden, marks: [raster], gap: 10)
  }
}
