internal import Charting
internal import Wording

/// The log-likelihood along the iterations of every start, above its increments on a log scale.
struct ConvergenceRecipe {
  /// ℓ in nats for each iteration from 0, one list a start that did not fail.
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

  func chart() -> Chart {
    let rises = increments.contains { $0.contains { $0.y.isFinite } }
    let last = max(2, (traces.map(\.count).max() ?? 0) - 1)
    return Chart(
      title: title,
      subtitle: "Log-likelihood at each iteration" + (rises ? " (top) and its increment on a log scale (bottom)" : ""),
      caption: caption(rises), alternativeText: alternativeText(rises), size: Size(760, 500),
      x: Axis("EM iteration", range: 0...Double(last), integers: true),
      panels: [
        Panel(
          height: .weight(1.15), y: Axis("log-likelihood (nats)", range: traceRange),
          marks: lines(traces.map { Array($0.enumerated()).map { (Double($0), $1) } }, named: traces.count > 1))
      ] + (rises ? [incrementPanel] : []))
  }

  private var incrementPanel: Panel {
    let level = RuleMark(.horizontal, at: threshold, label: Label("tolerance", paint: .muted, at: .end))
    return Panel(
      y: Axis("increment (nats)", scale: .log, range: incrementRange),
      marks: lines(increments, named: false) + (tolerance > 0 ? [level] : []))
  }

  /// What an increment of ℓ must fall below for the iterations to stop.
  private var threshold: Double { tolerance * Double(count) }

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

  /// Where ℓ does not rise beyond rounding there is no logarithm to draw: the line breaks.
  private var increments: [[(x: Double, y: Double)]] {
    traces.map { trace in
      trace.indices.dropFirst().map { t in
        let increment = trace[t] - trace[t - 1]
        return (Double(t), increment > 1e-12 * max(1, abs(trace[t])) ? increment : .nan)
      }
    }
  }

  private var ends: [Double] { traces.compactMap(\.last) }
  private var top: Double { traces[best].last ?? 0 }

  /// The first steps climb so far that they would flatten all that follows: they may leave the panel at its foot.
  private var traceRange: ClosedRange<Double> {
    let all = traces.flatMap(\.self).filter(\.isFinite).sorted()
    let tail = quantile(0.1, of: all)
    let low = min(tail, (ends.min() ?? tail))
    let margin = max((top - low) * 0.06, 0.5)
    return low - margin...max(all.last ?? top, top) + margin
  }

  private var incrementRange: ClosedRange<Double> {
    let all = increments.flatMap { $0.map(\.y) }.filter(\.isFinite).sorted()
    let low = max(tolerance > 0 ? threshold / 30 : 1e-9, all.first ?? 1e-9)
    let high = max(quantile(0.995, of: all), low * 1000)
    return min(low, tolerance > 0 ? threshold / 3 : low)...high
  }

  private func quantile(_ p: Double, of sorted: [Double]) -> Double {
    sorted.isEmpty ? 1 : sorted[Int(Double(sorted.count - 1) * p)]
  }

  // MARK: Words

  /// The sound starts that end within a hundredth of a nat of the best.
  private var sharing: Int { ends.indices.count { !spurious.contains($0) && abs(ends[$0] - top) < 0.01 } }

  private var title: String {
    let value = "ℓ = \(NumberFormat(.fixed, precision: 2, groups: true).string(top))"
    if traces.count + failed == 1 {
      let trace = traces[best]
      if top - (trace.first ?? top) < 0.005 { return "EM starts at its optimum, \(value)" }
      return "EM climbs to \(value) in \(counted(trace.count - 1, "iteration"))"
    }
    if sharing == traces.count, failed == 0 { return "All \(traces.count) starts reach the same optimum, \(value)" }
    let optimum = spurious.isEmpty ? "best" : "best sound"
    return
      "\(sharing) of \(traces.count + failed) starts \(sharing == 1 ? "reaches" : "reach") the \(optimum) optimum, "
      + value
  }

  private func caption(_ rises: Bool) -> String {
    sentences(
      "\(model), \(sampleSize(count))", "ℓ: higher is better.",
      rises ? "Straight in the lower panel: linear convergence; the slope is the rate." : "",
      tolerance > 0 && rises ? "Dashed: \(NumberFormat.significant(3).string(tolerance)) nats a row." : "",
      traces.count > 1 ? "Grey: other starts." : "",
      spurious.isEmpty ? "" : "\(counted(spurious.count, "start")) out of the ranking: spurious optima.",
      failed == 0 ? "" : "\(counted(failed, "start")) failed.")
  }

  private func alternativeText(_ rises: Bool) -> String {
    let format = NumberFormat(.fixed, precision: 1, groups: true)
    let (low, high) = (format.string(ends.min() ?? top), format.string(ends.max() ?? top))
    let spread = low == high ? "" : "; all end between \(low) and \(high)"
    let charts = rises ? "Two line charts" : "Line chart"
    let second = rises ? ", and its increment on a log scale" : ""
    return "\(charts) over EM iterations 0 to \((traces.map(\.count).max() ?? 1) - 1), "
      + "\(counted(traces.count, "start")): log-likelihood\(second). \(title)\(spread)."
  }
}
