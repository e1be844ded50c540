package import TeXMath

/// A part of running text, resolved.
package indirect enum Phrase: Sendable, Hashable {
  case text(String)
  case emphasis([Phrase])
  case strong([Phrase])
  case strikethrough([Phrase])
  case code(String)
  case link(destination: String, title: String, [Phrase])
  case image(source: String, title: String, alt: String)
  case lineBreak
  case softBreak
  case html(String)
  case math(TeXExpression)
  /// A result of the run, set like the text around it.
  case value(String)
  /// What names component `k` of a mixture, counted from 0: shown with the colour and the sign it has in figures.
  case component(Int, [Phrase])
  /// A link to a numbered part: anchor `fig-hist`, text `Figure 3`.
  case reference(anchor: String, text: String)
  /// A mention of footnote `number`.
  case footnote(number: Int)
  /// Mentions of works by their numbers in `Report.references`.
  case citation([Int])
}
