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
  }

  package var label: Label
  package var paint: Paint
  /// What stands for the mark if the name has to move to a legend; `nil` for a note about a place, which cannot.
  package var swatch: Swatch?
  package var subject: Subject
  /// Set small and regular: a note rather than the name of a group.
  package var light: Bool

  package init(_ label: Label, paint: Paint, swatch: Swatch?, beside subject: Subject, light: Bool = false) {
    self.label = label
    self.paint = label.paint ?? paint
    self.swatch = swatch
    self.subject = subject
    self.light = light
  }

  var style: TextStyle { light ? Style.note : Style.label }
}
