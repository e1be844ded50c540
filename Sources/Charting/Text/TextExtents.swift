/// How much room a line of text takes, in CSS pixels.
package struct TextExtents: Sendable, Hashable {
  /// The advance: where the next word would start.
  package var width: Double
  /// From the baseline up to the face's ascender line.
  package var ascent: Double
  /// From the baseline down to the face's descender line.
  package var descent: Double
  /// From the baseline to the top of the capitals and digits.
  package var capHeight: Double
  /// What is really inked, from the start of the text on its baseline (y is negative above the baseline).
  package var ink: Rect

  package var height: Double { ascent + descent }

  /// The line's box when its start lies at the origin of its baseline.
  package var box: Rect { Rect(x: 0, y: -ascent, width: width, height: height) }
}
