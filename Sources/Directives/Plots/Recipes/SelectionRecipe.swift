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

  /// The bands of models that the criterion hardly tells from the best, and of those it still considers.
  private static let bands = (close: 2.0, considered: 10.0)

  func chart() -> Chart {
    let bands: [any Mark] =
      showsBands
      ? [
        RectMark(y: 0...Self.bands.considered, paint: .neutral.opacity(0.35)),
        RectMark(y: 0...Self.bands.close, paint: .neutral.opacity(0.6)),
      ] : []
    return Chart(
      title: title,
      subtitle: "Δ\(criterion) from the best model; lower is better"
        + (showsBands ? ". Bands: within 2 and within 10 of the best" : ""),
      caption: caption, alternativeText: alternativeText, x: Axis("components K", range: kRange, integers: true),
      panels: [
        Panel(
          y: Axis("Δ\(criterion)", range: bottom...top),
          marks: bands + families.indices.flatMap(lines) + overflow + [winner], grid: .horizontal)
      ])
  }

  /// Bands thinner than a line are left out.
  private var showsBands: Bool { top < 1500 }

  private func lines(_ index: Int) -> [any Mark] {
    let cells = families[index].cells
    let x = cells.map { Double($0.components) }
    let y = cells.map { $0.value - bestValue }
    let line = LineMark(
      x: x, y: y, paint: .component(index),
      label: isShown(families[index]) ? Label(families[index].name, at: .end) : nil)
    let points = PointMark(
      x: x, y: y, paints: cells.map { .component(index).opacity($0.isSpurious ? 0.35 : 1) },
      symbols: [.component(index)], diameter: 7, opacity: 1, rimmed: true, shuffled: false)
    return [line, points]
  }

  /// Triangles at the top for what lies above, side by side where several families do at one K.
  private var overflow: [any Mark] {
    let shown = families.indices.filter { isShown(families[$0]) }
    let ks = Set(shown.flatMap { families[$0].cells.map(\.components) }).sorted()
    let pitch = (kRange.upperBound - kRange.lowerBound) / 60
    var places: [(x: Double, family: Int)] = []
    for k in ks {
      let above = shown.filter { index in
        families[index].cells.contains { $0.components == k && $0.value - bestValue > top }
      }
      for (place, index) in above.enumerated() {
        places.append((Double(k) + pitch * (Double(place) - Double(above.count - 1) / 2), index))
      }
    }
    if places.isEmpty { return [] }
    return [
      PointMark(
        x: places.map(\.x), y: places.map { _ in top + 1 }, paints: places.map { .component($0.family) }, diameter: 7,
        opacity: 1, marksOverflow: true, shuffled: false)
    ]
  }

  private var winner: any Mark {
    PointMark(
      x: [Double(best.components)], y: [0], paints: [.component(best.family)], symbols: [.component(best.family)],
      diameter: 7, opacity: 1, rings: [0], ringDiameter: 17, rimmed: true)
  }

  /// Room at both ends for rings and triangles, and at least three numbers of components.
  private var kRange: ClosedRange<Double> {
    let ks = families.flatMap { $0.cells.map(\.components) }
    let (least, most) = (ks.min() ?? 1, ks.max() ?? 1)
    let last = max(most, least + 2)
    let room = Double(last - least) * 0.05
    return Double(least) - room...Double(last) + room
  }

  private func isShown(_ family: Family) -> Bool { family.cells.contains { $0.value - bestValue <= top } }

  private var excess: [Double] { families.flatMap { $0.cells.map { $0.value - bestValue } }.filter(\.isFinite) }

  /// The lower end of the axis: spurious optima may lie below the best.
  private var bottom: Double { max(min(0, excess.min() ?? 0), -top) - 0.04 * top }

  /// The upper end of the axis: families far behind must not flatten the contest among those in front.
  private var top: Double {
    let leads = families.compactMap { $0.cells.map { $0.value - bestValue }.filter(\.isFinite).min() }.sorted()
    let behind = excess.filter { $0 > 0 }.sorted()
    guard let largest = behind.last else { return 12 }
    let contest = leads.last { $0 <= 4 * (leads.dropFirst().first ?? 0) + 20 } ?? 0
    let typical = behind[(behind.count - 1) * 3 / 5]
    return max(12, min(largest * 1.05, max(contest * 1.6, min(typical, 12 * max(contest, 10)))))
  }

  // MARK: Words

  private var title: String {
    let count = best.components == 1 ? "1 component" : "\(best.components) components"
    return "\(criterion) picks \(count) with \(families[best.family].name) covariance"
  }

  private var caption: String {
    let off = families.filter { !isShown($0) }.map { family in
      let least = family.cells.map { $0.value - bestValue }.filter(\.isFinite).min()
      return least.map { "\(family.name) (from Δ = \(NumberFormat.count.string($0)))" } ?? "\(family.name) (all failed)"
    }
    let spurious = families.contains { $0.cells.contains(where: \.isSpurious) }
    return sentences(
      model + ".", "Ring: the winner.", overflow.isEmpty ? "" : "Triangles: above the panel.",
      spurious ? "Pale: spurious optima, out of the ranking." : "",
      off.isEmpty ? "" : "Off the scale: \(joined(off)).")
  }

  private var alternativeText: String {
    let range = families.flatMap { $0.cells.map(\.components) }
    let gap = NumberFormat(.fixed, precision: 1, groups: true)
    let ends = families.map { family in
      let least = family.cells.filter { $0.value.isFinite && !$0.isSpurious }.min { $0.value < $1.value }
      return least.map {
        "\(family.name) is lowest at K = \($0.components) (Δ = \(gap.string($0.value - bestValue)))"
      } ?? "\(family.name) has no sound fit"
    }
    return "Line chart of Δ\(criterion) over \(range.min() ?? 1) to \(range.max() ?? 1) components for "
      + "\(counted(families.count, "covariance family", "covariance families")). \(title); \(joined(ends))."
  }
}
