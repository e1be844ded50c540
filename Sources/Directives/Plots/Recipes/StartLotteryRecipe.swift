internal import Charting
internal import Wording

/// Where every start of a fit ends: its final log-likelihood, sorted, the starts that reach one optimum side by side.
struct StartLotteryRecipe {
  struct Start {
    /// ℓ in nats.
    let logLikelihood: Double
    let isSpurious: Bool
    let isConverged: Bool
  }

  /// The starts that did not fail.
  let starts: [Start]
  /// The place in `starts` of the one kept.
  let best: Int
  let failed: Int
  /// n
  let rows: Int
  let model: String
  /// `kmeans`
  let initialization: String

  /// Starts that end within so many nats of each other are said to reach the same optimum.
  static let tolerance = 0.01

  func chart() -> Chart {
    let order = order
    let groups = groups
    return Chart(
      title: title, subtitle: subtitle, caption: caption, alternativeText: alternativeText, description: description,
      data: data, size: Size(760, 500), x: Axis("starts, best first", range: room, integers: true),
      panels: [
        Panel(y: Axis("final log-likelihood ℓ (nats)"), marks: plateaus(groups) + points(order, groups))
      ])
  }

  private var room: ClosedRange<Double> {
    let last = Double(max(starts.count, 3))
    // Half a start and the ring of the first; no label at 0.
    return 1 - min(0.9, 0.03 * last)...last + 0.03 * last
  }

  /// The starts from the highest ℓ down.
  private var order: [Int] {
    starts.indices.sorted { (-starts[$0].logLikelihood, $0) < (-starts[$1].logLikelihood, $1) }
  }

  struct Optimum {
    /// ℓ of its best start, in nats.
    let logLikelihood: Double
    /// Places in `starts`.
    var members: [Int]
    let isSpurious: Bool
  }

  /// The different optima from the highest ℓ down. The one that was kept is measured from the start kept.
  private var groups: [Optimum] {
    let top = starts[best].logLikelihood
    var result: [Optimum] = []
    for start in order {
      let (value, spurious) = (starts[start].logLikelihood, starts[start].isSpurious)
      let joins = result.lastIndex {
        $0.isSpurious == spurious && abs($0.logLikelihood - value) < Self.tolerance
      }
      if let joins {
        result[joins].members.append(start)
      } else {
        result.append(Optimum(logLikelihood: start == best ? top : value, members: [start], isSpurious: spurious))
      }
    }
    return result
  }

  private func place(_ start: Int, in order: [Int]) -> Double { Double((order.firstIndex(of: start) ?? 0) + 1) }

  private func isBest(_ optimum: Optimum) -> Bool { optimum.members.contains(best) }

  /// Lines through the starts that reach one optimum, and the names of the optima that most starts reach.
  private func plateaus(_ groups: [Optimum]) -> [any Mark] {
    let order = order
    let named = groups.indices.filter { isBest(groups[$0]) || groups[$0].members.count > max(1, starts.count / 20) }
      .sorted {
        (isBest(groups[$1]) ? 1 : 0, groups[$1].members.count) < (isBest(groups[$0]) ? 1 : 0, groups[$0].members.count)
      }
      .prefix(3)
    return groups.indices.flatMap { index -> [any Mark] in
      let optimum = groups[index]
      let places = optimum.members.map { place($0, in: order) }
      let (low, high) = (places.min() ?? 1, places.max() ?? 1)
      let line = RuleMark(
        .horizontal, at: optimum.logLikelihood, span: low...high, paint: paint(optimum), width: 1, dash: [])
      guard named.contains(index) else { return [line] }
      let name = TextMark(
        lines: [
          counted(optimum.members.count, "start"),
          "ℓ = \(nats(optimum.logLikelihood)) (\(perRow(optimum.logLikelihood)) a row)",
        ], x: (low + high) / 2, y: optimum.logLikelihood, paint: paint(optimum))
      return [line, name]
    }
  }

  private func paint(_ optimum: Optimum) -> Paint {
    isBest(optimum) ? .component(0) : optimum.isSpurious ? .component(1) : .axis
  }

  private func points(_ order: [Int], _ groups: [Optimum]) -> [any Mark] {
    groups.map { optimum in
      let rings = optimum.members.firstIndex(of: best).map { [$0] } ?? []
      return PointMark(
        x: optimum.members.map { place($0, in: order) }, y: optimum.members.map { starts[$0].logLikelihood },
        paints: [paint(optimum)], symbols: [optimum.isSpurious ? .triangle : .circle],
        diameter: starts.count > 60 ? 5 : 7,
        opacity: 1, rings: rings, ringDiameter: 15, rimmed: starts.count <= 60, shuffled: false)
    }
  }
}

// MARK: Words

extension StartLotteryRecipe {
  private func nats(_ value: Double) -> String { NumberFormat(.fixed, precision: 2, groups: true).string(value) }
  private func perRow(_ value: Double) -> String { NumberFormat.fixed(4).string(value / Double(rows)) }

  private var total: Int { starts.count + failed }
  private var spurious: Int { starts.count(where: \.isSpurious) }
  /// The starts that end within a hundredth of a nat of the one kept.
  private var sharing: Int {
    starts.count {
      $0.isSpurious == starts[best].isSpurious
        && abs($0.logLikelihood - starts[best].logLikelihood) < Self.tolerance
    }
  }

  private var title: String {
    let value = "ℓ = \(nats(starts[best].logLikelihood))"
    if starts[best].isSpurious {
      return total == 1 ? "The only start ends in a spurious optimum" : "No start reaches a sound optimum"
    }
    if total == 1 { return "The only start ends at \(value)" }
    if sharing == total { return "All \(NumberFormat.count.string(Double(total))) starts reach the same optimum" }
    return "\(NumberFormat.count.string(Double(sharing))) of \(NumberFormat.count.string(Double(total))) starts "
      + "\(sharing == 1 ? "reaches" : "reach") the best \(spurious > 0 ? "sound " : "")optimum"
  }

  private var subtitle: String {
    "Final log-likelihood of every start, highest first; ring: the one kept"
      + (spurious > 0 ? "; triangles: spurious optima" : "")
  }

  private var caption: String {
    let unfinished = starts.count { !$0.isConverged && !$0.isSpurious }
    return sentences(
      "\(model), \(sampleSize(rows))", "Starts: \(initialization).", "ℓ: higher is better.",
      starts.count > 1 ? "One optimum: ends within 0.01 nats." : "",
      spurious == 0 ? "" : "\(counted(spurious, "start")) out of the ranking as spurious.",
      unfinished == 0 ? "" : "\(counted(unfinished, "start")) stopped before converging.",
      failed == 0 ? "" : "\(counted(failed, "start")) failed.")
  }

  private var ends: String {
    let values = starts.map(\.logLikelihood)
    let (low, high) = (nats(values.min() ?? 0), nats(values.max() ?? 0))
    return low == high ? "all end at \(low)" : "they end between \(low) and \(high)"
  }

  private var alternativeText: String {
    "Dot plot of the final log-likelihood of \(counted(starts.count, "start")), sorted. \(title); \(ends)"
      + (groups.count == 1 ? "." : ", in \(spelled(groups.count)) groups, each within 0.01 nats.")
  }

  private var description: String {
    let parts = groups.sorted { $0.members.count > $1.members.count }.prefix(3).map { optimum in
      "\(nats(optimum.logLikelihood)) (\(perRow(optimum.logLikelihood)) a row"
        + "\(optimum.isSpurious ? ", spurious" : "")) by \(counted(optimum.members.count, "start"))"
    }
    let distinct = groups.count == 1 ? "" : " in \(spelled(groups.count)) groups, each within 0.01 nats"
    return "\(title). The starts end\(distinct), most often at "
      + joined(Array(parts)) + "." + (failed == 0 ? "" : " \(counted(failed, "start")) failed.")
  }

  /// The optima, at most forty.
  private var data: ChartData {
    let shown = groups.prefix(40)
    return ChartData([
      .init("ℓ (nats)", numbers: shown.map(\.logLikelihood)),
      .init("ℓ per row (nats)", numbers: shown.map { $0.logLikelihood / Double(rows) }),
      .init("starts", numbers: shown.map { Double($0.members.count) }),
      .init("share", numbers: shown.map { Double($0.members.count) / Double(total) }),
      .init("outcome", texts: shown.map { isBest($0) ? "kept" : $0.isSpurious ? "spurious" : "other" }),
    ])
  }
}
