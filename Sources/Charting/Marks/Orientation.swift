/// Which way the values of distributions run on the page; what they are distributions of stands along the other axis.
package enum Orientation: String, Sendable, Hashable, CaseIterable {
  /// Along the horizontal axis.
  case lying
  /// Up the vertical axis.
  case upright

  /// The grid at the labels of the values.
  var grid: Panel.Grid { self == .lying ? .vertical : .horizontal }

  /// The axis of the values and the one across.
  func axes(of panel: PanelDrawing) -> (values: PlacedAxis, places: PlacedAxis) {
    self == .lying ? (panel.x, panel.y) : (panel.y, panel.x)
  }

  /// The point at a pixel along the values' axis and one across.
  func point(_ value: Double, _ place: Double) -> Point {
    self == .lying ? Point(value, place) : Point(place, value)
  }

  /// The rectangle between two pixels along the values' axis and two across.
  func rect(_ values: (Double, Double), _ places: (Double, Double)) -> Rect {
    let (a, b) = (point(values.0, places.0), point(values.1, places.1))
    return Rect(minX: min(a.x, b.x), minY: min(a.y, b.y), maxX: max(a.x, b.x), maxY: max(a.y, b.y))
  }

  /// Adds what distributions take up: of the values' axis and, flush, of the one across.
  func extend(
    _ x: inout Extent, _ y: inout Extent, values: [Double], room: Extent.Room = .loose, places: ClosedRange<Double>
  ) {
    let ends = [places.lowerBound, places.upperBound]
    switch self {
    case .lying:
      x.include(values, room: room)
      y.include(ends, room: .flush)
    case .upright:
      y.include(values, room: room)
      x.include(ends, room: .flush)
    }
  }
}
