internal import Charting
internal import Mixtures
internal import Wording

/// The log-likelihood along one parameter with the lower bounds that EM puts under it: each touches it where EM stands
/// and peaks where EM goes next (Bishop, *Pattern Recognition and Machine Learning*, 2006, figure 9.14).
struct BoundsRecipe {
  let slice: LikelihoodSlice
  let parameter: SliceParameter
  /// The places of EM along it, at least two.
  let path: [LikelihoodSlice.Place]
  let count: Int
  /// `K = 2, full covariance`
  let model: String

  /// Bounds drawn.
  private static let most = 3
  private static let nodes = 241

  /// Where bounds are drawn: the first places of EM, each with one after it.
  private var touching: [LikelihoodSlice.Place] { Array(path.dropLast().prefix(Self.most)) }
  private var last: LikelihoodSlice.Place { path[path.count - 1] }

  func chart() -> Chart {
    let range = range
    let x = Self.places(range)
    let level = x.map { slice.logLikelihood(at: [$0]) }
    let peak = max(last.logLikelihood, level.max() ?? last.logLikelihood)
    let foot = path[0].logLikelihood
    let depth = max(peak - foot, 1e-9)
    let bottom = -1.55 * depth
    var marks: [any Mark] = []
    for (t, place) in touching.enumerated() {
      let paint = Paint.ordered(t + 1, of: Self.most + 1)
      let bound = slice.lowerBound(touchingAt: place.values, at: x.map { [$0] })
      // What falls out of the panel goes on for no more than a little.
      let shown = bound.map { $0 - peak > bottom - 0.2 * depth ? $0 - peak : .nan }
      marks.append(
        RuleMark(
          .vertical, at: place.values[0], span: bottom...place.logLikelihood - peak, paint: paint,
          width: Style.secondaryLine, dash: [2, 3]))
      marks.append(LineMark(x: x, y: shown, paint: paint, width: 1.8))
    }
    marks.append(
      LineMark(x: x, y: level.map { $0 - peak }, paint: .ink, width: Style.sumLine, label: Label("ℓ", at: .anywhere)))
    for (t, place) in touching.enumerated() {
      marks.append(
        PointMark(
          x: place.values, y: [place.logLikelihood - peak], paints: [.ordered(t + 1, of: Self.most + 1)], diameter: 9,
          opacity: 1, rimmed: true, label: Label("bound \(t + 1)")))
    }
    return Chart(
      title: title, subtitle: subtitle, caption: caption(peak),
      alternativeText: alternativeText(range), description: description,
      data: data, size: Size(760, 500), x: Axis(parameter.title, range: range),
      panels: [
        Panel(y: Axis("ℓ less its maximum here (nats)", range: bottom...0.12 * depth), marks: marks, grid: .horizontal)
      ])
  }

  private static func places(_ range: ClosedRange<Double>) -> [Double] {
    (0..<nodes).map { range.lowerBound + (range.upperBound - range.lowerBound) * Double($0) / Double(nodes - 1) }
  }

  /// The way of EM and some of what lies beyond its ends; nothing a parameter cannot be.
  private var range: ClosedRange<Double> {
    let values = path.map { $0.values[0] }
    let (low, high) = (values.min() ?? 0, values.max() ?? 1)
    let margin = max(high - low, 1e-6 * max(abs(low), abs(high)), parameter.scale * 0.05)
    let goesDown = last.values[0] < path[0].values[0]
    var range = low - margin * (goesDown ? 0.7 : 0.2)...high + margin * (goesDown ? 0.2 : 0.7)
    switch parameter.parameter {
    case .mean: break
    case .deviation: range = max(range.lowerBound, low / 4)...range.upperBound
    case .weight: range = max(range.lowerBound, low / 4)...min(range.upperBound, (3 + high) / 4)
    }
    return range
  }

  // MARK: Words

  private var stops: [String] {
    let values = path.map { $0.values[0] }
    let span = abs((values.last ?? 0) - values[0])
    return Variable.written(values, spread: span / 10)
  }

  private var title: String {
    let texts = stops.prefix(touching.count + 1)
    return texts.count == 2
      ? "The bound touches ℓ at \(texts[0]) and peaks at \(parameter.variable.measured(texts[1]))"
      : "Each bound peaks where the next one touches ℓ: \(parameter.variable.measured(texts.joined(separator: ", ")))"
  }

  private var subtitle: String {
    "Log-likelihood ℓ over the \(parameter.name), all else as fitted, and EM’s lower bounds on it"
  }

  private func caption(_ peak: Double) -> String {
    let value = NumberFormat(.fixed, precision: 2, groups: true).string(peak)
    return sentences(
      "\(model), \(sampleSize(count))", "Maximum here: ℓ = \(value) nats.",
      "Bound t: Σ r log(π N / r) with the responsibilities r of its dot. EM moves this parameter alone.")
  }

  private func alternativeText(_ range: ClosedRange<Double>) -> String {
    "Line chart of the log-likelihood over the \(parameter.name), "
      + "\(parameter.variable.span([range.lowerBound, range.upperBound])), with \(counted(touching.count, "lower bound")) "
      + "under it. \(title)."
  }

  private var description: String {
    let format = NumberFormat(.fixed, precision: 3, groups: true)
    let texts = stops
    return "EM takes \(counted(path.count - 1, "step")) from \(parameter.variable.measured(texts[0])) to "
      + "\(parameter.variable.measured(texts[texts.count - 1])); ℓ goes from \(format.string(path[0].logLikelihood)) to "
      + "\(format.string(path[path.count - 1].logLikelihood)) nats."
  }

  private var data: ChartData {
    let shown = Array(path.prefix(40))
    return ChartData([
      .init("step", numbers: shown.indices.map { Double($0) }),
      .init(parameter.title, numbers: shown.map { $0.values[0] }),
      .init("ℓ (nats)", numbers: shown.map(\.logLikelihood)),
    ])
  }
}
