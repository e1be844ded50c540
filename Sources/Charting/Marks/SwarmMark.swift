/// Points beside the line of their group, moved off it so that none hides another.
///
/// All groups have points of one size: the largest with which every group keeps to its width. Where even the smallest do
/// not, points at the edges overlap.
package struct SwarmMark: Mark {
  package struct Group: Sendable, Hashable {
    /// The line, in units of the axis across.
    package var place: Double
    package var values: [Double]
    package var paint: Paint

    package init(place: Double, values: [Double], paint: Paint) {
      self.place = place
      self.values = values
      self.paint = paint
    }
  }

  package var groups: [Group]
  package var orientation: Orientation
  /// How far points may lie off the line, in units of the axis across.
  package var reach: Double

  private static let diameters = [6.0, 5, 4, 3.2, 2.6, 2]

  package init(_ groups: [Group], orientation: Orientation, reach: Double) {
    self.groups = groups
    self.orientation = orientation
    self.reach = reach
  }

  package var grid: Panel.Grid? { orientation.grid }

  package func extend(x: inout Extent, y: inout Extent) {
    for group in groups {
      orientation.extend(
        &x, &y, values: group.values, room: .symbol, places: group.place - reach...group.place + reach)
    }
  }

  package func draw(in panel: inout PanelDrawing) {
    let (values, places) = orientation.axes(of: panel)
    let limit = abs(places.pixelsPerUnit) * reach
    let pixels = groups.map { $0.values.filter(values.shows).map(values.pixel) }
    var offsets: [[Double]] = []
    var diameter = 0.0
    for size in Self.diameters {
      diameter = size
      offsets = pixels.map { swarmed($0, diameter: size + 0.5) }
      if offsets.joined().allSatisfy({ abs($0) <= limit - size / 2 }) { break }
    }
    for (index, group) in groups.enumerated() {
      let line = places.pixel(group.place)
      let points = zip(pixels[index], offsets[index]).map {
        orientation.point($0, line + $1.clamped(-limit, limit))
      }
      for point in points { panel.obstacles.add(disc: point, radius: diameter / 2) }
      let color = panel.theme.color(group.paint).opacity(0.8)
      if !points.isEmpty { panel.addUncut(.symbols(SymbolStamps(.circle, size: diameter, at: points, color: color))) }
    }
  }
}
