/// A name that stands exactly where it is put, such as the heading of a column of cells.
package struct NameMark: Mark {
  package var text: String
  package var x: Double
  package var y: Double
  package var anchor: TextRun.Anchor
  /// Whether it reads upwards.
  package var isUpright: Bool

  /// - Parameters:
  ///   - x, y: in data units.
  ///   - anchor: which part of the text lies there.
  package init(_ text: String, x: Double, y: Double, anchor: TextRun.Anchor = .start, isUpright: Bool = false) {
    self.text = text
    self.x = x
    self.y = y
    self.anchor = anchor
    self.isUpright = isUpright
  }

  /// It takes no room of its own: the axes say how much there is.
  package func extend(x: inout Extent, y: inout Extent) {}

  package func draw(in panel: inout PanelDrawing) {
    panel.addUncut(
      .text(
        TextRun(
          RichText(text), at: panel.point(x, y), style: Style.tick, color: panel.theme.muted, anchor: anchor,
          baseline: .middle, angle: isUpright ? -90 : 0)))
  }
}
