/// A span of the notebook's own syntax, taken out of the Markdown before cmark reads it so that cmark neither
/// mistakes TeX for emphasis nor loses the place, and put back afterwards.
struct Lift {
  enum Content {
    case math(Math, isDisplay: Bool)
    case role(Role)
    case pinned(PinnedValue)
    case reference(Located<String>)
    case citation([Located<String>])
    /// Stands behind a `[^label]`, which is left for cmark to connect with its definition.
    case footnote(Located<String>)
    /// `{#sec-data}` in a heading.
    case headingLabel(Located<String>)
    /// Source text that looks like a placeholder.
    case verbatim
    /// Told only if the span turns out to be running text.
    case mistake(Diagnostic)
  }

  var content: Content
  /// The bytes of the source it stands for.
  var range: Range<Int>
}
