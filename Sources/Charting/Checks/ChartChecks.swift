/// What every chart has to fulfil, read off its marks.
package enum ChartChecks {
  /// Of a group, in the mark that shows it best, to the background.
  ///
  /// - SeeAlso: WCAG 2.2, success criterion 1.4.11.
  package static let leastContrast = 3.0
  /// How far the area of a density may be from 1.
  package static let areaTolerance = 0.01

  /// All problems, panel by panel; none in a figure fit to publish.
  package static func problems(of chart: Chart, in theme: Theme) -> [ChartProblem] {
    var problems: [ChartProblem] = []
    for (index, panel) in chart.panels.enumerated() {
      if !barsStandOnZero(panel) { problems.append(.barsOffZero(panel: index)) }
      if isDensity(panel), let area = wrongArea(panel, x: panel.x ?? chart.x) {
        problems.append(.densityArea(panel: index, area: area))
      }
    }
    return problems + faintGroups(chart, theme)
  }

  // MARK: Baselines

  /// Whether every bar begins at 0 or where another ends, on an axis that shows 0; a logarithmic axis has none, and all
  /// bars begin at its foot.
  private static func barsStandOnZero(_ panel: Panel) -> Bool {
    let bars = panel.marks.flatMap { ($0 as? BarMark)?.bars ?? [] }.filter { $0.y.lowerBound < $0.y.upperBound }
    guard let first = bars.first else { return true }
    if panel.y.scale == .log {
      let foot = panel.y.range?.lowerBound ?? first.y.lowerBound
      return bars.allSatisfy { $0.y.lowerBound <= foot || bars.map(\.y.upperBound).contains($0.y.lowerBound) }
    }
    if panel.y.range.map({ !$0.contains(0) }) ?? false { return false }
    let ends = Set(bars.flatMap { [$0.y.lowerBound, $0.y.upperBound] }).union([0])
    return bars.allSatisfy { bar in
      if bar.y.lowerBound == 0 || bar.y.upperBound == 0 { return true }
      let touching = bars.filter { $0 != bar && $0.x.overlaps(bar.x) }
      return ends.contains(bar.y.lowerBound) && touching.contains { $0.y.upperBound == bar.y.lowerBound }
    }
  }

  // MARK: Densities

  /// Whether heights are called densities. A column of this name has neither bars nor areas.
  private static func isDensity(_ panel: Panel) -> Bool {
    let title = panel.y.title
    return (title == "density" || title.hasPrefix("density (per "))
      && panel.marks.contains { $0 is BarMark || $0 is AreaMark }
  }

  /// An area that should be 1 and is not: that of all bars together; of the lines, that of one or of all together.
  private static func wrongArea(_ panel: Panel, x: Axis) -> Double? {
    guard x.scale == .linear, x.overflow == nil else { return nil }
    func isWrong(_ area: Double) -> Bool { abs(area - 1) > areaTolerance }
    let bars = panel.marks.flatMap { ($0 as? BarMark)?.bars ?? [] }
    let inBars = bars.reduce(0) { sum, bar in
      sum + (bar.x.upperBound - bar.x.lowerBound) * (bar.y.upperBound - bar.y.lowerBound)
    }
    if !bars.isEmpty, isWrong(inBars) { return inBars }
    let curves = panel.marks.compactMap { $0 as? LineMark }.filter { $0.x.count > 2 }
    // A curve cut off by the range of the axis keeps part of its area to itself.
    let areas = curves.map(area)
    let isCut = curves.contains { isHighAtAnEnd($0) }
    if let excessive = areas.first(where: { $0 > 1 + areaTolerance }) { return excessive }
    guard !areas.isEmpty, !isCut, areas.allSatisfy(isWrong), isWrong(areas.reduce(0, +)) else { return nil }
    return areas.max()
  }

  /// By the trapezium rule.
  private static func area(below line: LineMark) -> Double {
    zip(zip(line.x, line.x.dropFirst()), zip(line.y, line.y.dropFirst())).reduce(0) { sum, step in
      let piece = (step.0.1 - step.0.0) * (step.1.0 + step.1.1) / 2
      return piece.isFinite ? sum + piece : sum
    }
  }

  /// Whether the line ends above 0, or falls to it upright.
  private static func isHighAtAnEnd(_ line: LineMark) -> Bool {
    let highest = line.y.filter(\.isFinite).max() ?? 0
    let points = Array(zip(line.x, line.y))
    func end(_ points: [(x: Double, y: Double)]) -> Double {
      points.count > 1 && points[0].x == points[1].x ? points[1].y : points.first?.y ?? 0
    }
    return max(end(points), end(points.reversed())) > 0.02 * highest
  }

  // MARK: Contrast

  /// Components and ordered groups that no mark shows with contrast enough; what is grey is context, and what a scale
  /// colours has its key.
  private static func faintGroups(_ chart: Chart, _ theme: Theme) -> [ChartProblem] {
    var best: [(role: Paint.Role, contrast: Double)] = []
    for paint in chart.panels.flatMap(\.marks).flatMap(paints) {
      let contrast = theme.color(paint).over(theme.background).contrast(with: theme.background)
      if let index = best.firstIndex(where: { $0.role == paint.role }) {
        best[index].contrast = max(best[index].contrast, contrast)
      } else {
        best.append((paint.role, contrast))
      }
    }
    return best.filter { $0.contrast < leastContrast }.map { .faintGroup($0.role, contrast: $0.contrast) }
  }

  /// The paints by which a mark tells groups apart. Points and bars are judged as where they lie on each other, which is
  /// what they are translucent for.
  private static func paints(of mark: any Mark) -> [Paint] {
    let paints: [Paint] =
      switch mark {
      case let mark as LineMark: [mark.paint]
      case let mark as AreaMark: [mark.paint]
      case let mark as BarMark: [Paint(mark.paint.role)]
      case let mark as EllipseMark: [mark.paint]
      case let mark as SegmentMark: [mark.paint]
      case let mark as RuleMark: [mark.paint]
      case let mark as BoxMark: mark.boxes.map(\.paint)
      case let mark as PointMark: mark.paints.map { Paint($0.role) }
      default: []
      }
    var distinct: [Paint] = []
    for paint in paints where !distinct.contains(paint) {
      switch paint.role {
      case .component, .ordered: distinct.append(paint)
      default: break
      }
    }
    return distinct
  }
}
