internal import Charting
internal import Mixtures
internal import Wording

/// The lower bound and what it lacks to the log-likelihood after every half step of EM, above how much each half step
/// raises the bound.
struct HalfStepsRecipe {
  /// One an iteration shown, ascending.
  let steps: [HalfStep]
  /// ℓ after every iteration, from the start.
  let trace: [Double]
  let count: Int
  /// `K = 2, full covariance`
  let model: String
  /// Whether a floor under the variances may let ℓ fall.
  let floored: Bool

  /// The iterations drawn when none are named: from the first whose gap shows beside all that is still to climb.
  static func telling(_ fit: EMFit) -> [Int] {
    let most = 6
    let end = fit.logLikelihood
    let first = (1...max(1, fit.iterations)).prefix(12).first { t in
      let step = fit.halfStep(from: t - 1)
      return step.divergence >= 0.06 * (end - step.logLikelihood)
    }
    let start = max(1, min(first ?? 1, fit.iterations - 2))
    return Array(start...max(start, min(start + most - 1, fit.iterations)))
  }

  private static let bound = Paint.axis
  private static let gap = Paint.diverging(1)

  func chart() -> Chart {
    let panels =
      [
        Panel(
          height: .weight(1.3), y: Axis("nats gained"),
          marks: [
            BarMark(bars(\.bound), paint: Self.bound.opacity(0.75)), BarMark(bars(\.gap), paint: Self.gap), level,
          ])
      ] + (hasRises ? [rises] : [])
    return Chart(
      title: title, subtitle: subtitle, caption: caption, alternativeText: alternativeText, description: description,
      data: data, size: hasRises ? Size(760, 570) : Size(760, 510),
      x: Axis("half step (E or M) of each iteration", range: 0.4...Double(2 * steps.count) + 0.6, ticks: ticks),
      panels: panels,
      legend: Legend(
        entries: [
          .init("ℓ", paint: .ink, swatch: .line()), .init("KL", paint: Self.gap),
          .init("ELBO", paint: Self.bound.opacity(0.75)),
        ]))
  }

  /// E and M of the first iteration shown at 1 and 2, of the next at 3 and 4, …
  private var ticks: [Tick] {
    steps.enumerated().flatMap { index, step in
      ["E", "M"].enumerated().map { half, letter in
        Tick(Double(2 * index + half + 1), RichText(letter) + .subscript(String(step.iteration + 1)))
      }
    }
  }

  /// Where the bars stand: ℓ before the first iteration shown, to which its E step lifts the bound.
  private var foot: Double { first.logLikelihood }

  /// The bound and the gap after one half step.
  private struct Half {
    let bound: ClosedRange<Double>
    let gap: ClosedRange<Double>
  }

  private var halves: [Half] {
    steps.flatMap { step -> [Half] in
      let (entering, bound) = (step.logLikelihood - foot, step.elbo - foot)
      return [
        Half(bound: min(0, entering)...max(0, entering), gap: entering...entering),
        Half(bound: min(0, bound)...max(0, bound), gap: bound...bound + step.divergence),
      ]
    }
  }

  private func bars(_ part: KeyPath<Half, ClosedRange<Double>>) -> [BarMark.Bar] {
    halves.enumerated().map { index, half in
      BarMark.Bar(x: Double(index) + 0.66...Double(index) + 1.34, y: half[keyPath: part])
    }
  }

  /// ℓ: the same over an E step, higher after the M step.
  private var level: LineMark {
    LineMark(
      x: halves.indices.flatMap { [Double($0) + 0.5, Double($0) + 1.5] },
      y: halves.flatMap { [$0.gap.upperBound, $0.gap.upperBound] }, paint: .ink, width: 1.6)
  }

  // MARK: Rises

  /// By how much each half step raises the bound; NaN where it is lost in rounding, or not known: the E step's of an
  /// iteration closes the gap that the M step of the one before has opened, and the first has none before it.
  private var byE: [Double] {
    steps.indices.map { index in
      guard index > 0, steps[index - 1].iteration == steps[index].iteration - 1 else { return .nan }
      return visible(steps[index - 1].divergence)
    }
  }
  private var byM: [Double] { steps.map { visible($0.elbo - $0.logLikelihood) } }

  private func visible(_ rise: Double) -> Double { rise > 1e-12 * max(1, abs(trace[0])) ? rise : .nan }

  private var hasRises: Bool { byM.count(where: \.isFinite) > 1 }

  private var rises: Panel {
    let (e, m) = (byE, byM)
    let all = steps.indices.flatMap { [e[$0], m[$0]] }
    let places = all.indices.map { Double($0 + 1) }
    func points(_ offset: Int, _ values: [Double], _ paint: Paint, _ name: String) -> any Mark {
      let shown = values.indices.filter { values[$0].isFinite }
      return PointMark(
        x: shown.map { Double(2 * $0 + offset) }, y: shown.map { values[$0] }, paints: [paint], diameter: 8,
        opacity: 1, rimmed: true, shuffled: false, label: shown.isEmpty ? nil : Label(name))
    }
    return Panel(
      height: .weight(0.8), y: Axis("rise of ELBO (nats)", scale: .log),
      marks: [
        LineMark(x: places, y: all, paint: .axis, width: Style.secondaryLine),
        points(1, e, Self.gap, "E step: closes KL"), points(2, m, .muted, "M step"),
      ], grid: .horizontal)
  }

  // MARK: Words

  /// The first of the iterations shown.
  private var first: HalfStep { steps[0] }

  private static func written(_ values: [Double]) -> [String] {
    let least = values.map(abs).filter { $0 > 0 }.min()
    return Variable.written(values, spread: least.map { max($0 / 10, 1e-6) })
  }

  private var title: String {
    let number = first.iteration + 1
    let (rise, gap) = (first.elbo - first.logLikelihood, first.divergence)
    if abs(rise) < 0.0005, gap < 0.0005 {
      return "The M step of iteration \(number) moves neither bound nor ℓ by as much as 0.001 nats"
    }
    let texts = Self.written([abs(rise), abs(first.nextLogLikelihood - first.logLikelihood), gap])
    let climbs = rise > 0 && first.nextLogLikelihood > first.logLikelihood
    guard climbs else {
      return
        "With the floor, M step \(number) changes the bound by \(Self.written([rise])[0]) nats and leaves a gap of "
        + texts[2]
    }
    return "M step \(number) raises the bound by \(texts[0]) nats and ℓ by \(texts[1]); "
      + "the next E step closes the gap of \(texts[2])"
  }

  private var subtitle: String {
    "ELBO + KL = ℓ after every half step" + (hasRises ? " (top), and what each half step adds to ELBO (bottom)" : "")
  }

  private var caption: String {
    let format = NumberFormat(.fixed, precision: 2, groups: true)
    let number = first.iteration + 1
    return sentences(
      "\(model), \(sampleSize(count))",
      "Bars stand on ℓ \(number == 1 ? "of the start" : "before iteration \(number)"), \(format.string(foot)) nats, "
        + "where its E step puts ELBO.",
      number == 1 ? "" : "Iterations before had gained \(format.string(foot - trace[0])).",
      "KL: from the responsibilities used to those of the new parameters; 0 after an E step.",
      floored ? "A floor under the variances may lower ℓ a little." : "")
  }

  private var alternativeText: String {
    let numbers = joined(steps.map { String($0.iteration + 1) })
    return "Stacked bars of ELBO and KL above the log-likelihood before them, at the E step and the M step of "
      + "iteration\(steps.count == 1 ? "" : "s") \(numbers); together they are ℓ. \(title)."
  }

  private var description: String {
    let format = NumberFormat(.fixed, precision: 3, groups: true)
    return steps.map { step in
      "Iteration \(step.iteration + 1): after the E step ELBO = ℓ = \(format.string(step.logLikelihood)); after the M step "
        + "ELBO = \(format.string(step.elbo)), KL = \(format.string(step.divergence)) and "
        + "ℓ = \(format.string(step.nextLogLikelihood)) nats."
    }.joined(separator: " ")
  }

  private var data: ChartData {
    ChartData([
      .init("iteration", numbers: steps.flatMap { [Double($0.iteration + 1), Double($0.iteration + 1)] }),
      .init("half step", texts: steps.flatMap { _ in ["E", "M"] }),
      .init("ELBO (nats)", numbers: steps.flatMap { [$0.logLikelihood, $0.elbo] }),
      .init("KL (nats)", numbers: steps.flatMap { [0, $0.divergence] }),
      .init("ℓ (nats)", numbers: steps.flatMap { [$0.logLikelihood, $0.nextLogLikelihood] }),
    ])
  }
}
