/// How a path's outline is drawn.
package struct Stroke: Sendable, Hashable {
  package enum Cap: String, Sendable { case butt, round, square }
  package enum Join: String, Sendable { case miter, round, bevel }

  package var color: Color
  /// In CSS pixels.
  package var width: Double
  /// Lengths of dashes and gaps in turn, in CSS pixels; empty for an unbroken line.
  package var dash: [Double]
  package var cap: Cap
  package var join: Join

  package init(_ color: Color, width: Double = 1, dash: [Double] = [], cap: Cap = .butt, join: Join = .round) {
    self.color = color
    self.width = width
    self.dash = dash
    self.cap = cap
    self.join = join
  }
}
