internal import Charting
internal import Wording

/// How far each model of a grid lies behind the best by a criterion: one line a covariance family over K.
struct SelectionRecipe {
  struct Cell: Sendable {
    let components: Int
    /// The criterion; NaN for a cell that has none.
    let value: Double
    /// Left out of the ranking as a spurious optimum.
    let isSpurious: Bool
    let parameterCount: Int
    /// NaN for a cell that failed.
    let logLikelihood: Double
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
  /// What the selection was made by, where that is not what is drawn.
  var selectedBy: String?
  /// The part of the differences shown; `nil` for what matters.
  var range: ClosedRange<Double>?
  /// Of a cross-validated log-likelihood, in nats a row and higher is better: the standard error of the best, the number
  /// of folds and of rows. Nil for criteria of which lower is better.
  var folds: (standardError: Double, count: Int, rows: Int)?

  /// The bands of models that the criterion hardly tells from the best, and of those it still considers.
  var bands: (close: Double, considered: Double) { folds.map { ($0.standardError, 0) } ?? (2, 10) }
  /// What a difference of 1 in BIC amounts to by this criterion: BIC is −2 ℓ and more.
  private var unit: Double { folds.map { 0.5 / Double($0.rows) } ?? 1 }
  private static let diameter = 7.0

  /// Families beyond this many stand back in grey, so that those that matter can be told apart.
  private static let leaders = 5

  /// The place of a family among those in colour, best first where there are too many for all; `nil` for a grey one.
  func color(_ index: Int) -> Int? {
    guard families.count > Self.leaders + 1 else { return index }
    return leaders.firstIndex(of: index)
  }

  /// By their best sound cell.
  private var leaders: [Int] {
    let leads = families.map { family in
      family.cells.filter { !$0.isSpurious && $0.value.isFinite }.map(excess).min() ?? .infinity
    }
    let order = families.indices.sorted { (leads[$0], $0) < (leads[$1], $1) }
    return [best.family] + order.filter { $0 != best.family }.prefix(Self.leaders - 1)
  }

  /// Those in the background first.
  private var drawingOrder: [Int] {
    families.indices.filter { color($0) == nil } + families.indices.filter { color($0) != nil }
  }

  func chart() -> Chart {
    let wide: [any Mark] = folds == nil ? [RectMark(y: 0...bands.considered, paint: .neutral.opacity(0.35))] : []
    let shades = showsBands ? wide + [RectMark(y: 0...bands.close, paint: .neutral.opacity(0.6))] : []
    let words = SelectionWords(recipe: self)
    return Chart(
      title: words.title, subtitle: words.subtitle, caption: words.caption, alternativeText: words.alternativeText,
      description: words.description, data: words.data, size: Size(760, 480),
      x: Axis("components K", range: kRange, integers: true),
      panels: [
        Panel(
          y: Axis("Δ\(criterion)" + (folds == nil ? "" : " (nats a row)"), range: bottom...top),
          marks: shades + drawingOrder.flatMap(lines) + edge + [winner], grid: .horizontal)
      ])
  }

  /// How much worse than the best.
  func excess(_ cell: Cell) -> Double { folds == nil ? cell.value - bestValue : bestValue - cell.value }

  /// Bands thinner than a line are left out, and one that would fill the panel.
  var showsBands: Bool { top - bottom < 750 * max(bands.close, 1e-9) && top > bands.close }

  private func lines(_ index: Int) -> [any Mark] {
    let cells = families[index].cells
    let (x, y) = (cells.map { Double($0.components) }, cells.map(excess))
    guard let color = color(index) else {
      return [LineMark(x: x, y: y, paint: .muted.opacity(0.45), width: Style.secondaryLine)]
    }
    let line = LineMark(
      x: x, y: y, paint: .component(color),
      label: isShown(families[index]) ? Label(families[index].name, at: .end) : nil)
    func points(_ kept: [Int], _ paint: Paint, _ diameter: Double) -> PointMark {
      PointMark(
        x: kept.map { x[$0] }, y: kept.map { y[$0] }, paints: [paint], symbols: [.component(color)],
        diameter: diameter, opacity: 1, rimmed: true, shuffled: false)
    }
    let hollow = cells.indices.filter { cells[$0].isSpurious }
    return [line, points(Array(cells.indices), .component(color), Self.diameter)]
      + (hollow.isEmpty ? [] : [points(hollow, .background, Self.diameter - 3)])
  }

  /// Cells that stand at the upper edge, side by side where several families do at one K: triangles for those above it,
  /// crosses for those that failed.
  private var edge: [any Mark] {
    var high: [(x: Double, family: Int)] = []
    var failed: [(x: Double, family: Int)] = []
    let shown = families.indices.filter { index in
      color(index) != nil && (isShown(families[index]) || families[index].cells.contains { $0.value.isNaN })
    }
    let pitch = (kRange.upperBound - kRange.lowerBound) / 60
    for k in Set(shown.flatMap { families[$0].cells.map(\.components) }).sorted() {
      let cells = shown.compactMap { index in
        families[index].cells.first { $0.components == k }.map { (family: index, cell: $0) }
      }
      let own = cells.filter { $0.cell.value.isNaN || isAbove($0.cell) && isShown(families[$0.family]) }
      for (place, item) in own.enumerated() {
        let x = Double(k) + pitch * (Double(place) - Double(own.count - 1) / 2)
        if item.cell.value.isNaN { failed.append((x, item.family)) } else { high.append((x, item.family)) }
      }
    }
    let triangles = PointMark(
      x: high.map(\.x), y: high.map { _ in top + unit }, paints: high.map { .component(color($0.family) ?? 0) },
      diameter: Self.diameter, opacity: 1, marksOverflow: true, shuffled: false)
    let crosses = PointMark(
      x: failed.map(\.x), y: failed.map { _ in top - 0.015 * (top - bottom) },
      paints: failed.map { .component(color($0.family) ?? 0) }, symbols: [.cross], diameter: Self.diameter, opacity: 1,
      shuffled: false)
    return (high.isEmpty ? [] : [triangles]) + (failed.isEmpty ? [] : [crosses])
  }

  private func isAbove(_ cell: Cell) -> Bool { excess(cell) > top }
  var hasOverflow: Bool {
    families.indices.contains {
      color($0) != nil && isShown(families[$0]) && families[$0].cells.contains(where: isAbove)
    }
  }

  private var winner: any Mark {
    PointMark(
      x: [Double(best.components)], y: [0], paints: [.component(color(best.family) ?? 0)],
      symbols: [.component(color(best.family) ?? 0)],
      diameter: Self.diameter, opacity: 1, rings: [0], ringDiameter: 17, rimmed: true)
  }

  /// Room at both ends for rings and triangles, and at least three numbers of components.
  private var kRange: ClosedRange<Double> {
    let ks = families.flatMap { $0.cells.map(\.components) }
    let (least, most) = (ks.min() ?? 1, ks.max() ?? 1)
    let last = max(most, least + 2)
    let room = Double(last - least) * 0.05
    return Double(least) - room...Double(last) + room
  }

  func isShown(_ family: Family) -> Bool { family.cells.contains { excess($0) <= top } }

  private var allExcess: [Double] { families.flatMap { $0.cells.map(excess) }.filter(\.isFinite) }

  /// The lower end of the axis: spurious optima may lie below the best.
  private var bottom: Double { range?.lowerBound ?? max(min(0, allExcess.min() ?? 0), -top) - 0.04 * top }

  /// The upper end of the axis: families far behind must not flatten the contest among those in front.
  private var top: Double {
    if let range { return range.upperBound }
    let leads = families.compactMap { $0.cells.map(excess).filter(\.isFinite).min() }.sorted()
    let behind = allExcess.filter { $0 > 0 }.sorted()
    guard let largest = behind.last else { return 12 * unit }
    let contest = leads.last { $0 <= 4 * (leads.dropFirst().first ?? 0) + 20 * unit } ?? 0
    let typical = behind[(behind.count - 1) * 3 / 5]
    return max(12 * unit, min(largest * 1.05, max(contest * 1.6, min(typical, 12 * max(contest, 10 * unit)))))
  }
}
