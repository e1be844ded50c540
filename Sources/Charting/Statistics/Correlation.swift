/// How two lists of numbers go together.
package enum Correlation {
  /// Pearson's r of pairs of finite numbers, −1…1; `nil` where one of both lists is constant or has no pair.
  package static func pearson(_ a: [Double], _ b: [Double]) -> Double? {
    let (x, y) = (centred(a), centred(b))
    let r = product(x, y) / (product(x, x) * product(y, y)).squareRoot()
    return r.isFinite ? r.clamped(-1, 1) : nil
  }

  /// The numbers less their mean, as parts of the largest, so that squares neither overflow nor vanish.
  private static func centred(_ values: [Double]) -> [Double] {
    let largest = values.map(abs).max() ?? 0
    guard largest > 0 else { return values }
    let parts = values.map { $0 / largest }
    let mean = parts.reduce(0, +) / Double(parts.count)
    let rests = parts.map { $0 - mean }
    let reach = rests.map(abs).max() ?? 0
    // What is left of equal numbers is the rounding of their mean.
    guard reach > 4 * Double.ulpOfOne else { return rests.map { _ in 0 } }
    return rests.map { $0 / reach }
  }

  private static func product(_ a: [Double], _ b: [Double]) -> Double { zip(a, b).reduce(0) { $0 + $1.0 * $1.1 } }
}
