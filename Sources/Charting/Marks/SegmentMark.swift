/// Straight lines between pairs of points: a rug, errors, the steps of a path.
package struct SegmentMark: Mark {
  package struct Segment: Sendable, Hashable {
    package var x0: Double
    package var y0: Double
    package var x1: Double
    package var y1: Double

    package init(x0: Double, y0: Double, x1: Double, y1: Double) {
      self.x0 = x0
      self.y0 = y0
      self.x1 = x1
      self.y1 = y1
    }
  }

  package var segments: [Segment]
  package var paint: Paint
  package var width: Double
  package var dash: [Double]

  package init(_ segments: [Segment], paint: Paint, width: Double = Style.secondaryLine, dash: [Double] = []) {
    self.segments = segments
    self.paint = paint
    self.width = width
    self.dash = dash
  }

  package func extend(x: inout Extent, y: inout Extent) {
    for segment in segments {
      x.include([segment.x0, segment.x1])
      y.include([segment.y0, segment.y1])
    }
  }

  package func draw(in panel: inout PanelDrawing) {
    var path = Path()
    for segment in segments {
      let ends = [panel.point(segment.x0, segment.y0), panel.point(segment.x1, segment.y1)]
      guard ends.allSatisfy({ $0.x.isFinite && $0.y.isFinite }) else { continue }
      path.append(.polyline(ends))
      panel.obstacles.add(line: ends, weight: 0.5)
    }
    if !path.isEmpty { panel.add(stroke: path, paint, width: width, dash: dash) }
  }
}
