/// A grid of paints over a rectangle of data units: a heat map, a density, the strip of responsibilities.
package struct RasterMark: Mark {
  package var x: ClosedRange<Double>
  package var y: ClosedRange<Double>
  package var columns: Int
  package var rows: Int
  /// `columns · rows` paints, rows from the bottom, each from left to right.
  package var paints: [Paint]
  /// Blends between neighbours.
  package var smooth: Bool

  package init(
    x: ClosedRange<Double>, y: ClosedRange<Double> = 0...1, columns: Int, rows: Int = 1, paints: [Paint],
    smooth: Bool = false
  ) {
    self.x = x
    self.y = y
    self.columns = columns
    self.rows = rows
    self.paints = paints
    self.smooth = smooth
  }

  package func extend(x: inout Extent, y: inout Extent) {
    x.include([self.x.lowerBound, self.x.upperBound], room: .flush)
    y.include([self.y.lowerBound, self.y.upperBound], room: .flush)
  }

  package func draw(in panel: inout PanelDrawing) {
    guard columns > 0, rows > 0, paints.count == columns * rows else { return }
    let rect = Rect(
      minX: panel.x.edge(x.lowerBound), minY: panel.y.edge(y.upperBound), maxX: panel.x.edge(x.upperBound),
      maxY: panel.y.edge(y.lowerBound))
    let colors = (0..<rows).reversed().flatMap { row in
      paints[row * columns..<(row + 1) * columns].map { panel.theme.color($0) }
    }
    panel.add(.image(RasterImage(in: rect, width: columns, height: rows, colors: colors, smooth: smooth)))
  }
}
