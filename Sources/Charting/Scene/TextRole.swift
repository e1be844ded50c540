extension TextRun {
  /// What a text is for. It is not drawn; checks of a finished scene read it.
  package enum Role: Sendable, Hashable {
    case title, subtitle, caption, panelTitle, axisTitle, legend, label, annotation
    /// A value on an axis, numbered through the scene.
    case tick(axis: Int)
    /// A category on an axis, of which there may be fewer than three.
    case category
  }
}
