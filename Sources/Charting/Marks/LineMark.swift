/// A line through points in the order given.
package struct LineMark: Mark {
  package var x: [Double]
  /// A NaN breaks the line.
  package var y: [Double]
  package var paint: Paint
  /// In CSS pixels; see `Style` for the widths of data, sum and secondary lines.
  package var width: Double
  package var dash: [Double]
  package var label: Label?

  package init(
    x: [Double], y: [Double], paint: Paint, width: Double = Style.line, dash: [Double] = [], label: Label? = nil
  ) {
    self.x = x
    self.y = y
    self.paint = paint
    self.width = width
    self.dash = dash
    self.label = label
  }

  package var grid: Panel.Grid? { .horizontal }

  package func extend(x: inout Extent, y: inout Extent) {
    for (a, b) in zip(self.x, self.y) where a.isFinite && b.isFinite {
      x.include(a, room: .flush)
      y.include(b)
    }
  }

  package func draw(in panel: inout PanelDrawing) {
    let lines = Self.pieces(zip(x, y).map { panel.point($0, $1) })
    var path = Path()
    for line in lines {
      path.append(.polyline(line))
      panel.obstacles.add(line: line, weight: width > 1.5 ? 2.5 : 0.6)
    }
    if lines.contains(where: { $0.count > Self.longestStroke }) {
      for stroke in lines.flatMap(Self.strokes) {
        var path = Path()
        path.append(.polyline(stroke))
        panel.add(stroke: path, paint, width: width, dash: dash)
      }
    } else if !path.isEmpty {
      panel.add(stroke: path, paint, width: width, dash: dash)
    }
    if let label {
      panel.labels.append(
        LabelRequest(label, paint: paint, swatch: .line(dash: dash), beside: .curve(lines.flatMap(\.self))))
    }
  }

  /// The time to stroke a line that crosses itself grows with the square of its points: longer ones are cut.
  private static let longestStroke = 1024

  /// A line as strokes of some hundred points; each begins with the last stretch of the one before, so that the corner
  /// between them is joined.
  private static func strokes(_ line: [Point]) -> [[Point]] {
    stride(from: 0, to: max(1, line.count - 1), by: 256).map { start in
      Array(line[max(0, start - 1)..<min(line.count, start + 257)])
    }
  }

  /// The unbroken stretches of a line whose points may be missing.
  static func pieces(_ points: [Point]) -> [[Point]] {
    points.split { !$0.x.isFinite || !$0.y.isFinite }.map { Array($0) }
  }
}
