/// Latin Modern Math, cut down to what a report draws.
package enum MathFont {
  /// The name to give the face in CSS.
  package static let family = "Latin Modern Math"

  /// The face that draws `scalars`, with the assembly pieces of stretched braces, roots and bars.
  ///
  /// - Throws: `MathFontError` when the font is not installed or cannot be read.
  package static func subset(scalars: Set<Unicode.Scalar>) throws(MathFontError) -> MathFontFace {
    throw MathFontError(message: "not built yet")
  }
}

/// Why there is no maths face, with the cure.
package struct MathFontError: Error, Sendable, Hashable {
  package let message: String
}
