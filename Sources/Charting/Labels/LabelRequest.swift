/// A name that wants a place beside its mark, in pixels.
package struct LabelRequest: Sendable {
  /// What it has to stand beside.
  package enum Subject: Sendable {
    /// A line from point to point, possibly broken.
    case curve([Point])
    /// Points with the radius of their symbols.
    case points([Point], Double)
    /// A closed curve around a centre: the name stands outside.
    case outline([Point], Point)
    /// A place of its own: the text stands on it.
    case place(Point)
    /// A straight line across the panel: the text stands near its top or right end.
    case rule(Point, Point)
    /// A rectangle: the text stands in one of its corners.
    case region(Rect)
  }

  package var label: Label
  package var paint: Paint
  /// What stands for the mark if the name has to move to a legend; `nil` for a note about a place, which cannot.
  package var swatch: Swatch?
  package var subject: Subject
  /// Set small and regular: a note rather than the name of a group.
  package var light: Bool
  /// Joined to its subject by an arrow.
  package var arrow: Bool

  package init(
    _ label: Label, paint: Paint, swatch: Swatch?, beside subject: Subject, light: Bool = false, arrow: Bool = false
  ) {
    self.label = label
    self.paint = label.paint ?? paint
    self.swatch = swatch
    self.subject = subject
    self.light = light
    self.arrow = arrow
  }

  /// The name alone, without the numbers that follow it, for where the numbers stand in a legend: `A` of `A   π = 0.36`.
  var shortened: LabelRequest? {
    guard let first = label.lines.first,
      let end = first.start(ofSpaces: 2) ?? (label.lines.count > 1 ? first.endIndex : nil)
    else { return nil }
    var request = self
    request.label.lines = [String(first[..<end])]
    return request
  }

  var style: TextStyle { light ? Style.note : Style.label }
}

extension String {
  /// Where the first run of so many spaces begins.
  fileprivate func start(ofSpaces count: Int) -> Index? {
    var spaces = 0
    for index in indices {
      spaces = self[index] == " " ? spaces + 1 : 0
      if spaces == count { return self.index(index, offsetBy: 1 - count) }
    }
    return nil
  }
}
