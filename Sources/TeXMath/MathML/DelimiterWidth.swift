/// How wide the sizes of a delimiter are in Latin Modern Math, in em.
///
/// A browser that follows MathML Core to the letter lays out a stretched delimiter in a box as wide as its widest
/// size, which leaves gaps about all smaller ones: `exp ( x )`. A `max-width` closes them and centres the glyph.
enum DelimiterWidth {
  /// The heights of the sizes.
  private static let heights = [1, 1.1, 1.2, 1.45, 1.8, 2.1, 2.4]
  private static let round = [0.389, 0.422, 0.458, 0.523, 0.597, 0.663, 0.736]
  private static let square = [0.278, 0.34, 0.417, 0.444, 0.472, 0.499, 0.528]
  private static let curly = [0.5, 0.54, 0.583, 0.624, 0.667, 0.707, 0.75]
  private static let angle = [0.389, 0.428, 0.472, 0.537, 0.611, 0.677, 0.75]
  private static let floor = [0.444, 0.458, 0.472, 0.499, 0.528, 0.555, 0.583]

  private static let widths = [
    "(": round, ")": round, "[": square, "]": square, "{": curly, "}": curly, "⟨": angle, "⟩": angle, "⌊": floor,
    "⌋": floor, "⌈": floor, "⌉": floor,
  ]

  /// The width of the smallest size as high as `height`; `nil` where the widest is near enough.
  static func style(_ delimiter: String, height: Double) -> String? {
    guard let size = heights.firstIndex(where: { $0 >= height - 0.005 }), let widths = widths[delimiter] else {
      return nil
    }
    return "max-width:\(widths[size])em"
  }
}
