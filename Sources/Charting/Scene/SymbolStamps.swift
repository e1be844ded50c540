/// One symbol at many points, drawn in order; a hundred thousand cost little more than their pixels.
package struct SymbolStamps: Sendable, Hashable {
  package var symbol: Symbol
  /// As in `Symbol.path(center:size:)`, in CSS pixels.
  package var size: Double
  package var points: [Point]
  /// The fills: one for all points, one a point, or none.
  package var colors: [Color]
  /// Drawn on the edge of every symbol, under its fill: around a filled symbol half its width shows.
  package var outline: Stroke?

  package init(_ symbol: Symbol, size: Double, at points: [Point], color: Color, outline: Stroke? = nil) {
    self.init(symbol, size: size, at: points, colors: [color], outline: outline)
  }

  /// - Parameter colors: as many as points; a single one serves all, and none leaves the symbols hollow.
  package init(_ symbol: Symbol, size: Double, at points: [Point], colors: [Color], outline: Stroke? = nil) {
    self.symbol = symbol
    self.size = size
    self.points = points
    self.colors = colors
    self.outline = outline
  }

  /// The fill of one point; `nil` for hollow symbols.
  func color(at index: Int) -> Color? {
    colors.count == 1 ? colors[0] : colors.indices.contains(index) ? colors[index] : nil
  }
}
