internal import TeXMath

extension Style {
  /// Components of mixtures: a sign before each name, with the colour and the shape of the component's points in figures,
  /// and the text form of the colour for its terms in formulas.
  ///
  /// - Parameter used: counted from 0.
  static func components(_ used: Set<Int>) -> String {
    let rules = used.sorted().map { k in
      let name = TeXExpression.className(ofComponent: k)
      return ".\(name) { --tone: var(--\(name)); --tone-text: var(--\(name)-text); --sign: \(signs[sign(of: k)]); }"
    }
    return rules.joined(separator: "\n") + "\n" + """
      .named { white-space: nowrap; }
      .named::before { content: ""; display: inline-block; width: .7em; height: .7em; margin-right: .4em; \
      background: var(--tone); clip-path: var(--sign); print-color-adjust: exact; -webkit-print-color-adjust: exact; \
      forced-color-adjust: none; }
      math [class^="component-"] { color: var(--tone-text); }
      """
  }

  /// From the seventh component on, where colours start over, the shapes are one further.
  private static func sign(of k: Int) -> Int { (k + k / signs.count) % signs.count }

  /// Circle, square, triangle, diamond, plus and cross, as the figures draw them.
  private static let signs = [
    "circle(50%)", "inset(5%)", "polygon(50% 0, 100% 88%, 0 88%)", "polygon(50% 0, 100% 50%, 50% 100%, 0 50%)",
    "polygon(35% 0, 65% 0, 65% 35%, 100% 35%, 100% 65%, 65% 65%, 65% 100%, 35% 100%, 35% 65%, 0 65%, 0 35%, 35% 35%)",
    "polygon(50% 29%, 79% 0, 100% 21%, 71% 50%, 100% 79%, 79% 100%, 50% 71%, 21% 100%, 0 79%, 29% 50%, 0 21%, 21% 0)",
  ]
}
