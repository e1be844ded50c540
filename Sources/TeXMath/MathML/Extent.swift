/// How far a box reaches above and below the baseline, in em of the formula's own size: an estimate by the font's
/// constants, good to the step between two sizes of a delimiter.
struct Extent: Sendable, Hashable {
  var ascent: Double
  var descent: Double

  static let none = Extent(ascent: 0, descent: 0)

  /// The height of a delimiter that is centred on the axis and covers the box.
  var centredHeight: Double { 2 * max(ascent - Self.axis, descent + Self.axis) }

  func raised(by shift: Double) -> Extent { Extent(ascent: ascent + shift, descent: descent - shift) }

  func union(_ other: Extent) -> Extent {
    Extent(ascent: max(ascent, other.ascent), descent: max(descent, other.descent))
  }

  private static let axis = 0.25
}

extension Element {
  /// - Parameters:
  ///   - style: the style of the element's surroundings.
  ///   - scale: the size of its letters, 1 outside scripts.
  func extent(in style: MathStyle, scale: Double = 1) -> Extent {
    guard case .children(let children) = content else { return leafExtent(in: style, scale: scale) }
    var style = style
    switch attributes.first(where: { $0.name == "displaystyle" })?.value {
    case "true": style = .display
    case "false": style = style.cell
    default: break
    }
    let script = max(0.5, scale * 0.7)
    func box(_ index: Int, _ style: MathStyle, _ scale: Double) -> Extent {
      children[index].extent(in: style, scale: scale)
    }
    switch name {
    case "mfrac":
      let inner = style == .display ? scale : script
      let (up, down) = style == .display ? (0.68, 0.69) : (0.39, 0.35)
      let parts = [box(0, style.fraction, inner).raised(by: up * scale), box(1, style.fraction, inner)]
      return parts[0].union(parts[1].raised(by: -down * scale))
    case "msup", "msub", "msubsup":
      var extent = box(0, style, scale)
      if name != "msub" { extent = extent.union(box(children.count - 1, .script, script).raised(by: 0.4 * scale)) }
      if name != "msup" { extent = extent.union(box(1, .script, script).raised(by: -0.25 * scale)) }
      return extent
    case "munder", "mover", "munderover":
      var extent = box(0, style, scale)
      let isAccent = attributes.contains { $0.name == "accent" }
      for (index, child) in children.enumerated().dropFirst() {
        let size = child.extent(in: .script, scale: isAccent ? scale * 0.2 : script)
        let height = size.ascent + size.descent + (isAccent ? 0 : 0.15 * scale)
        if name == "munder" || (name == "munderover" && index == 1) {
          extent.descent += height
        } else {
          extent.ascent += height
        }
      }
      return extent
    case "msqrt", "mroot":
      let inside = name == "mroot" ? box(0, style, scale) : union(of: children, in: style, scale: scale)
      return Extent(ascent: inside.ascent + 0.15 * scale, descent: inside.descent)
    case "mtable":
      let height = children.reduce(0) { sum, row in
        let extent = row.extent(in: style, scale: scale)
        return sum + max(1.2, extent.ascent + extent.descent + 0.3) * scale
      }
      return Extent(ascent: height / 2 + 0.25 * scale, descent: height / 2 - 0.25 * scale)
    default:
      return union(of: children, in: style, scale: scale)
    }
  }

  private func union(of children: [Element], in style: MathStyle, scale: Double) -> Extent {
    children.reduce(.none) { $0.union($1.extent(in: style, scale: scale)) }
  }

  private func leafExtent(in style: MathStyle, scale: Double) -> Extent {
    guard name == "mo" else { return Extent(ascent: 0.7 * scale, descent: 0.2 * scale) }
    if attributes.contains(where: { $0.name == "largeop" }), style == .display {
      return Extent(ascent: 0.95 * scale, descent: 0.45 * scale)
    }
    // A delimiter that stretches follows its neighbours, and a sign is no higher than a letter.
    let isStretchy = attributes.contains { $0 == ("stretchy", "true") }
    return isStretchy ? .none : Extent(ascent: 0.7 * scale, descent: 0.2 * scale)
  }
}
