/// Lengths and paths as SVG writes them.
enum SVGNumber {
  /// A number rounded to so many decimal places, at most 4, without trailing zeros and never `-0`.
  static func text(_ value: Double, places: Int = 2) -> String {
    let unit = [1, 10, 100, 1000, 10000][places]
    let rounded = (value.clamped(-1e6, 1e6) * Double(unit)).rounded()
    let (whole, part) = abs(Int(rounded)).quotientAndRemainder(dividingBy: unit)
    var digits = "\(whole)"
    if part > 0 {
      var fraction = String("\(unit + part)".dropFirst())
      while fraction.last == "0" { fraction.removeLast() }
      digits += "." + fraction
    }
    return (rounded < 0 ? "-" : "") + digits
  }

  /// The `d` of a path: broken where a coordinate is not finite, empty when nothing is left.
  static func data(_ path: Path, places: Int = 2) -> String {
    var data = ""
    var isBroken = true
    func pair(_ p: Point) -> String { "\(text(p.x, places: places)) \(text(p.y, places: places))" }
    for element in path.elements {
      switch element {
      case .move(let p), .line(let p):
        guard p.isFinite else {
          isBroken = true
          continue
        }
        let starts = if case .move = element { true } else { isBroken }
        data += (starts ? "M" : "L") + pair(p)
        isBroken = false
      case .curve(let a, let b, let p):
        guard a.isFinite, b.isFinite, p.isFinite else {
          isBroken = true
          continue
        }
        data += isBroken ? "M" + pair(p) : "C\(pair(a)) \(pair(b)) \(pair(p))"
        isBroken = false
      case .close: if !isBroken { data += "Z" }
      }
    }
    return data
  }
}
