internal import Charting
internal import Mixtures
internal import Wording

/// A one-dimensional mixture: the histogram beneath, the weighted components, their sum, and who answers for what.
struct MixtureRecipe {
  /// One-dimensional.
  let mixture: GaussianMixture
  /// The values behind the histogram; empty for a mixture that was stated rather than fitted.
  let values: [Double]
  let variable: Variable
  /// How the mixture came about, for the caption; empty for a stated one.
  let origin: String
  let bins: BinRule
  let range: ClosedRange<Double>?

  func chart() throws -> Chart {
    let x = places
    let curves = try (0..<mixture.components).map { k in
      try component(k).densities(at: x).map { $0 * mixture.weights[k] }
    }
    let sum = x.indices.map { i in curves.reduce(0) { $0 + $1[i] } }
    let bins = values.isEmpty ? nil : Bins(for: values, rule: bins)
    var marks: [any Mark] = bins.map { [histogram($0)] } ?? []
    for (k, curve) in curves.enumerated() {
      marks.append(AreaMark(x: x, upper: curve, paint: .component(k).opacity(Style.areaOpacity)))
      marks.append(try centre(k))
    }
    if isMixture {
      for (k, curve) in curves.enumerated() {
        marks.append(LineMark(x: x, y: curve, paint: .component(k), label: Label(lines: name(k), at: .peak)))
      }
    }
    let label = isMixture ? Label("mixture", paint: .ink, at: .valley) : Label(lines: name(0), at: .peak)
    marks.append(LineMark(x: x, y: sum, paint: isMixture ? .ink : .component(0), width: Style.sumLine, label: label))
    var panels = [Panel(y: Axis("density" + variable.perUnit, reaches: [0]), marks: marks)]
    if isMixture { panels.append(strip(curves: curves, sum: sum, from: x)) }
    let words = MixtureWords(recipe: self, bins: bins, peaks: Self.peaks(of: sum, at: x), shown: x[0]...x[x.count - 1])
    return Chart(
      title: words.title, subtitle: words.subtitle, caption: words.caption, alternativeText: words.alternativeText,
      x: Axis(variable.title, range: x[0]...x[x.count - 1]), panels: panels)
  }

  var isMixture: Bool { mixture.components > 1 }
  func mean(_ k: Int) -> Double { mixture.means[k, 0] }
  func deviation(_ k: Int) -> Double { mixture.covariances[k][0, 0].squareRoot() }

  /// What stands beside the curve of component `k`, one string a line.
  func name(_ k: Int) -> [String] {
    let moments = "μ = \(variable.written(mean(k)))   σ = \(NumberFormat.significant(3).string(deviation(k)))"
    guard isMixture else { return [moments] }
    return ["\(componentName(k))   π = \(NumberFormat.fixed(2).string(mixture.weights[k]))", moments]
  }

  /// 512 places that hold the data and 3.5 standard deviations about every mean.
  private var places: [Double] {
    let reaches = (0..<mixture.components).map { (mean($0) - 3.5 * deviation($0), mean($0) + 3.5 * deviation($0)) }
    let low = min(values.min() ?? .infinity, reaches.map(\.0).min() ?? 0)
    let high = max(values.max() ?? -.infinity, reaches.map(\.1).max() ?? 1)
    let ends = range ?? low...high
    return (0..<512).map { ends.lowerBound + (ends.upperBound - ends.lowerBound) * Double($0) / 511 }
  }

  private func component(_ k: Int) throws -> GaussianMixture {
    try GaussianMixture(
      weights: [1], means: Matrix(rows: 1, columns: 1, values: [mean(k)]), covariances: [mixture.covariances[k]])
  }

  private func histogram(_ bins: Bins) -> any Mark {
    BarMark(edges: bins.edges, heights: Histogram(values, in: bins, norm: .density).values[0])
  }

  /// A dashed line from the axis to the mixture's density at the mean of component `k`.
  private func centre(_ k: Int) throws -> any Mark {
    let height = try mixture.densities(at: [mean(k)])[0]
    return RuleMark(.vertical, at: mean(k), span: 0...height, paint: .component(k), width: Style.secondaryLine)
  }

  /// The colours of the components, mixed by their responsibilities along the axis.
  private func strip(curves: [[Double]], sum: [Double], from x: [Double]) -> Panel {
    let paints = x.indices.map { i in
      Paint.blend(curves.map { sum[i] > 0 ? $0[i] / sum[i] : 1 / Double(curves.count) })
    }
    let raster = RasterMark(x: x[0]...x[x.count - 1], columns: x.count, paints: paints, smooth: true)
    return Panel(height: .fixed(14), y: .hidden, marks: [raster], gap: 10)
  }

  /// The local maxima of a curve, from left to right.
  private static func peaks(of curve: [Double], at x: [Double]) -> [Double] {
    curve.indices.dropFirst().dropLast().filter { curve[$0] > curve[$0 - 1] && curve[$0] >= curve[$0 + 1] }.map {
      x[$0]
    }
  }
}

/// The sentences of a mixture's figure, made from its numbers.
private struct MixtureWords {
  let recipe: MixtureRecipe
  let bins: Bins?
  let peaks: [Double]
  let shown: ClosedRange<Double>

  private var variable: Variable { recipe.variable }

  var title: String {
    let places = peaks.map(variable.written)
    guard recipe.isMixture else { return "A Gaussian centred at \(variable.written(recipe.mean(0)))" }
    if places.count == 1 {
      return "\(capitalizedCount(recipe.mixture.components)) components, one peak near \(places[0])"
    }
    return "\(capitalizedCount(places.count)) peaks near \(joined(places))"
  }

  var subtitle: String {
    let parts = recipe.isMixture ? "mixture and its weighted components" : "density"
    guard let bins else { return "Stated \(parts)" }
    return "Histogram as density (bin \(variable.measured(bins.width))), fitted \(parts)"
  }

  var caption: String {
    let count = recipe.values.count
    return sentences(
      count == 0 ? "" : "n = \(NumberFormat.count.string(Double(count))).", recipe.origin,
      recipe.isMixture ? "Strip: responsibilities, as mixed colours." : "")
  }

  var alternativeText: String {
    let kind = bins == nil ? "Density curve" : "Histogram with fitted density"
    let count = recipe.values.isEmpty ? "" : ", \(counted(recipe.values.count, "value"))"
    let parts = (0..<recipe.mixture.components).map { k in
      let share = NumberFormat(.percent).string(recipe.mixture.weights[k])
      let moments =
        "mean \(variable.written(recipe.mean(k))) and standard deviation "
        + NumberFormat.significant(3).string(recipe.deviation(k))
      return recipe.isMixture ? "component \(componentName(k)) holds \(share) with \(moments)" : "it has \(moments)"
    }
    return "\(kind) of \(variable.name), \(variable.span(shown))\(count). \(title): \(joined(parts))."
  }
}
