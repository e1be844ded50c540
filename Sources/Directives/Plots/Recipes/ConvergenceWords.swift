internal import Charting
internal import Wording

/// The sentences and numbers of a figure of convergence.
struct ConvergenceWords {
  let recipe: ConvergenceRecipe

  private static let nats = NumberFormat(.fixed, precision: 2, groups: true)

  private var traces: [[Double]] { recipe.traces }
  private var top: Double { recipe.top }
  private var trace: [Double] { traces[recipe.best] }
  private var ends: [Double] { traces.compactMap(\.last) }
  private var started: Int { traces.count + recipe.failed }

  /// The sound starts that end within a hundredth of a nat of the best.
  private var sharing: Int {
    ends.indices.count { !recipe.spurious.contains($0) && abs(ends[$0] - top) < 0.01 }
  }

  var title: String {
    let value = "\(recipe.climbed.symbol) = \(Self.nats.string(top))"
    if started == 1 {
      if top - (trace.first ?? top) < 0.005 { return "\(recipe.climbed.climber) starts at its optimum, \(value)" }
      return "\(recipe.climbed.climber) climbs to \(value) in \(counted(trace.count - 1, "iteration"))"
    }
    if sharing == started { return "All \(traces.count) starts reach the same optimum, \(value)" }
    let optimum = recipe.spurious.isEmpty ? "best" : "best sound"
    return "\(sharing) of \(started) starts \(sharing == 1 ? "reaches" : "reach") the \(optimum) optimum, \(value)"
  }

  var subtitle: String {
    recipe.climbed.name.capitalizedFirst + " at each iteration"
      + (recipe.rises ? " (top) and its increment on a log scale (bottom)" : "")
      + (traces.count > 1 ? "; the best start in colour, the others grey" : "")
  }

  var caption: String {
    let straight = "Straight in the lower panel: linear convergence; the slope is the rate."
    return sentences(
      "\(recipe.model), \(sampleSize(recipe.count))",
      recipe.climbed == .logLikelihood ? "ℓ: higher is better." : "Higher is better.",
      recipe.isLogarithmic
        ? "Iterations on a log scale, from the first." : recipe.rises ? straight : "",
      recipe.tolerance > 0 && recipe.rises
        ? "Tolerance: \(NumberFormat.significant(3).string(recipe.tolerance)) nats a row." : "",
      traces.count > 1 ? "Dots: where starts stop." : "",
      recipe.spurious.isEmpty
        ? "" : "Dashed: \(counted(recipe.spurious.count, "start")) out of the ranking as spurious optima.",
      recipe.failed == 0 ? "" : "\(counted(recipe.failed, "start")) failed.")
  }

  var alternativeText: String {
    let format = NumberFormat(.fixed, precision: 1, groups: true)
    let (low, high) = (format.string(ends.min() ?? top), format.string(ends.max() ?? top))
    let spread = low == high ? "" : "; all end between \(low) and \(high)"
    let charts = recipe.rises ? "Two line charts" : "Line chart"
    let second = recipe.rises ? ", and its increment on a log scale" : ""
    return "\(charts) over \(recipe.climbed.step)s 0 to \(recipe.lastIteration), "
      + "\(counted(traces.count, "start")): \(recipe.climbed.name)\(second). \(title)\(spread)."
  }

  var description: String {
    guard let first = trace.first, trace.count > 1 else { return title + "." }
    let half = first + (top - first) / 2
    let halfway = trace.firstIndex { $0 >= half } ?? trace.count - 1
    let last = trace[trace.count - 1] - trace[trace.count - 2]
    let own =
      "\(traces.count > 1 ? "The best start" : recipe.climbed.climber) climbs from \(recipe.climbed.symbol) = \(Self.nats.string(first)) to "
      + "\(Self.nats.string(top)) in \(counted(trace.count - 1, "iteration")), half of it by iteration \(halfway)."
    let step =
      "Its last increment is \(NumberFormat.significant(2).string(last)) nats"
      + (recipe.tolerance > 0
        ? "; one below \(NumberFormat.significant(2).string(recipe.threshold)) ends the iterations." : ".")
    let lengths = traces.map { $0.count - 1 }
    let others =
      traces.count == 1
      ? "" : "The starts take \(lengths.min() ?? 0) to \(counted(lengths.max() ?? 0, "iteration"))."
    return sentences(own, step, others)
  }

  /// ℓ and its increments along the best start, at most forty iterations evenly spread from the first to the last.
  var data: ChartData {
    let most = 40
    let shown =
      trace.count <= most
      ? Array(trace.indices)
      : (0..<most).map { Int((Double($0) * Double(trace.count - 1) / Double(most - 1)).rounded()) }
    return ChartData([
      ChartData.Column("iteration", numbers: shown.map(Double.init)),
      ChartData.Column("\(recipe.climbed.name) (nats)", numbers: shown.map { trace[$0] }),
      ChartData.Column("increment (nats)", numbers: shown.map { $0 == 0 ? .nan : trace[$0] - trace[$0 - 1] }),
    ])
  }
}
