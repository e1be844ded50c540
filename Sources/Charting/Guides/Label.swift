/// A name written beside what it names, in its colour, instead of a legend.
package struct Label: Sendable, Hashable {
  /// Where a name may stand.
  package enum Place: Sendable, Hashable {
    /// At the end of a line: in the margin if the line ends at the edge of the panel.
    case end
    /// Near the highest point of a curve.
    case peak
    /// Near the lowest point of a curve between its two highest.
    case valley
    /// On the line itself, which it interrupts: the level of a contour.
    case inline
    /// Wherever there is room beside the mark.
    case anywhere
  }

  /// One string a line.
  package var lines: [String]
  /// `nil` takes the paint of the mark.
  package var paint: Paint?
  package var place: Place

  package init(_ text: String, paint: Paint? = nil, at place: Place = .anywhere) {
    self.init(lines: [text], paint: paint, at: place)
  }

  package init(lines: [String], paint: Paint? = nil, at place: Place = .anywhere) {
    self.lines = lines
    self.paint = paint
    self.place = place
  }
}
