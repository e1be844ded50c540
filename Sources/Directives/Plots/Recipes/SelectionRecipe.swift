internal import Charting
internal import Wording

/// How far each model of a grid lies behind the best by a criterion: one line a covariance family over K.
struct SelectionRecipe {
  struct Cell: Sendable {
    let components: Int
    /// The criterion, smaller is better; NaN for a cell that failed.
    let value: Double
    /// Left out of the ranking as a spurious optimum.
    let isSpurious: Bool
  }

  struct Family: Sendable {
    let name: String
    /// Ascending in K.
    let cells: [Cell]
  }

  /// `BIC`
  let criterion: String
  let families: [Family]
  let best: (family: Int, components: Int)
  let bestValue: Double
  /// `n = 1,599, 1 start a cell`
  let model: String

  func chart() -> Chart {
    Chart(
      title: title,
      subtitle: "Δ\(criterion) from the best model; lower is better. Bands: within 2 and within 10 of the best",
      caption: caption, alternativeText: alternativeText, x: Axis("components K", integers: true),
      panels: [
        Panel(
          y: Axis("Δ\(criterion)", range: -0.04 * top...top),
          marks: [
            RectMark(y: 0...10, paint: .neutral.opacity(0.35)), RectMark(y: 0...2, paint: .neutral.opacity(0.6)),
          ] + families.indices.flatMap(lines) + [winner])
      ])
  }

  private func lines(_ index: Int) -> [any Mark] {
    let cells = families[index].cells
    let x = cells.map { Double($0.components) }
    let y = cells.map { $0.value - bestValue }
    let isShown = y.contains { $0 <= top }
    let line = LineMark(
      x: x, y: y, paint: .component(index), label: isShown ? Label(families[index].name, at: .end) : nil)
    let points = PointMark(
      x: x, y: y, paints: cells.map { .component(index).opacity($0.isSpurious ? 0.35 : 1) },
      symbols: [.component(index)], diameter: 7, opacity: 1, rimmed: true, marksOverflow: isShown, shuffled: false)
    return [line, points]
  }

  private var winner: any Mark {
    PointMark(
      x: [Double(best.components)], y: [0], paints: [.component(best.family)], symbols: [.component(best.family)],
      diameter: 7, opacity: 1, rings: [0], ringDiameter: 17, rimmed: true)
  }

  /// The upper end of the axis: families far behind must not flatten the contest among those in front.
  private var top: Double {
    let leads = families.compactMap { $0.cells.map { $0.value - bestValue }.filter(\.isFinite).min() }.sorted()
    let all = families.flatMap { $0.cells.map { $0.value - bestValue } }.filter { $0.isFinite && $0 > 0 }.sorted()
    guard let largest = all.last else { return 10 }
    let contest = leads.last { $0 <= 4 * (leads.dropFirst().first ?? 0) + 20 } ?? 0
    let typical = all[(all.count - 1) * 3 / 5]
    return max(12, min(largest * 1.05, max(contest * 1.6, min(typical, 12 * max(contest, 10)))))
  }

  // MARK: Words

  private var title: String {
    let count = best.components == 1 ? "1 component" : "\(best.components) components"
    return "\(criterion) picks \(count) with \(families[best.family].name) covariance"
  }

  private var beyond: [Family] {
    families.filter { family in !family.cells.contains { $0.value - bestValue <= top } }
  }

  private var caption: String {
    let off = beyond.map { family in
      let least = family.cells.map { $0.value - bestValue }.filter(\.isFinite).min()
      return least.map { "\(family.name) (Δ ≥ \(NumberFormat.count.string($0)))" } ?? "\(family.name) (all failed)"
    }
    let spurious = families.contains { $0.cells.contains(where: \.isSpurious) }
    return sentences(
      model.isEmpty ? "" : model + ".", "Ring: the winner. Points above the panel are marked ▲.",
      spurious ? "Pale: spurious optima, out of the ranking." : "",
      off.isEmpty ? "" : "Off the scale: \(joined(off)).")
  }

  private var alternativeText: String {
    let range = families.flatMap { $0.cells.map(\.components) }
    let ends = families.map { family in
      let least = family.cells.filter { $0.value.isFinite }.min { $0.value < $1.value }
      return least.map {
        "\(family.name) is lowest at K = \($0.components) (Δ = \(NumberFormat(",.1f")?.string($0.value - bestValue) ?? ""))"
      } ?? "\(family.name) failed throughout"
    }
    return "Line chart of Δ\(criterion) over \(range.min() ?? 1) to \(range.max() ?? 1) components for "
      + "\(counted(families.count, "covariance family", "covariance families")). \(title); \(joined(ends))."
  }
}
