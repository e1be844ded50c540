/// The area between two curves over the same x, or between a curve and 0.
package struct AreaMark: Mark {
  package var x: [Double]
  package var lower: [Double]
  package var upper: [Double]
  package var paint: Paint

  /// - Parameters:
  ///   - x, lower, upper: one length; all values finite. `lower` is 0 throughout when `nil`.
  ///   - paint: the fill, with its opacity: `.component(0).opacity(Style.areaOpacity)`.
  package init(x: [Double], lower: [Double]? = nil, upper: [Double], paint: Paint) {
    self.x = x
    self.lower = lower ?? Array(repeating: 0, count: upper.count)
    self.upper = upper
    self.paint = paint
  }

  package var grid: Panel.Grid? { .horizontal }

  package func extend(x: inout Extent, y: inout Extent) {
    x.include(self.x, room: .flush)
    y.include(lower, room: .flush)
    y.include(upper)
  }

  package func draw(in panel: inout PanelDrawing) {
    let top = zip(x, upper).map { Point(panel.x.pixel($0), panel.y.edge($1)) }
    let foot = zip(x, lower).map { Point(panel.x.pixel($0), panel.y.edge($1)) }
    let outline = (top + foot.reversed()).filter { $0.x.isFinite && $0.y.isFinite }
    let path = Path.polyline(outline, closed: true)
    guard !path.isEmpty else { return }
    panel.add(fill: path, paint)
    panel.obstacles.add(between: top, and: foot, weight: 0.4)
  }
}
