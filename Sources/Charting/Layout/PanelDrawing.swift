/// A panel while its marks are drawn: its place, its axes, and what has been drawn so far.
package struct PanelDrawing {
  package let frame: Rect
  package let x: PlacedAxis
  package let y: PlacedAxis
  package let theme: Theme
  /// What labels keep clear of.
  package var obstacles: ObstacleMap
  /// The names that want a place beside their marks.
  package var labels: [LabelRequest] = []
  private var layers: [(clipped: Bool, primitive: Primitive)] = []

  package init(frame: Rect, x: PlacedAxis, y: PlacedAxis, theme: Theme) {
    self.frame = frame
    self.x = x
    self.y = y
    self.theme = theme
    obstacles = ObstacleMap(frame)
  }

  package func point(_ x: Double, _ y: Double) -> Point { Point(self.x.pixel(x), self.y.pixel(y)) }

  /// Draws something that is cut off at the edges of the panel, give or take half a line.
  package mutating func add(_ primitive: Primitive) { layers.append((true, primitive)) }

  /// Draws something that is known to lie inside but may reach over the edge, such as the symbol of a point.
  package mutating func addUncut(_ primitive: Primitive) { layers.append((false, primitive)) }

  package mutating func add(fill path: Path, _ paint: Paint) { add(.fill(path, theme.color(paint))) }

  package mutating func add(
    stroke path: Path, _ paint: Paint, width: Double, dash: [Double] = [], cap: Stroke.Cap = .butt
  ) {
    add(.stroke(path, Stroke(theme.color(paint), width: width, dash: dash, cap: cap)))
  }

  /// Everything drawn, in order, neighbours that are cut sharing one clip.
  package var primitives: [Primitive] {
    var result: [Primitive] = []
    var cut: [Primitive] = []
    func flush() {
      if !cut.isEmpty { result.append(.group(clip: frame.inset(by: -1), cut)) }
      cut = []
    }
    for layer in layers {
      if layer.clipped {
        cut.append(layer.primitive)
      } else {
        flush()
        result.append(layer.primitive)
      }
    }
    flush()
    return result
  }
}
