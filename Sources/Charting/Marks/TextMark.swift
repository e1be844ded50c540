/// A note at a place in data units, moved by the engine to where it covers least.
package struct TextMark: Mark {
  package var x: Double
  package var y: Double
  package var label: Label

  package init(_ text: String, x: Double, y: Double, paint: Paint = .muted) {
    self.x = x
    self.y = y
    label = Label(text, paint: paint)
  }

  package func extend(x: inout Extent, y: inout Extent) {
    x.include(self.x)
    y.include(self.y)
  }

  package func draw(in panel: inout PanelDrawing) {
    guard panel.x.shows(x), panel.y.shows(y) else { return }
    panel.labels.append(
      LabelRequest(label, paint: .muted, swatch: .fill, beside: .points([panel.point(x, y)], 0), light: true))
  }
}
