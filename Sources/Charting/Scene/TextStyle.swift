/// What decides the shape and extent of text; its colour and place belong to the `TextRun`.
package struct TextStyle: Sendable, Hashable {
  /// Weights of the pinned face, by their OpenType numbers.
  package enum Weight: Int, Sendable {
    case regular = 400
    case medium = 500
    case semibold = 600
  }

  /// In CSS pixels.
  package var size: Double
  package var weight: Weight
  package var italic: Bool
  /// Digits of one width, so that numbers in a column line up.
  package var tabularFigures: Bool

  package init(_ size: Double, _ weight: Weight = .regular, italic: Bool = false, tabularFigures: Bool = false) {
    self.size = size
    self.weight = weight
    self.italic = italic
    self.tabularFigures = tabularFigures
  }
}
