/// One line of text at a place.
package struct TextRun: Sendable, Hashable {
  /// Which part of the text lies at the position, along the line.
  package enum Anchor: String, Sendable { case start, middle, end }

  /// Which height of the text lies at the position.
  package enum Baseline: String, Sendable {
    /// The line the letters stand on.
    case alphabetic
    /// Half the height of the capitals and digits: centres a tick label on its tick.
    case middle
    /// The top of the capitals and digits.
    case top
    /// The end of the descenders.
    case bottom
  }

  /// A rim around the letters that keeps them legible on marks.
  package struct Halo: Sendable, Hashable {
    package var color: Color
    /// How far it reaches beyond the letters, in CSS pixels.
    package var width: Double

    package init(_ color: Color, width: Double = 3) {
      self.color = color
      self.width = width
    }
  }

  package var text: RichText
  package var position: Point
  package var style: TextStyle
  package var color: Color
  package var anchor: Anchor
  package var baseline: Baseline
  /// In degrees about the position, clockwise on the page; −90 reads upwards.
  package var angle: Double
  package var halo: Halo?
  package var role: Role

  package init(
    _ text: RichText, at position: Point, style: TextStyle, color: Color, anchor: Anchor = .start,
    baseline: Baseline = .alphabetic, angle: Double = 0, halo: Halo? = nil, role: Role = .annotation
  ) {
    self.text = text
    self.position = position
    self.style = style
    self.color = color
    self.anchor = anchor
    self.baseline = baseline
    self.angle = angle
    self.halo = halo
    self.role = role
  }
}
