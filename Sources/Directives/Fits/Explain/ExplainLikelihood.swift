internal import Mixtures
internal import TeXMath
internal import Wording

extension Exposition {
  /// The log-likelihood of the fit, its mean, and what the information criteria make of it.
  static func logLikelihood(_ explained: ExplainedFit) throws -> Exposition {
    var text = Exposition()
    let fit = explained.fit
    let (n, p) = (TeX.number(Double(fit.n), .count), TeX.number(Double(fit.parameterCount), .count))
    let total = TeX.number(fit.logLikelihood, NumberFormat(.fixed, precision: 2, groups: true))
    try text.say("The log-likelihood adds up the logarithm of the fitted density over all rows; higher is better:")
    try text.show("\\ell = \\sum_{i=1}^{n} \\log \\sum_{k=1}^{K} \\pi_k\\, \(explained.normal("x_i", "k"))")
    let first = try (0..<min(2, fit.n)).map {
      TeX.operand(try fit.eStep(row: $0, iteration: fit.iterations).logDensity, .fixed(3))
    }
    let last = TeX.operand(try fit.eStep(row: fit.n - 1, iteration: fit.iterations).logDensity, .fixed(3))
    let terms = fit.n > 3 ? first.joined(separator: " + ") + " + \\cdots + " + last : first.joined(separator: " + ")
    try text.show("\\ell = \(terms) = \(total)\\ \\text{nats}")
    try text.say("The score is its mean over the rows, in nats a row:")
    try text.show("\\frac{\\ell}{n} = \\frac{\(total)}{\(n)} = \(TeX.number(fit.score, .fixed(4)))")
    try text.say("A model with $p$ free parameters pays for them in the information criteria; lower is better:")
    func criterion(_ value: Double) -> String { TeX.number(value, NumberFormat(.fixed, precision: 1, groups: true)) }
    let twice = TeX.operand(fit.logLikelihood, NumberFormat(.fixed, precision: 2, groups: true))
    try text.show(
      "\\begin{aligned} \\mathrm{BIC} &= -2\\ell + p \\log n = -2 \\times \(twice) + \(p) \\log \(n) = \(criterion(fit.bic)) \\\\ "
        + "\\mathrm{AIC} &= -2\\ell + 2p = -2 \\times \(twice) + 2 \\times \(p) = \(criterion(fit.aic)) \\end{aligned}")
    return text
  }
}
