/// Shapes as wide as something is frequent, one a row or column: mirrored densities.
package struct ViolinMark: Mark {
  package struct Violin: Sendable, Hashable {
    /// The middle, in units of the axis across.
    package var place: Double
    /// Ascending.
    package var values: [Double]
    /// How far the shape reaches from its middle at each value, towards smaller places and towards larger ones; 0
    /// throughout for half a violin.
    package var before: [Double]
    package var after: [Double]
    package var paint: Paint

    package init(place: Double, values: [Double], before: [Double], after: [Double], paint: Paint) {
      self.place = place
      self.values = values
      self.before = before
      self.after = after
      self.paint = paint
    }
  }

  package var violins: [Violin]
  package var orientation: Orientation

  package init(_ violins: [Violin], orientation: Orientation) {
    self.violins = violins
    self.orientation = orientation
  }

  package var grid: Panel.Grid? { orientation.grid }

  package func extend(x: inout Extent, y: inout Extent) {
    for violin in violins {
      let reach = (before: violin.before.max() ?? 0, after: violin.after.max() ?? 0)
      orientation.extend(
        &x, &y, values: [violin.values.first, violin.values.last].compactMap(\.self),
        places: violin.place - reach.before...violin.place + reach.after)
    }
  }

  package func draw(in panel: inout PanelDrawing) {
    let (values, places) = orientation.axes(of: panel)
    for violin in violins {
      func side(_ widths: [Double], _ sign: Double) -> [Point] {
        zip(violin.values, widths).map {
          orientation.point(values.edge($0), places.pixel(violin.place + sign * $1))
        }
      }
      let outline = (side(violin.before, -1) + side(violin.after, 1).reversed()).filter {
        $0.x.isFinite && $0.y.isFinite
      }
      let path = Path.polyline(outline, closed: true)
      guard !path.isEmpty else { continue }
      panel.add(fill: path, violin.paint.opacity(0.22))
      panel.add(stroke: path, violin.paint, width: 1.4)
      panel.obstacles.add(line: outline, weight: 1)
    }
  }
}
