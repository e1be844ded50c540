internal import Wording

/// Box plots, lying one a row or standing one a column.
///
/// A box reaches from the lower to the upper quartile with a line at the median, whiskers to the last values within 1.5
/// interquartile ranges of it; values beyond are points. How many lie outside a fixed range is written at its edge.
package struct BoxMark: Mark {
  package struct Box: Sendable, Hashable {
    /// The row, or the column of a standing box, in units of that axis.
    package var row: Double
    package var whiskers: ClosedRange<Double>
    package var quartiles: ClosedRange<Double>
    package var median: Double
    /// Drawn as points.
    package var outliers: [Double]
    /// Those of the outliers beyond these ends are filled, the others open; all are filled when `nil`.
    package var fences: ClosedRange<Double>?
    /// Where the box is drawn in towards the median; `nil` for straight sides.
    package var notch: ClosedRange<Double>?
    /// Marked with a diamond; `nil` for none.
    package var mean: Double?
    package var paint: Paint

    package init(
      row: Double, whiskers: ClosedRange<Double>, quartiles: ClosedRange<Double>, median: Double,
      outliers: [Double] = [], fences: ClosedRange<Double>? = nil, notch: ClosedRange<Double>? = nil,
      mean: Double? = nil, paint: Paint
    ) {
      self.row = row
      self.whiskers = whiskers
      self.quartiles = quartiles
      self.median = median
      self.outliers = outliers
      self.fences = fences
      self.notch = notch
      self.mean = mean
      self.paint = paint
    }

    package init(row: Double, _ statistics: BoxStatistics, paint: Paint) {
      self.init(
        row: row, whiskers: statistics.whiskers, quartiles: statistics.lowerQuartile...statistics.upperQuartile,
        median: statistics.median, outliers: statistics.outliers, paint: paint)
    }
  }

  package enum Look: Sendable, Hashable {
    /// One colour with a gap at the median: beside another plot.
    case solid
    /// A pale box with an outline and a line at the median.
    case outlined
  }

  package var boxes: [Box]
  package var orientation: Orientation
  package var look: Look
  /// Across, in units of the axis of the rows.
  package var thickness: Double
  /// In CSS pixels.
  package var mostThickness: Double

  package init(
    _ boxes: [Box], orientation: Orientation = .lying, look: Look = .solid, thickness: Double = 0.62,
    mostThickness: Double = 16
  ) {
    self.boxes = boxes
    self.orientation = orientation
    self.look = look
    self.thickness = thickness
    self.mostThickness = mostThickness
  }

  package var grid: Panel.Grid? { orientation.grid }

  package func extend(x: inout Extent, y: inout Extent) {
    let half = look == .solid ? 0.5 : thickness / 2
    for box in boxes {
      orientation.extend(
        &x, &y, values: [box.whiskers.lowerBound, box.whiskers.upperBound] + box.outliers,
        places: box.row - half...box.row + half)
      if let mean = box.mean { orientation.extend(&x, &y, values: [mean], places: box.row - half...box.row + half) }
    }
  }

  package func draw(in panel: inout PanelDrawing) {
    for box in boxes {
      let (values, places) = orientation.axes(of: panel)
      let row = (places.pixel(box.row) * 2).rounded() / 2
      let half = min(mostThickness, (abs(places.pixelsPerUnit) * thickness * 2).rounded() / 2) / 2
      drawWhiskers(of: box, at: row, in: &panel)
      let body = body(of: box, row, half, values)
      panel.obstacles.add(
        orientation.rect(
          (values.edge(box.quartiles.lowerBound), values.edge(box.quartiles.upperBound)), (row - half, row + half)),
        weight: 1)
      let median = values.edge(box.median)
      let waist = box.notch == nil ? half : half / 2
      let line = Path.line(orientation.point(median, row - waist), orientation.point(median, row + waist))
      switch look {
      case .solid:
        panel.add(fill: body, box.paint)
        panel.add(stroke: line, .background, width: 2)
      case .outlined:
        panel.add(fill: body, .background)
        panel.add(fill: body, box.paint.opacity(0.22))
        panel.add(stroke: body, box.paint, width: 1.4)
        panel.add(stroke: line, box.paint, width: 2.6)
      }
      drawOutliers(of: box, at: row, in: &panel)
      if let mean = box.mean, values.shows(mean) {
        let place = orientation.point(values.pixel(mean), row)
        let stroke = Stroke(panel.theme.background, width: 1)
        panel.addUncut(
          .symbols(SymbolStamps(.diamond, size: 7, at: [place], colors: [panel.theme.ink], outline: stroke)))
      }
    }
  }

  private func drawWhiskers(of box: Box, at row: Double, in panel: inout PanelDrawing) {
    let values = orientation.axes(of: panel).values
    var path = Path()
    let pairs =
      look == .solid
      ? [(box.whiskers.lowerBound, box.whiskers.upperBound)]
      : [
        (box.whiskers.lowerBound, box.quartiles.lowerBound), (box.quartiles.upperBound, box.whiskers.upperBound),
      ]
    for (from, to) in pairs {
      let ends = [orientation.point(values.edge(from), row), orientation.point(values.edge(to), row)]
      path.append(.line(ends[0], ends[1]))
      panel.obstacles.add(line: ends, weight: 1)
    }
    panel.add(stroke: path, box.paint, width: 1.4)
  }

  /// A rectangle, or one drawn in to half its width at the median. Notches may reach beyond the quartiles.
  private func body(of box: Box, _ row: Double, _ half: Double, _ values: PlacedAxis) -> Path {
    let (low, high) = (values.edge(box.quartiles.lowerBound), values.edge(box.quartiles.upperBound))
    guard let notch = box.notch else { return .rect(orientation.rect((low, high), (row - half, row + half))) }
    let (from, middle, to) = (values.edge(notch.lowerBound), values.edge(box.median), values.edge(notch.upperBound))
    let side: [(Double, Double)] = [(low, half), (from, half), (middle, half / 2), (to, half), (high, half)]
    let outline =
      side.map { orientation.point($0.0, row - $0.1) } + side.reversed().map { orientation.point($0.0, row + $0.1) }
    return .polyline(outline, closed: true)
  }

  private func drawOutliers(of box: Box, at row: Double, in panel: inout PanelDrawing) {
    let values = orientation.axes(of: panel).values
    let shown = box.outliers.filter { values.shows($0) }
    let color = panel.theme.color(box.paint).opacity(0.65)
    let far = shown.filter { !(box.fences?.contains($0) ?? false) }
    let near = shown.filter { box.fences?.contains($0) ?? false }
    for place in shown { panel.obstacles.add(disc: orientation.point(values.pixel(place), row), radius: 2) }
    let places = far.map { orientation.point(values.pixel($0), row) }
    if !places.isEmpty { panel.addUncut(.symbols(SymbolStamps(.circle, size: 4, at: places, color: color))) }
    let open = near.map { orientation.point(values.pixel($0), row) }
    if !open.isEmpty {
      panel.addUncut(
        .symbols(SymbolStamps(.circle, size: 4.5, at: open, colors: [], outline: Stroke(color, width: 1))))
    }
    let beyond = box.outliers.count { $0 > values.scale.value(at: values.domain.upperBound) }
    if beyond > 0 {
      let place = orientation == .lying ? Point(panel.frame.maxX - 2, row) : Point(row + 4, panel.frame.minY + 7)
      let run = TextRun(
        RichText("+" + NumberFormat.count.string(Double(beyond))), at: place,
        style: Style.tick, color: panel.theme.textColor(box.paint), anchor: orientation == .lying ? .end : .start,
        baseline: .middle, halo: .init(panel.theme.background, width: Style.haloWidth), role: .annotation)
      panel.addUncut(.text(run))
    }
  }
}
