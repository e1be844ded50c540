internal import Charting
internal import Wording

/// What was climbed, most often the log-likelihood, along the iterations of every start, above its increments on a log scale.
struct ConvergenceRecipe {
  /// What was climbed, in nats, for each iteration from 0, one list a start that did not fail.
  let traces: [[Double]]
  /// The start that was kept.
  let best: Int
  /// The starts out of the ranking as spurious optima; they may end above the best.
  let spurious: Set<Int>
  /// How many starts failed.
  let failed: Int
  /// In nats of ℓ / n.
  let tolerance: Double
  let count: Int
  /// `K = 6, full covariance`
  let model: String
  var climbed = Climbed.logLikelihood
  /// Whether iterations are on a log scale; `nil` where that serves the figure.
  var logX: Bool?
  /// The part of the log-likelihoods shown; `nil` for what matters.
  var range: ClosedRange<Double>?

  func chart() -> Chart {
    let words = ConvergenceWords(recipe: self)
    return Chart(
      title: words.title, subtitle: words.subtitle, caption: words.caption, alternativeText: words.alternativeText,
      description: words.description, data: words.data,  // Bounds and priors need more words than ℓ.
      size: Size(760, climbed == .logLikelihood ? 500 : 570), x: x,
      panels: [
        Panel(
          height: .weight(1.15), y: Axis("\(climbed.name) (nats)", range: range ?? traceRange),
          marks: level + lines(points { $0.enumerated().map { (Double($0), $1) } }) + ends, grid: .horizontal)
      ] + (rises ? [incrementPanel] : []))
  }

  private var x: Axis {
    let last = Double(max(2, lastIteration))
    return isLogarithmic
      ? Axis(climbed.step, scale: .log, range: 1...last) : Axis(climbed.step, range: 0...last, integers: true)
  }

  /// Where other starts take many times as long as the best, all that happens would be pressed into a corner.
  var isLogarithmic: Bool {
    logX ?? (lastIteration > 100 && lastIteration > 3 * (traces[best].count - 1)) && lastIteration > 9
  }

  var lastIteration: Int { (traces.map(\.count).max() ?? 1) - 1 }
  var rises: Bool { increments.contains { $0.contains { $0.y.isFinite } } }

  private var incrementPanel: Panel {
    let level = RuleMark(.horizontal, at: threshold, label: Label("tolerance", paint: .muted, at: .end))
    return Panel(
      y: Axis("increment (nats)", scale: .log, range: incrementRange),
      marks: lines(increments) + (tolerance > 0 ? [level] : []))
  }

  /// What an increment of ℓ must fall below for the iterations to stop.
  var threshold: Double { tolerance * Double(count) }

  /// The value that the best start ends at, named in the margin.
  private var level: [any Mark] {
    guard traces.count > 1 else { return [] }
    return [
      RuleMark(
        .horizontal, at: top, paint: .component(0), width: 1, dash: [1, 3],
        label: Label("best", paint: .component(0), at: .end))
    ]
  }

  /// Grey lines for the other starts, dashed for the spurious ones, the best on top of them in colour.
  private func lines(_ points: [[(x: Double, y: Double)]]) -> [any Mark] {
    order.map { start in
      let isBest = start == best
      return LineMark(
        x: points[start].map(\.x), y: points[start].map(\.y),
        paint: isBest ? .component(0) : .axis.opacity(others), width: isBest ? Style.line : Style.secondaryLine,
        dash: spurious.contains(start) && !isBest ? [3, 2] : [])
    }
  }

  /// Where each start stopped.
  private var ends: [any Mark] {
    [
      PointMark(
        x: order.map { Double(traces[$0].count - 1) }, y: order.map { traces[$0].last ?? .nan },
        paints: order.map { $0 == best ? .component(0) : .axis.opacity(min(1, 1.6 * others)) }, diameter: 5,
        opacity: 1, shuffled: false)
    ]
  }

  private var order: [Int] { traces.indices.filter { $0 != best } + [best] }

  /// Many grey lines must not add up to black.
  private var others: Double { traces.count > 30 ? 0.35 : 0.6 }

  private func points(_ list: ([Double]) -> [(Double, Double)]) -> [[(x: Double, y: Double)]] {
    traces.map { list($0).filter { $0.0 > 0 || !isLogarithmic }.map { (x: $0.0, y: $0.1) } }
  }

  /// Where ℓ does not rise beyond rounding there is no logarithm to draw: the line breaks.
  var increments: [[(x: Double, y: Double)]] {
    points { trace in
      trace.indices.dropFirst().map { t in
        let increment = trace[t] - trace[t - 1]
        return (Double(t), increment > 1e-12 * max(1, abs(trace[t])) ? increment : .nan)
      }
    }
  }

  /// The end of the best start.
  var top: Double { traces[best].last ?? 0 }

  /// The first steps climb so far that they would flatten all that follows: they may leave the panel at its foot.
  private var traceRange: ClosedRange<Double> {
    let all = traces.flatMap(\.self).filter(\.isFinite).sorted()
    let tail = all.isEmpty ? top : Quantile.value(0.1, ofSorted: all)
    let low = min(tail, traces.compactMap(\.last).min() ?? tail)
    let margin = max((top - low) * 0.06, 0.5)
    return low - margin...max(all.last ?? top, top) + margin
  }

  private var incrementRange: ClosedRange<Double> {
    let all = increments.flatMap { $0.map(\.y) }.filter(\.isFinite).sorted()
    let low = max(tolerance > 0 ? threshold / 30 : 1e-9, all.first ?? 1e-9)
    let high = max(all.isEmpty ? 1 : Quantile.value(0.995, ofSorted: all), low * 1000)
    return min(low, tolerance > 0 ? threshold / 3 : low)...high
  }
}
