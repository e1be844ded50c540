/// A note at a place in data units, moved by the engine to where it covers least; left out where it would lie on other
/// text.
package struct TextMark: Mark {
  package var x: Double
  package var y: Double
  package var label: Label

  package init(_ text: String, x: Double, y: Double, paint: Paint = .muted) {
    self.init(lines: [text], x: x, y: y, paint: paint)
  }

  /// - Parameter lines: one string a line.
  package init(lines: [String], x: Double, y: Double, paint: Paint = .muted) {
    self.x = x
    self.y = y
    label = Label(lines: lines, paint: paint)
  }

  package func extend(x: inout Extent, y: inout Extent) {
    x.include(self.x)
    y.include(self.y)
  }

  package func draw(in panel: inout PanelDrawing) {
    guard panel.x.shows(x), panel.y.shows(y) else { return }
    panel.labels.append(
      LabelRequest(label, paint: .muted, swatch: nil, beside: .points([panel.point(x, y)], 0), light: true))
  }
}
