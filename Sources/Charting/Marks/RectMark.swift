/// A filled rectangle; without one of its sides, a band across the panel.
package struct RectMark: Mark {
  /// The whole width when `nil`.
  package var x: ClosedRange<Double>?
  /// The whole height when `nil`.
  package var y: ClosedRange<Double>?
  package var paint: Paint
  /// What the region is, written in one of its corners.
  package var label: Label?

  package init(x: ClosedRange<Double>? = nil, y: ClosedRange<Double>? = nil, paint: Paint, label: Label? = nil) {
    self.x = x
    self.y = y
    self.paint = paint
    self.label = label
  }

  package func extend(x: inout Extent, y: inout Extent) {
    if let range = self.x { x.include([range.lowerBound, range.upperBound], room: .flush) }
    if let range = self.y { y.include([range.lowerBound, range.upperBound], room: .flush) }
  }

  package func draw(in panel: inout PanelDrawing) {
    let (left, right) =
      x.map { (panel.x.edge($0.lowerBound), panel.x.edge($0.upperBound)) } ?? (panel.x.start, panel.x.end)
    let (foot, top) =
      y.map { (panel.y.edge($0.lowerBound), panel.y.edge($0.upperBound)) } ?? (panel.y.start, panel.y.end)
    let rect = Rect(minX: left, minY: top, maxX: right, maxY: foot)
    guard let visible = rect.intersection(panel.frame) else { return }
    panel.add(fill: .rect(visible), paint)
    if let label {
      panel.labels.append(
        LabelRequest(label, paint: .muted, swatch: nil, beside: .region(visible), light: true))
    }
  }
}
