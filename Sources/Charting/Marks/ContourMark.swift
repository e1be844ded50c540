/// Regions and lines at levels of a surface, given as polygons: `{f ≥ level}` and its border.
package struct ContourMark: Mark {
  /// A polygon in data units.
  package struct Line: Sendable, Hashable {
    package var x: [Double]
    package var y: [Double]
    package var closed: Bool

    package init(x: [Double], y: [Double], closed: Bool = true) {
      self.x = x
      self.y = y
      self.closed = closed
    }
  }

  package struct Level: Sendable, Hashable {
    /// Holes run the other way round than what they are cut from.
    package var lines: [Line]
    /// `nil` for lines alone.
    package var fill: Paint?
    package var stroke: Paint?
    package var width: Double
    package var dash: [Double]
    package var label: Label?

    package init(
      lines: [Line], fill: Paint? = nil, stroke: Paint? = nil, width: Double = 1.2, dash: [Double] = [],
      label: Label? = nil
    ) {
      self.lines = lines
      self.fill = fill
      self.stroke = stroke
      self.width = width
      self.dash = dash
      self.label = label
    }
  }

  /// In the order in which they are drawn: the widest region first.
  package var levels: [Level]

  package init(_ levels: [Level]) { self.levels = levels }

  package var grid: Panel.Grid? { .both }

  package func extend(x: inout Extent, y: inout Extent) {
    for line in levels.flatMap(\.lines) {
      x.include(line.x)
      y.include(line.y)
    }
  }

  package func draw(in panel: inout PanelDrawing) {
    for level in levels {
      var path = Path()
      var outline: [Point] = []
      for line in level.lines {
        let points = zip(line.x, line.y).map { panel.point($0, $1) }.filter { $0.x.isFinite && $0.y.isFinite }
        path.append(.polyline(points, closed: line.closed))
        panel.obstacles.add(line: points, weight: 0.8)
        outline += points
      }
      guard !path.isEmpty else { continue }
      let stroke = level.stroke.map { Stroke(panel.theme.color($0), width: level.width, dash: level.dash) }
      panel.add(.path(path, fill: level.fill.map { panel.theme.color($0) }, stroke: stroke))
      if let label = level.label {
        let paint = level.stroke ?? level.fill ?? .ink
        // What lies under a level's name shows beside it too: the name stays on its line however crowded.
        panel.labels.append(
          LabelRequest(label, paint: paint, swatch: nil, beside: .curve(outline), light: true))
      }
    }
  }
}
