/// A power of ten that all labels of an axis share, stated once in its title.
enum PowerOfTen {
  /// `mass (g)` becomes `mass (10⁻⁸ g)`, `density` becomes `density (10⁻⁸)`.
  static func stated(_ exponent: Int?, in title: String) -> String {
    guard let exponent, !title.isEmpty else { return title }
    let power = "10" + raised(exponent)
    guard title.hasSuffix(")"), let open = title.lastIndex(of: "("), title[..<open].last == " " else {
      return "\(title) (\(power))"
    }
    return title[...open] + power + " " + title[title.index(after: open)...]
  }

  private static func raised(_ exponent: Int) -> String {
    let digits = Array("⁰¹²³⁴⁵⁶⁷⁸⁹")
    return (exponent < 0 ? "⁻" : "") + String(String(abs(exponent)).compactMap(\.wholeNumberValue).map { digits[$0] })
  }
}
