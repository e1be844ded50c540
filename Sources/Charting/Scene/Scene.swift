/// A drawing resolved to CSS pixels: what every output format draws, in this order, and nothing else.
package struct Scene: Sendable, Hashable {
  package var size: Size
  package var background: Color
  /// The plotting areas, for checks of the finished scene; not drawn.
  package var panels: [Rect]
  package var primitives: [Primitive]

  package init(size: Size, background: Color, panels: [Rect] = [], primitives: [Primitive] = []) {
    self.size = size
    self.background = background
    self.panels = panels
    self.primitives = primitives
  }
}

/// One thing drawn.
package enum Primitive: Sendable, Hashable {
  /// A path filled (by the non-zero rule), then stroked.
  case path(Path, fill: Color?, stroke: Stroke?)
  case text(TextRun)
  case symbols(SymbolStamps)
  case image(RasterImage)
  /// Primitives cut to a rectangle, or to nothing when `clip` is `nil`.
  indirect case group(clip: Rect?, [Primitive])

  package static func fill(_ path: Path, _ color: Color) -> Primitive { .path(path, fill: color, stroke: nil) }
  package static func stroke(_ path: Path, _ stroke: Stroke) -> Primitive { .path(path, fill: nil, stroke: stroke) }
}
