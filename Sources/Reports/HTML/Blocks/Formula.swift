internal import TeXMath

extension PageWriter {
  /// A displayed equation, in a box that scrolls by keyboard when the equation may be wider than a small screen.
  mutating func formula(_ formula: Report.Formula) {
    note(formula.expression)
    let isWide = formula.expression.plainText.count > 30
    let label = formula.number.map { "Equation \($0)" } ?? "Equation"
    line(
      "div",
      [
        "class": "equation", "id": formula.anchor, "tabindex": isWide ? "0" : nil, "role": isWide ? "region" : nil,
        "aria-label": isWide ? label : nil,
      ]
    ) {
      $0.html.raw(formula.expression.mathML(display: true, number: formula.number.map(String.init)))
    }
  }
}
