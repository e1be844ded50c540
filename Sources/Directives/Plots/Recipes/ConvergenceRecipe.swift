internal import Charting
internal import Wording

/// The log-likelihood along the iterations of every start, above its increments on a log scale.
struct ConvergenceRecipe {
  /// ℓ in nats for each iteration from 0, one list a start.
  let traces: [[Double]]
  /// The start that was kept.
  let best: Int
  /// In nats of ℓ: what an increment must fall below for the iterations to stop.
  let tolerance: Double
  /// `K = 6, full covariance, n = 1,599`
  let model: String

  func chart() -> Chart {
    let level = RuleMark(
      .horizontal, at: tolerance, label: Label("tolerance", paint: .muted, at: .end))
    return Chart(
      title: title, subtitle: "Log-likelihood at each iteration (top) and its increment on a log scale (bottom)",
      caption: caption, alternativeText: alternativeText, size: Size(760, 500),
      x: Axis("EM iteration", range: 0...Double(max(1, (traces.map(\.count).max() ?? 2) - 1)), integers: true),
      panels: [
        Panel(
          height: .weight(1.15), y: Axis("log-likelihood (nats)", range: traceRange),
          marks: lines(traces.map { Array($0.enumerated()).map { (Double($0), $1) } }, named: traces.count > 1)),
        Panel(
          y: Axis("increment (nats)", scale: .log, range: incrementRange),
          marks: lines(increments, named: false) + (tolerance > 0 ? [level] : [])),
      ])
  }

  /// Grey lines for the other starts, the best on top of them in colour.
  private func lines(_ points: [[(x: Double, y: Double)]], named: Bool) -> [any Mark] {
    let order = points.indices.filter { $0 != best } + [best]
    return order.map { start in
      let isBest = start == best
      return LineMark(
        x: points[start].map(\.x), y: points[start].map(\.y),
        paint: isBest ? .component(0) : .axis.opacity(others), width: isBest ? Style.line : Style.secondaryLine,
        label: isBest && named ? Label("best", at: .end) : nil)
    }
  }

  /// Many grey lines must not add up to black.
  private var others: Double { traces.count > 30 ? 0.3 : 0.5 }

  /// Where ℓ does not rise there is no logarithm to draw: the line breaks.
  private var increments: [[(x: Double, y: Double)]] {
    traces.map { trace in
      trace.indices.dropFirst().map { (Double($0), trace[$0] > trace[$0 - 1] ? trace[$0] - trace[$0 - 1] : .nan) }
    }
  }

  private var ends: [Double] { traces.compactMap(\.last) }
  private var top: Double { traces[best].last ?? 0 }

  /// The first steps climb so far that they would flatten all that follows: they may leave the panel at its foot.
  private var traceRange: ClosedRange<Double> {
    let all = traces.flatMap(\.self).filter(\.isFinite).sorted()
    let tail = quantile(0.1, of: all)
    let low = min(tail, (ends.min() ?? tail))
    let margin = max((top - low) * 0.06, 1e-6 * max(1, abs(top)))
    return low - margin...max(all.last ?? top, top) + margin
  }

  private var incrementRange: ClosedRange<Double> {
    let all = increments.flatMap { $0.map(\.y) }.filter(\.isFinite).sorted()
    let low = max(tolerance > 0 ? tolerance / 30 : 1e-9, all.first ?? 1e-9)
    let high = max(quantile(0.995, of: all), low * 1000)
    return min(low, tolerance > 0 ? tolerance / 3 : low)...high
  }

  private func quantile(_ p: Double, of sorted: [Double]) -> Double {
    sorted.isEmpty ? 1 : sorted[Int(Double(sorted.count - 1) * p)]
  }

  // MARK: Words

  /// The starts that end within a hundredth of a nat of the best.
  private var sharing: Int { ends.count { abs($0 - top) < 0.01 } }

  private var title: String {
    let value = NumberFormat.fixed(2).string(top)
    let steps = counted(max(0, traces[best].count - 1), "iteration")
    if traces.count == 1 { return "EM climbs to ℓ = \(value) in \(steps)" }
    if sharing == traces.count { return "All \(traces.count) starts climb to ℓ = \(value)" }
    return "\(traces.count) starts end at different optima; the best is at ℓ = \(value)"
  }

  private var caption: String {
    sentences(
      model.isEmpty ? "" : model + ".", "ℓ: higher is better.",
      "A straight line in the lower panel is linear convergence; its slope is the rate.",
      traces.count > 1 ? "Grey: the other starts." : "")
  }

  private var alternativeText: String {
    let low = NumberFormat.fixed(1).string(ends.min() ?? top)
    let spread =
      traces.count > 1
      ? " The \(traces.count) starts end between \(low) and \(NumberFormat.fixed(1).string(ends.max() ?? top)); "
        + "\(sharing) of them within 0.01 of the best." : ""
    return
      "Two line charts over EM iterations 0 to \((traces.map(\.count).max() ?? 1) - 1): log-likelihood, and its increment"
      + " on a log scale. \(title).\(spread)"
  }
}
