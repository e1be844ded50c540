/// The cells of a honeycomb, each in a colour.
package struct HexagonMark: Mark {
  package struct Cell: Sendable, Hashable {
    /// The centre, as places on the scales.
    package var x: Double
    package var y: Double
    package var paint: Paint

    package init(x: Double, y: Double, paint: Paint) {
      self.x = x
      self.y = y
      self.paint = paint
    }
  }

  package var lattice: HexagonLattice
  /// In the order in which they are drawn; neighbours in it that share a paint become one path.
  package var cells: [Cell]
  /// What of the axes the data take up, in data units.
  package var x: ClosedRange<Double>
  package var y: ClosedRange<Double>

  package init(_ lattice: HexagonLattice, cells: [Cell], x: ClosedRange<Double>, y: ClosedRange<Double>) {
    self.lattice = lattice
    self.cells = cells
    self.x = x
    self.y = y
  }

  package var grid: Panel.Grid? { .both }

  package func extend(x: inout Extent, y: inout Extent) {
    x.include([self.x.lowerBound, self.x.upperBound])
    y.include([self.y.lowerBound, self.y.upperBound])
  }

  package func draw(in panel: inout PanelDrawing) {
    let corners = lattice.corners
    var path = Path()
    var paint: Paint?
    func flush(_ panel: inout PanelDrawing) {
      // Opaque, so that the grid does not show through and what overlaps at the edges is not darker.
      if let paint, !path.isEmpty { panel.add(.fill(path, panel.theme.color(paint).over(panel.theme.background))) }
      path = Path()
    }
    for cell in cells {
      if cell.paint != paint {
        flush(&panel)
        paint = cell.paint
      }
      let points = corners.map { corner in
        panel.point(
          panel.x.scale.value(at: cell.x + corner.x * Self.overlap),
          panel.y.scale.value(at: cell.y + corner.y * Self.overlap))
      }
      guard points.allSatisfy(\.isFinite) else { continue }
      path.append(.polyline(points, closed: true))
      panel.obstacles.add(Rect(minX: points[4].x, minY: points[0].y, maxX: points[1].x, maxY: points[3].y), weight: 0.8)
    }
    flush(&panel)
  }

  /// Neighbours reach over each other a little, or the page would shine through between them.
  private static let overlap = 1.03
}
