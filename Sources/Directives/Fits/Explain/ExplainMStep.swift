internal import Mixtures
internal import Reports
internal import TeXMath
internal import Wording

extension Exposition {
  /// How one M step set one component.
  ///
  /// - Parameter iteration: the step it led to, from 1.
  static func maximization(_ explained: ExplainedFit, component k: Int, iteration: Int) throws -> Exposition {
    var text = Exposition()
    let fit = explained.fit
    let step = try fit.mStep(component: k, iteration: iteration)
    try text.say("The M step sets each component to the proportion, average and covariance of the rows it answers for:")
    try text.show(
      "n_k = \\sum_{i=1}^{n} r_{ik}, \\qquad \\pi_k = \\frac{n_k}{n}, \\qquad \\mu_k = \\frac{1}{n_k} \\sum_{i=1}^{n} r_{ik}\\, x_i, "
        + "\\qquad \\Sigma_k = \\frac{1}{n_k} \\sum_{i=1}^{n} r_{ik} (x_i - \\mu_k)(x_i - \\mu_k)^{\\mathsf T}")
    try text.say("For component \(componentName(k)), the M step of iteration \(iteration) gave")
    let (count, n) = (
      TeX.number(step.count, NumberFormat(.fixed, precision: 2, groups: true)), TeX.number(Double(fit.n), .count)
    )
    try text.show(
      "\(ExplainedFit.indexed("n", k)) = \(count), \\qquad \(ExplainedFit.indexed("\\pi", k)) = "
        + "\\frac{\(count)}{\(n)} = \(TeX.number(step.weight, .fixed(4)))")
    let change = zip(step.mean, fit.steps[iteration - 1].mixture.means[row: k]).map { $0 - $1 }
    if explained.isSmall {
      try text.show(
        "\(ExplainedFit.indexed("\\mu", k)) = \(ExplainedFit.point(step.mean)), \\qquad "
          + "\(ExplainedFit.indexed("\\Sigma", k)) = \(ExplainedFit.spread(step.covariance))")
    } else {
      text.add(moments(explained, step, change))
    }
    let largest = change.indices.max {
      abs(change[$0]) / step.covariance[$0, $0].squareRoot() < abs(change[$1]) / step.covariance[$1, $1].squareRoot()
    }
    if let largest {
      let share = abs(change[largest]) / step.covariance[largest, largest].squareRoot()
      try text.say(
        "That moved its mean most in \(explained.variables[largest].name), by "
          + "\(NumberFormat.significant(3).string(share)) of the component’s standard deviation.")
    }
    return text
  }

  private static func moments(_ explained: ExplainedFit, _ step: ComponentUpdate, _ change: [Double]) -> Report.Block {
    func cell(_ value: Double) -> [Phrase] { [.value(NumberFormat.significant(4).string(value))] }
    let rows = explained.variables.indices.map { j in
      [
        [.text(explained.variables[j].title)], cell(step.mean[j]), cell(change[j]),
        cell(step.covariance[j, j].squareRoot()),
      ]
    }
    return .table(
      .init(
        columns: [
          .init([.text("column")], isRowHeader: true), .init([.text("mean")], alignment: .right),
          .init([.text("change")], alignment: .right), .init([.text("sd")], alignment: .right),
        ], rows: rows))
  }
}
