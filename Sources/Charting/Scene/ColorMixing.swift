#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

extension Color {
  /// The colour a fraction of the way to another, by straight lines in OKLab, so that equal steps look equal.
  ///
  /// Opacity is mixed linearly.
  package func mixed(with other: Color, fraction: Double) -> Color {
    .mixture([self, other], weights: [1 - fraction, fraction])
  }

  /// The weighted mean of colours in OKLab, such as components' colours weighted by responsibilities.
  ///
  /// - Parameters:
  ///   - colors: at least one.
  ///   - weights: as many, not negative; they need not sum to 1.
  /// - Returns: the first colour when no weight is positive.
  /// - SeeAlso: B. Ottosson, *A perceptual color space for image processing*, 2020.
  package static func mixture(_ colors: [Color], weights: [Double]) -> Color {
    let total = weights.reduce(0, +)
    guard let first = colors.first else { return .black }
    guard total > 0 else { return first }
    var (l, a, b, alpha) = (0.0, 0.0, 0.0, 0.0)
    for (color, weight) in zip(colors, weights) where weight > 0 {
      let share = weight / total
      if share == 1 { return color }
      let lab = color.oklab
      l += share * lab.l
      a += share * lab.a
      b += share * lab.b
      alpha += share * color.alpha
    }
    return Color(oklab: (l, a, b), alpha: alpha)
  }

  private var oklab: (l: Double, a: Double, b: Double) {
    let (r, g, b) = (Self.linear(red), Self.linear(green), Self.linear(blue))
    let long = cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b)
    let medium = cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b)
    let short = cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b)
    return (
      0.2104542553 * long + 0.7936177850 * medium - 0.0040720468 * short,
      1.9779984951 * long - 2.4285922050 * medium + 0.4505937099 * short,
      0.0259040371 * long + 0.7827717662 * medium - 0.8086757660 * short
    )
  }

  private init(oklab lab: (l: Double, a: Double, b: Double), alpha: Double) {
    func cubed(_ x: Double) -> Double { x * x * x }
    let long = cubed(lab.l + 0.3963377774 * lab.a + 0.2158037573 * lab.b)
    let medium = cubed(lab.l - 0.1055613458 * lab.a - 0.0638541728 * lab.b)
    let short = cubed(lab.l - 0.0894841775 * lab.a - 1.2914855480 * lab.b)
    self.init(
      red: Self.code(4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short),
      green: Self.code(-1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short),
      blue: Self.code(-0.0041960863 * long - 0.7034186147 * medium + 1.7076147010 * short), alpha: alpha)
  }
}
