internal import Mixtures
internal import Reports
internal import TeXMath
internal import Wording

extension Exposition {
  /// How the log-likelihood approached its limit, and the verdict on it.
  static func convergence(_ explained: ExplainedFit) throws -> Exposition {
    var text = Exposition()
    let fit = explained.fit
    let climbed = Climbed(fit)
    let trace = fit.starts[fit.bestStart].trace
    try text.say(
      "\(climbed.climber) stops when the mean \(climbed.name) changes by less than the tolerance, here "
        + "$\(TeX.number(fit.options.tolerance, .significant(3)))$ nats a row:")
    try text.show(
      "\\frac{\\lvert \(climbed.formula)^{(t)} - \(climbed.formula)^{(t-1)} \\rvert}{n} < \(TeX.number(fit.options.tolerance, .significant(3)))"
    )
    try text.say("The iterations of this fit, in nats:")
    text.add(steps(trace, climbed))
    if trace.count >= 4 {
      let (last, before) = (
        trace[trace.count - 1] - trace[trace.count - 2], trace[trace.count - 2] - trace[trace.count - 3]
      )
      let rate = last / before
      if last > 0, rate > 0, rate < 1 {
        try text.say(
          "The last two increments have the ratio $a$; if they go on shrinking like that, a geometric series says what "
            + "is still to come (Aitken’s extrapolation):")
        try text.show(
          "a = \\frac{\(TeX.number(last, .significant(3)))}{\(TeX.number(before, .significant(3)))} = "
            + "\(TeX.number(rate, .fixed(3))), \\qquad \(climbed.formula)^{(\\infty)} - \(climbed.formula)^{(t)} \\approx \\frac{a}{1-a}\\,"
            + "\\bigl(\(climbed.formula)^{(t)} - \(climbed.formula)^{(t-1)}\\bigr) = \(TeX.number(last * rate / (1 - rate), .significant(3)))\\ \\text{nats}"
        )
      }
    }
    // Rounding alone makes ℓ fall by less; more is the floor's doing.
    if climbed == .logLikelihood, let fall = fit.largestFall, fall.amount > 1e-10 * max(1, abs(fit.logLikelihood)) {
      try text.say(
        "With a floor under the variances the log-likelihood need not rise at every iteration: it fell by "
          + "\(NumberFormat.significant(3).string(fall.amount)) nats at iteration \(fall.iteration).")
    }
    try text.say("At the end:")
    text.add(ending(fit))
    let count = counted(fit.iterations, "iteration")
    try text.say("The verdict after \(count): \(fit.outcome).")
    return text
  }

  /// How fast the fit came to its end, and how near to it.
  private static func ending(_ fit: EMFit) -> Report.Block {
    let format = NumberFormat.significant(3)
    let (reached, followed) = fit.startsAtOptimum
    let measures: [(String, Double, String)] = [
      ("rate √a: the part of the distance to the optimum that an iteration leaves", fit.rate, ""),
      ("Aitken’s remaining gain", fit.remainingGain, "nats"),
      ("the last step", fit.lastStep, "standard deviations"),
      ("the gradient of ℓ/n, free of units", fit.gradientNorm, "nats a row"),
    ]
    let rows = measures.filter { $0.1.isFinite }.map { name, value, unit in
      [[Phrase.text(name)], [.value(format.string(value))], [.text(unit)]]
    }
    let starts = [
      [Phrase.text("starts that ended at this optimum")], [.value("\(reached) of \(followed)")], [.text("")],
    ]
    return .table(
      .init(
        columns: [
          .init([.text("measure")], isRowHeader: true), .init([.text("value")], alignment: .right),
          .init([.text("in")]),
        ], rows: rows + (followed > 1 ? [starts] : [])))
  }

  /// The first iterations, the last ones, and dots between.
  private static func steps(_ trace: [Double], _ climbed: Climbed) -> Report.Block {
    let shown = trace.indices.filter { $0 < 5 || $0 >= trace.count - 3 }
    func cell(_ text: String) -> [Phrase] { [.value(text)] }
    var rows: [[[Phrase]]] = []
    for (place, t) in shown.enumerated() {
      if place > 0, shown[place - 1] != t - 1 { rows.append([cell("⋯"), cell("⋯"), cell("⋯")]) }
      let increment = t == 0 ? "" : NumberFormat(.exponent, precision: 2).string(trace[t] - trace[t - 1])
      rows.append([
        cell(String(t)), cell(NumberFormat(.fixed, precision: 4, groups: true).string(trace[t])), cell(increment),
      ])
    }
    return .table(
      .init(
        columns: [
          .init([.text("iteration")], alignment: .right, isRowHeader: true),
          .init([.text(climbed.name)], alignment: .right), .init([.text("increment")], alignment: .right),
        ], rows: rows))
  }
}
