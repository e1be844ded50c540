internal import Mixtures
internal import TeXMath
internal import Wording

extension Exposition {
  /// The log-likelihood of the fit, its mean, and what the information criteria make of it.
  static func logLikelihood(_ explained: ExplainedFit) throws -> Exposition {
    var text = Exposition()
    let fit = explained.fit
    let (n, p) = (TeX.number(fit.samples.totalWeight, .count), TeX.number(Double(fit.parameterCount), .count))
    let total = TeX.number(fit.logLikelihood, NumberFormat(.fixed, precision: 2, groups: true))
    let plain = "\\sum_{k=1}^{K} \\pi_k\\, \(explained.rowNormal("k", observed: explained.hasGaps))"
    let sum = explained.noiseTerm.isEmpty ? plain : "\\Bigl(\(plain)\(explained.noiseTerm)\\Bigr)"
    try text.say("The log-likelihood adds up the logarithm of the fitted density over all rows; higher is better:")
    try text.show("\\ell = \\sum_{i=1}^{n} \(explained.weightFactor)\\log \(sum)")
    if explained.hasGaps {
      let empty =
        explained.fit.samples.emptyWeight > 0 ? " A row without any cell adds nothing and does not count in $n$." : ""
      try text.say(ExplainedFit.aboutGaps + empty)
    }
    func term(_ row: Int) throws -> String {
      let density = TeX.operand(try fit.eStep(row: row, iteration: fit.iterations).logDensity, .fixed(3))
      guard fit.samples.weights != nil else { return density }
      return "\(TeX.number(fit.samples.weight(row), .significant(3))) \\times \(density)"
    }
    let first = try (0..<min(2, fit.n)).map(term)
    let last = try term(fit.n - 1)
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
