internal import Wording

/// Box plots that lie along the horizontal axis, one a row.
///
/// A box reaches from the lower to the upper quartile with a gap at the median, whiskers to the last values within 1.5
/// interquartile ranges of it; values beyond are points. How many lie outside a fixed range is written at its edge.
package struct BoxMark: Mark {
  package struct Box: Sendable, Hashable {
    /// The row, in units of the vertical axis.
    package var row: Double
    package var whiskers: ClosedRange<Double>
    package var quartiles: ClosedRange<Double>
    package var median: Double
    package var outliers: [Double]
    package var paint: Paint

    package init(
      row: Double, whiskers: ClosedRange<Double>, quartiles: ClosedRange<Double>, median: Double,
      outliers: [Double] = [], paint: Paint
    ) {
      self.row = row
      self.whiskers = whiskers
      self.quartiles = quartiles
      self.median = median
      self.outliers = outliers
      self.paint = paint
    }

    package init(row: Double, _ statistics: BoxStatistics, paint: Paint) {
      self.init(
        row: row, whiskers: statistics.whiskers, quartiles: statistics.lowerQuartile...statistics.upperQuartile,
        median: statistics.median, outliers: statistics.outliers, paint: paint)
    }
  }

  package var boxes: [Box]

  package init(_ boxes: [Box]) { self.boxes = boxes }

  package var grid: Panel.Grid? { .vertical }

  package func extend(x: inout Extent, y: inout Extent) {
    for box in boxes {
      x.include([box.whiskers.lowerBound, box.whiskers.upperBound] + box.outliers)
      y.include([box.row - 0.5, box.row + 0.5], room: .flush)
    }
  }

  package func draw(in panel: inout PanelDrawing) {
    let pitch = abs(panel.y.pixelsPerUnit)
    for box in boxes {
      let row = (panel.y.pixel(box.row) * 2).rounded() / 2
      let height = min(16, (pitch * 0.62 * 2).rounded() / 2)
      let whiskers = Path.line(
        Point(panel.x.edge(box.whiskers.lowerBound), row), Point(panel.x.edge(box.whiskers.upperBound), row))
      panel.add(stroke: whiskers, box.paint, width: 1.4)
      let body = Rect(
        minX: panel.x.edge(box.quartiles.lowerBound), minY: row - height / 2,
        maxX: panel.x.edge(box.quartiles.upperBound), maxY: row + height / 2)
      panel.add(fill: .rect(body), box.paint)
      panel.obstacles.add(body, weight: 1)
      let median = panel.x.edge(box.median)
      panel.add(
        stroke: .line(Point(median, body.minY), Point(median, body.maxY)), .background, width: 2)
      drawOutliers(of: box, row: row, in: &panel)
    }
  }

  private func drawOutliers(of box: Box, row: Double, in panel: inout PanelDrawing) {
    let shown = box.outliers.filter { panel.x.shows($0) }
    let color = panel.theme.color(box.paint).opacity(0.65)
    let places = shown.map { Point(panel.x.pixel($0), row) }
    for place in places { panel.obstacles.add(disc: place, radius: 2) }
    if !places.isEmpty { panel.addUncut(.symbols(SymbolStamps(.circle, size: 4, at: places, color: color))) }
    let beyond = box.outliers.count { $0 > panel.x.scale.value(at: panel.x.domain.upperBound) }
    if beyond > 0 {
      let run = TextRun(
        RichText("+" + NumberFormat.count.string(Double(beyond))), at: Point(panel.frame.maxX - 2, row),
        style: Style.tick, color: panel.theme.textColor(box.paint), anchor: .end, baseline: .middle,
        halo: .init(panel.theme.background, width: Style.haloWidth), role: .annotation)
      panel.addUncut(.text(run))
    }
  }
}
