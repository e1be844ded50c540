/// Cells of a table in colours that stand for numbers, with the numbers in them: a correlation or confusion matrix.
///
/// A cell reaches half a unit to either side of its place. Its text is black or white, whichever stands out more: that
/// gives a contrast of 4.58 at least on any colour.
package struct CellMark: Mark {
  package struct Cell: Sendable, Hashable {
    package var x: Double
    package var y: Double
    package var paint: Paint
    /// Empty for none.
    package var text: String

    package init(x: Double, y: Double, paint: Paint, text: String = "") {
      self.x = x
      self.y = y
      self.paint = paint
      self.text = text
    }
  }

  package var cells: [Cell]

  package init(_ cells: [Cell]) { self.cells = cells }

  package func extend(x: inout Extent, y: inout Extent) {
    for cell in cells {
      x.include([cell.x - 0.5, cell.x + 0.5], room: .flush)
      y.include([cell.y - 0.5, cell.y + 0.5], room: .flush)
    }
  }

  package func draw(in panel: inout PanelDrawing) {
    func snapped(_ pixel: Double) -> Double { (pixel * 2).rounded() / 2 }
    for cell in cells {
      let rect = Rect(
        minX: snapped(panel.x.pixel(cell.x - 0.5)) + 0.5, minY: snapped(panel.y.pixel(cell.y + 0.5)) + 0.5,
        maxX: snapped(panel.x.pixel(cell.x + 0.5)) - 0.5, maxY: snapped(panel.y.pixel(cell.y - 0.5)) - 0.5)
      panel.add(fill: .rect(rect), cell.paint)
      panel.obstacles.add(rect, weight: 1)
      guard !cell.text.isEmpty else { continue }
      let ground = panel.theme.color(cell.paint).over(panel.theme.background)
      let ink = [Color.white, .black].max { $0.contrast(with: ground) < $1.contrast(with: ground) } ?? .black
      panel.addUncut(
        .text(
          TextRun(
            RichText(cell.text), at: Point(rect.midX, rect.midY), style: Style.tick, color: ink, anchor: .middle,
            baseline: .middle)))
    }
  }
}
