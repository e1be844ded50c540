internal import Mixtures
internal import Reports
internal import Tables
internal import TeXMath
internal import Wording

extension Exposition {
  /// How one row is shared out among the components at one iteration.
  ///
  /// - Parameter row: counted from 0 within the fit.
  static func expectation(_ explained: ExplainedFit, row: Int, iteration: Int) throws -> Exposition {
    var text = Exposition()
    let step = try explained.fit.eStep(row: row, iteration: iteration)
    let number = NumberFormat.count.string(Double(explained.rowNumbers[row]))
    let lacking = zip(explained.variables, step.values).filter { $0.1.isNaN }.map(\.0.name)
    try text.say("The E step asks how much of a row each component answers for. By Bayes’ rule")
    try text.show(
      "r_{ik} = \\frac{\\pi_k\\, \(explained.rowNormal("k", observed: !lacking.isEmpty))}"
        + "{\\sum_{j=1}^{K} \\pi_j\\, \(explained.rowNormal("j", observed: !lacking.isEmpty))\(explained.noiseTerm)}")
    let values = zip(explained.variables, step.values).filter { !$0.1.isNaN }.map { variable, value in
      "\(variable.name) = \(variable.measured(NumberFormat.plain.string(value)))"
    }
    if values.isEmpty {
      try text.say("Row \(number) of the data has none of the columns, so its responsibilities are the weights.")
      text.add(terms(step, explained, explained.fit.steps[iteration].mixture))
      return text
    }
    let lack =
      lacking.isEmpty
      ? ""
      : " It lacks \(joined(lacking)): $x_i^{\\mathrm o}$ is what it has, and the means and covariances are those of the "
        + "same columns."
    let time = iteration == 0 ? "At the start" : "After iteration \(iteration)"
    try text.say("Row \(number) of the data has \(joined(values)).\(lack) \(time) its terms are:")
    text.add(terms(step, explained, explained.fit.steps[iteration].mixture))
    let winner = step.responsibilities.indices.max { step.responsibilities[$0] < step.responsibilities[$1] } ?? 0
    func coloured(_ tex: String) -> String {
      winner < explained.components ? ExplainedFit.coloured(tex, winner) : tex
    }
    try text.show(
      coloured("r_{\(explained.rowNumbers[row]),\\mathrm{\(explained.name(winner))}}") + " = "
        + "\\exp\\bigl(\(TeX.number(step.logJoint[winner], .fixed(3))) - \(TeX.operand(step.logDensity, .fixed(3)))\\bigr) = "
        + TeX.number(step.responsibilities[winner], .fixed(4)))
    try text.say(verdict(step.responsibilities, number, explained))
    return text
  }

  private static func terms(
    _ step: RowExplanation, _ explained: ExplainedFit, _ mixture: GaussianMixture
  ) -> Report.Block {
    let weights = mixture.weights + [mixture.noise?.weight].compactMap(\.self)
    let normal = explained.rowNormal("k", observed: step.values.contains(where: \.isNaN))
    func cell(_ value: Double, _ decimals: Int) -> [Phrase] { [.value(NumberFormat.fixed(decimals).string(value))] }
    func head(_ tex: String) -> [Phrase] { (try? Exposition.phrases("$\(tex)$")) ?? [.text(tex)] }
    let rows = step.responsibilities.indices.map { k in
      [
        k < explained.components ? [.component(k, [.value(componentName(k))])] : [.text(explained.name(k))],
        cell(weights[k], 4), cell(step.logNormals[k], 3),
        cell(step.logJoint[k], 3),
        cell(step.responsibilities[k], 4),
      ]
    }
    return .table(
      .init(
        columns: [
          .init([.text("component")], isRowHeader: true), .init(head("\\pi_k"), alignment: .right),
          .init(head("\\log \(normal)"), alignment: .right),
          .init(head("\\log \\pi_k\\, \(normal)"), alignment: .right),
          .init(head("r_{ik}"), alignment: .right),
        ], rows: rows))
  }

  private static func verdict(_ responsibilities: [Double], _ row: String, _ explained: ExplainedFit) -> String {
    func part(_ k: Int) -> String { k < explained.components ? "component \(componentName(k))" : "the noise" }
    let winner = responsibilities.indices.max { responsibilities[$0] < responsibilities[$1] } ?? 0
    let share = NumberFormat(.percent, precision: 1).string(responsibilities[winner])
    let others = responsibilities.indices.filter { $0 != winner && responsibilities[$0] >= 0.05 }
    if responsibilities.count == 1 { return "With one component there is nothing to share." }
    if others.isEmpty { return "Row \(row) belongs to \(part(winner)), with \(share)." }
    let rest = others.map {
      "\(NumberFormat(.percent, precision: 1).string(responsibilities[$0])) to \(explained.name($0))"
    }
    return "Row \(row) is shared: \(share) goes to \(part(winner)), \(joined(rest))."
  }
}
