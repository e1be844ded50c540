/// A short line at the foot of the panel for every value.
package struct RugMark: Mark {
  package var values: [Double]
  package var paint: Paint

  /// In CSS pixels.
  private static let height = 7.0

  package init(_ values: [Double], paint: Paint) {
    self.values = values
    self.paint = paint
  }

  package func extend(x: inout Extent, y: inout Extent) { x.include(values) }

  package func draw(in panel: inout PanelDrawing) {
    let pixels = Set(values.filter { panel.x.shows($0) }.map { (panel.x.pixel($0) * 4).rounded() / 4 }).sorted()
    var path = Path()
    for pixel in pixels {
      path.append(.line(Point(pixel, panel.frame.maxY - Self.height), Point(pixel, panel.frame.maxY)))
    }
    if !path.isEmpty { panel.add(stroke: path, paint, width: 0.8) }
  }
}
