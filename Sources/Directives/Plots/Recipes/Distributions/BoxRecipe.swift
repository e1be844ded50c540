internal import Charting
internal import Wording

/// One box plot a group.
struct BoxRecipe {
  /// Which values are drawn as points.
  enum Points: String, Sendable, CaseIterable {
    case outliers
    /// As outliers, those within three interquartile ranges open.
    case suspected
    case all
    case none
  }

  let groups: GroupedValues
  let points: Points
  let isNotched: Bool
  let showsMean: Bool
  let opacity: Double?

  func chart() -> Chart {
    let words = GroupedWords(groups)
    return Chart(
      title: words.medians, subtitle: subtitle(words), caption: caption(words),
      alternativeText: "Box plots of \(words.rows). \(words.medians).",
      description: words.description, data: words.data, size: groups.size, x: groups.axes.x,
      panels: groups.panels { marks($0) }, grid: groups.grid, legend: groups.legend)
  }

  private func marks(_ rows: [Int]) -> [any Mark] {
    let cells = groups.cells(rows)
    let thickness = cells.map { ($0.band.upperBound - $0.band.lowerBound) }.min() ?? 0.8
    let share = points == .all ? 0.4 : 0.72
    let boxes = cells.compactMap { cell -> BoxMark.Box? in
      guard let statistics = BoxStatistics(cell.values) else { return nil }
      var box = BoxMark.Box(row: place(of: cell), statistics, paint: cell.paint)
      if points == .none || points == .all { box.outliers = [] }
      if points == .suspected { box.fences = statistics.outerFences }
      if isNotched { box.notch = statistics.notch }
      if showsMean { box.mean = statistics.mean }
      return box
    }
    let mark = BoxMark(
      boxes, orientation: groups.orientation, look: .outlined, thickness: thickness * share, mostThickness: 64)
    guard points == .all else { return [mark] }
    return [mark]
      + cells.map { cell in
        let half = (cell.band.upperBound - cell.band.lowerBound) / 2
        let places = jittered(cell.values.map { _ in cell.middle + half * 0.55 }, width: half * 0.6)
        let lies = groups.orientation == .lying
        return PointMark(
          x: lies ? cell.values : places, y: lies ? places : cell.values, paints: [cell.paint],
          diameter: Style.point(count: groups.values.count).diameter * 0.75, opacity: opacity)
      }
  }

  /// Beside the points, where all are shown.
  private func place(of cell: GroupedValues.Cell) -> Double {
    points == .all ? cell.middle - (cell.band.upperBound - cell.band.lowerBound) * 0.2 : cell.middle
  }

  private func subtitle(_ words: GroupedWords) -> String {
    "Quartiles of \(groups.variable.title)" + (words.grouping.isEmpty ? "" : " \(words.grouping)")
      + (isNotched ? ", notched at the median’s 95 % interval" : "")
  }

  private func caption(_ words: GroupedWords) -> String {
    let beyond =
      switch points {
      case .outliers: "points beyond."
      case .suspected: "open points beyond, filled ones beyond 3."
      case .all: "every value a point."
      case .none: "values beyond not drawn."
      }
    return sentences(
      words.sampleSizes, "Box: quartiles; line: median; whiskers: to 1.5 interquartile ranges; \(beyond)",
      isNotched ? "Notch: median ± 1.57 IQR/√n; medians differ (95 %) where notches do not overlap." : "",
      showsMean ? "Diamond: mean." : "")
  }
}
