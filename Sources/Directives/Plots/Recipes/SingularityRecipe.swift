internal import Charting
internal import Mixtures
internal import Wording

/// Why the likelihood of a mixture has no maximum: a component that narrows on one value.
struct SingularityRecipe {
  let collapse: Collapse
  let variable: Variable
  /// The number in the file of the row that the component is put on.
  let row: Int
  /// Its least variance, in squared data units; 0 for none.
  let floor: Double
  /// ℓ of the mixture as fitted, on this column.
  let fitted: Double
  /// Columns of the fit.
  let columns: Int
  /// Whether the fit lets components have variances of their own.
  let hasOwnVariances: Bool
  let model: String

  private var name: String { componentName(collapse.component) }
  private var own: Double { collapse.mixture.covariances[collapse.component][0, 0].squareRoot() }
  private var least: Double? { floor > 0 ? floor.squareRoot() : nil }

  func chart() throws -> Chart {
    Chart(
      title: title, subtitle: subtitle, caption: caption, alternativeText: alternativeText, description: description,
      data: data, size: Size(900, 520), x: Axis(variable.title),
      panels: [
        Panel(
          title: "\(name) narrows on \(variable.measured(collapse.place))", x: Axis(variable.title),
          y: Axis("density" + variable.perUnit, reaches: [0]), marks: try spikes),
        Panel(
          title: "its log-likelihood",
          x: Axis("σ of \(name)" + (variable.unit.isEmpty ? "" : " (\(variable.unit))"), scale: .log),
          y: Axis("log-likelihood ℓ (nats)"), marks: slope),
      ], grid: PanelGrid(columns: 2, x: .none, y: .none, weights: [1, 1.2]))
  }

  // MARK: The density

  private static let parts = [1.0, 4, 16]

  private var spikes: [any Mark] {
    get throws {
      let (first, last) = (collapse.values.min() ?? 0, collapse.values.max() ?? 1)
      // Wide enough for the other components beside it, close enough for the spike to have a width.
      let reach = max(6 * own, (last - first) / 6)
      let low = max(collapse.place - reach, min(first, collapse.place - 3 * own))
      let high = min(collapse.place + reach, max(last, collapse.place + 3 * own))
      return try Self.parts.enumerated().map { index, part in
        let deviation = own / part
        let near = (-40...40).map { collapse.place + Double($0) / 10 * deviation }
        let even = (0...300).map { low + (high - low) * Double($0) / 300 }
        let x = (even + near).filter { low...high ~= $0 }.sorted()
        return LineMark(
          x: x, y: try collapse.mixture(deviation: deviation).densities(at: x),
          paint: .ordered(index, of: Self.parts.count), width: Style.line,
          label: Label("σ = \(variable.measured(deviation))", at: .peak))
      }
    }
  }

  // MARK: The log-likelihood

  /// From twice the component's own σ down to where ℓ has long been rising for good.
  private var range: ClosedRange<Double> {
    let top = 2 * own
    var foot = (least.map { min($0, own) } ?? own * 1e-5) / 1000
    if let passing, passing / 30 < foot, passing / 30 > foot * 1e-6 { foot = passing / 30 }
    return foot...top
  }

  private var passing: Double? { collapse.passing(fitted) }

  private func curve(_ range: ClosedRange<Double>) -> (x: [Double], y: [Double]) {
    let (low, high) = (Elementary.log(range.lowerBound), Elementary.log(range.upperBound))
    let x = (0...240).map { Elementary.exp(low + (high - low) * Double($0) / 240) }
    return (x, x.map(collapse.logLikelihood))
  }

  private var slope: [any Mark] {
    let paint = Paint.component(collapse.component)
    let fit = RuleMark(.horizontal, at: fitted, label: Label("as fitted", paint: .muted))
    guard let least, range.contains(least) else {
      let all = curve(range)
      return [fit, LineMark(x: all.x, y: all.y, paint: paint)]
    }
    let (below, above) = (curve(range.lowerBound...least), curve(least...range.upperBound))
    return [
      fit, RuleMark(.vertical, at: least),
      LineMark(x: below.x, y: below.y, paint: paint, dash: [5, 3]), LineMark(x: above.x, y: above.y, paint: paint),
      PointMark(
        x: [least], y: [collapse.logLikelihood(least)], paints: [paint], symbols: [.component(collapse.component)],
        diameter: 7, opacity: 1, rimmed: true,
        label: Label(lines: ["floor: σ ≥ \(number(least))", "ℓ = \(nats(collapse.logLikelihood(least)))"])),
    ]
  }
}

// MARK: Words

extension SingularityRecipe {
  private func nats(_ value: Double) -> String { NumberFormat(.fixed, precision: 1, groups: true).string(value) }
  private func number(_ value: Double) -> String {
    variable.measured(NumberFormat(.general, precision: 2, groups: true).string(value))
  }

  /// `32.2 nats`: what ℓ gains in the end where σ falls to a tenth.
  private var gain: String { "\(nats(Double(collapse.rows) * Elementary.log(10))) nats" }

  private var title: String {
    hasOwnVariances
      ? "The likelihood has no maximum: in the end each tenfold narrowing adds \(gain)"
      : "Were the variance of \(name) its own, the likelihood would have no maximum"
  }

  private var subtitle: String {
    "Component \(name) put on row \(row), \(variable.name) \(variable.measured(collapse.place)), and narrowed; "
      + "the others as fitted"
  }

  private var sharing: String {
    collapse.rows == 1
      ? "No other row has this value" : "\(counted(collapse.rows, "row")) have this value, each adding −log σ"
  }

  private var stop: String {
    guard let least else { return "This fit has no floor: nothing stops it." }
    return
      "The floor adds \(NumberFormat(.general, precision: 2, groups: true).string(floor)) to every variance, so σ stays at or above "
      + "\(number(least)), where ℓ = \(nats(collapse.logLikelihood(least))); dashed: what it forbids."
  }

  private var caption: String {
    sentences(
      sampleSize(collapse.values.count), model + (columns > 1 ? " on \(columns) columns, this one’s marginal." : "."),
      sharing + ".", stop,
      hasOwnVariances ? "" : "This family’s components share their variances, so none can narrow alone.")
  }

  private var alternativeText: String {
    let range = range
    return
      "Line charts: density curves over \(variable.name) with ever narrower spikes, and the log-likelihood over the "
      + "standard deviation of component \(name) from \(number(range.upperBound)) down to \(number(range.lowerBound)), "
      + "log scale, \(counted(collapse.values.count, "row")). \(title)."
  }

  private var description: String {
    let end =
      passing.map { "It passes the log-likelihood as fitted, \(nats(fitted)), at σ = \(number($0))." }
      ?? "The log-likelihood as fitted is \(nats(fitted))."
    return "\(title). \(sharing). \(end) \(stop)"
  }

  private var data: ChartData {
    let range = range
    let (low, high) = (Elementary.log(range.lowerBound), Elementary.log(range.upperBound))
    let steps = (0...12).map { Elementary.exp(high - (high - low) * Double($0) / 12) } + (least.map { [$0] } ?? [])
    let deviations = steps.sorted(by: >)
    return ChartData([
      .init("σ" + (variable.unit.isEmpty ? "" : " (\(variable.unit))"), numbers: deviations),
      .init("ℓ (nats)", numbers: deviations.map(collapse.logLikelihood)),
    ])
  }
}
