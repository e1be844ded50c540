/// A straight line at one value: across the panel, or over a part of it.
package struct RuleMark: Mark {
  package enum Direction: Sendable, Hashable {
    /// At a height.
    case horizontal
    /// At a place along the horizontal axis.
    case vertical
  }

  package var direction: Direction
  package var value: Double
  /// The part drawn, in units of the other axis; the whole panel when `nil`.
  package var span: ClosedRange<Double>?
  package var paint: Paint
  package var width: Double
  package var dash: [Double]
  /// Near the top or the right end, unless it is to stand at the end.
  package var label: Label?

  package init(
    _ direction: Direction, at value: Double, span: ClosedRange<Double>? = nil, paint: Paint = .muted,
    width: Double = 1.1, dash: [Double] = [4, 3], label: Label? = nil
  ) {
    self.direction = direction
    self.value = value
    self.span = span
    self.paint = paint
    self.width = width
    self.dash = dash
    self.label = label
  }

  package func extend(x: inout Extent, y: inout Extent) {
    if direction == .horizontal {
      y.include(value)
      if let span { x.include([span.lowerBound, span.upperBound], room: .flush) }
    } else {
      x.include(value)
      if let span { y.include([span.lowerBound, span.upperBound], room: .flush) }
    }
  }

  package func draw(in panel: inout PanelDrawing) {
    let across = direction == .horizontal ? panel.y : panel.x
    let along = direction == .horizontal ? panel.x : panel.y
    guard across.shows(value) else { return }
    let pixel = across.pixel(value)
    let (from, to) = span.map { (along.edge($0.lowerBound), along.edge($0.upperBound)) } ?? (along.start, along.end)
    let ends =
      direction == .horizontal ? [Point(from, pixel), Point(to, pixel)] : [Point(pixel, from), Point(pixel, to)]
    panel.obstacles.add(line: ends, weight: 0.6)
    panel.add(stroke: .polyline(ends), paint, width: width, dash: dash)
    if let label {
      let atEnd = label.place == .end
      panel.labels.append(
        LabelRequest(
          label, paint: paint, swatch: atEnd ? .line(dash: dash) : nil,
          beside: atEnd ? .curve(ends) : .rule(ends[0], ends[1]), light: true))
    }
  }
}
