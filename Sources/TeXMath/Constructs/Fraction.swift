/// One row over another, with or without a bar and parentheses.
struct Fraction: MathNode {
  var above: Row
  var below: Row
  /// A style of its own (`\dfrac`, `\tfrac`) instead of the one around it.
  var ownStyle: MathStyle?
  /// `\binom`: no bar, in parentheses.
  var isBinomial = false

  func element(in style: MathStyle) -> Element {
    let inner = (ownStyle ?? style).fraction
    var fraction = Element("mfrac", [above.element(in: inner), below.element(in: inner)])
    if isBinomial {
      fraction.setAttribute("linethickness", "0")
      fraction = Fence.enclosed("(", fraction, ")", in: ownStyle ?? style)
    }
    return ownStyle.map { Element.styled($0, [fraction]) } ?? fraction
  }

  func plainText(inScript: Bool) -> String {
    let parts = [above, below].map { $0.plainText(inScript: inScript) }
    if isBinomial { return "(\(parts[0]) choose \(parts[1]))" }
    return parts.map { part in part.contains { " +−/⋅×".contains($0) } ? "(\(part))" : part }.joined(separator: "/")
  }
}

extension Command {
  static let fractions: [Command] = [
    ("frac", nil, false), ("dfrac", .display, false), ("tfrac", .text, false), ("binom", nil, true),
    ("dbinom", .display, true), ("tbinom", .text, true),
  ].map { (name: String, style: MathStyle?, isBinomial: Bool) in
    Command(name) { parser, command throws(TeXError) in
      let above = try parser.argument(isBinomial ? "upper part" : "numerator", of: command)
      let below = try parser.argument(isBinomial ? "lower part" : "denominator", of: command)
      return Fraction(above: above, below: below, ownStyle: style, isBinomial: isBinomial)
    }
  }
}
