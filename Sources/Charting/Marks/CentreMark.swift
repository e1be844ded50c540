/// A cross at the centre of something: the mean of a component. Drawn over the points, in ink.
package struct CentreMark: Mark {
  package var x: Double
  package var y: Double
  package var paint: Paint
  /// The length of its arms together, in CSS pixels.
  package var size: Double

  package init(x: Double, y: Double, paint: Paint = .ink, size: Double = 13) {
    self.x = x
    self.y = y
    self.paint = paint
    self.size = size
  }

  package func extend(x: inout Extent, y: inout Extent) {
    x.include(self.x, room: .symbol)
    y.include(self.y, room: .symbol)
  }

  package func draw(in panel: inout PanelDrawing) {
    guard panel.x.shows(x), panel.y.shows(y) else { return }
    let center = panel.point(x, y)
    var path = Path.line(Point(center.x - size / 2, center.y), Point(center.x + size / 2, center.y))
    path.append(.line(Point(center.x, center.y - size / 2), Point(center.x, center.y + size / 2)))
    let rim = Stroke(panel.theme.background.opacity(0.8), width: 4, cap: .square)
    panel.addUncut(.stroke(path, rim))
    panel.addUncut(.stroke(path, Stroke(panel.theme.color(paint), width: 2)))
    panel.obstacles.add(disc: center, radius: size / 2)
  }
}
