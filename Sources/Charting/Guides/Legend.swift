/// What stands for a group in a legend.
package enum Swatch: Sendable, Hashable {
  case fill
  case line(dash: [Double] = [])
  case symbol(Symbol)
  /// A circle as large as the points it stands for, in CSS pixels.
  case dot(diameter: Double)
  case ring
}

/// Names of groups beside the panels, in the order in which the groups are stacked on the page.
package struct Legend: Sendable, Hashable {
  package struct Entry: Sendable, Hashable {
    package var label: String
    /// Set in a column of its own, such as `n = 18`; empty for none.
    package var note: String
    package var paint: Paint
    package var swatch: Swatch

    package init(_ label: String, note: String = "", paint: Paint, swatch: Swatch = .fill) {
      self.label = label
      self.note = note
      self.paint = paint
      self.swatch = swatch
    }
  }

  package var title: String
  /// From the top.
  package var entries: [Entry]

  package init(_ title: String = "", entries: [Entry]) {
    self.title = title
    self.entries = entries
  }
}
