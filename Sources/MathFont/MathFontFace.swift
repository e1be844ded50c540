/// A font file cut down to some glyphs, ready for an `@font-face` rule.
package struct MathFontFace: Sendable, Hashable {
  /// The bytes of the file.
  package let data: [UInt8]
  /// What `format(…)` of CSS calls the file: `woff` or `opentype`.
  package let format: String
  /// The media type of the file: `font/woff` or `font/otf`.
  package let mediaType: String
  /// The characters of the face, in order.
  package let glyphs: [Unicode.Scalar]
}
