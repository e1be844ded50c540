internal import MathFont
internal import TeXMath

extension PageWriter {
  /// The style of a page, one concern after the other. A page without maths carries no maths face.
  ///
  /// - Parameter components: those of mixtures that the page shows in their colours, counted from 0.
  static func styleSheet(mathGlyphs: Set<Unicode.Scalar>, components: Set<Int>) throws -> String {
    var parts = [
      Palette.light.rule(components: components),
      "@media screen and (prefers-color-scheme: dark) {\n\(Palette.dark.rule(components: components))\n}",
      Style.page, Style.text, Style.contents, Style.figures, Style.tables, Style.callouts, Style.claims, Style.code,
      Style.notes,
    ]
    if !components.isEmpty { parts.append(Style.components(components)) }
    if !mathGlyphs.isEmpty { parts += [try mathFace(mathGlyphs), TeXExpression.styleSheet] }
    parts += [Style.equations, Style.print]
    return parts.joined(separator: "\n")
  }

  /// The rule that embeds the maths face, cut down to the characters used. Its size is matched to the text by
  /// `font-size`: under `font-size-adjust` browsers stretch braces to the wrong width.
  private static func mathFace(_ glyphs: Set<Unicode.Scalar>) throws -> String {
    let face = try MathFont.subset(scalars: glyphs)
    return """
      @font-face { font-family: "\(MathFont.family)"; src: url(
      \(dataURI(face.data, mediaType: face.mediaType))
      ) format("\(face.format)"); }
      math { font-family: "\(MathFont.family)", math; font-size-adjust: none; font-size: 1.1em; }
      """
  }
}

/// The rules of the style sheet. All lengths of the vertical rhythm are multiples of .75rem.
enum Style {}
