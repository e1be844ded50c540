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
    let kind = explained.dimension == 1 ? "variance" : "covariance"
    try text.say("The M step sets each component to the proportion, average and \(kind) of the rows it answers for:")
    let w = explained.weightFactor
    let family = ExplainedFamily(fit.options.family, dimension: explained.dimension)
    let symbol = family == nil ? "\\Sigma" : "S"
    // A missing cell takes part with its expectation and its variance.
    let (x, rest) =
      !explained.hasGaps
      ? ("x_i", "") : ("\\hat x_{ik}", explained.dimension == 1 ? " + c_{ik}" : " + C_{ik}")
    let (open, close) = rest.isEmpty ? ("", "") : ("\\bigl[", "\\bigr]")
    let spread =
      explained.dimension == 1
      ? "\\sigma_k^2 &= \\frac{1}{n_k} \\sum_{i=1}^{n} \(w)r_{ik} \(open)(\(x) - \\mu_k)^2\(rest)\(close)"
      : "\(symbol)_k &= \\frac{1}{n_k} \\sum_{i=1}^{n} \(w)r_{ik} \(open)(\(x) - \\mu_k)(\(x) - \\mu_k)^{\\mathsf T}\(rest)\(close)"
    try text.show(
      "\\begin{aligned} n_k &= \\sum_{i=1}^{n} \(w)r_{ik}, & \\mu_k &= \\frac{1}{n_k} \\sum_{i=1}^{n} \(w)r_{ik}\\, \(x), \\\\ "
        + "\\pi_k &= \\frac{n_k}{n}, & \(spread) \\end{aligned}")
    if !w.isEmpty { try text.say("Here $w_i$ is how many rows row $i$ stands for, and $n$ is the sum of all $w_i$.") }
    if explained.hasGaps {
      try text.say(
        "Here $\(x)$ is row $i$ with each missing cell at what component $k$ expects of it given the row’s other cells, "
          + "and $\(explained.dimension == 1 ? "c_{ik}" : "C_{ik}")$ is the \(kind) of the missing cells about that.")
    }
    if let restriction = restriction(explained) { try text.say(restriction) }
    if let family {
      try text.say(family.words)
      try text.show(family.formula)
    }
    try text.say("For component \(componentName(k)), the M step of iteration \(iteration) gave")
    let decimals = fit.n < 100 ? 4 : 2
    let count = TeX.number(step.count, NumberFormat(.fixed, precision: decimals, groups: true))
    // A row without any cell is shared out too, by the weights.
    let n = TeX.number(fit.samples.totalWeight + fit.samples.emptyWeight, .count)
    try text.show(
      "\(ExplainedFit.indexed("n", k)) = \(count), \\qquad \(ExplainedFit.indexed("\\pi", k)) = "
        + "\\frac{\(count)}{\(n)} = \(TeX.number(step.weight, .fixed(4)))")
    let change = zip(step.mean, fit.steps[iteration - 1].mixture.means[row: k]).map { $0 - $1 }
    if explained.isSmall {
      let spread = ExplainedFit.spread(step.covariance)
      let variance =
        explained.dimension == 1
        ? "\(ExplainedFit.coloured("\\sigma_{\\mathrm{\(componentName(k))}}^2", k)) = \(TeX.number(step.covariance[0, 0], .significant(4))) = \(spread)"
        : "\(ExplainedFit.indexed("\\Sigma", k)) = \(spread)"
      try text.show("\(ExplainedFit.indexed("\\mu", k)) = \(ExplainedFit.point(step.mean)), \\qquad \(variance)")
    } else {
      text.add(moments(explained, step, change))
    }
    if family != nil, let parts = explained.volumeAndShape(step.covariance, k) {
      try text.say(
        "The volume $|\\Sigma_k|^{1/d}$ of that covariance and its shape, the eigenvalues over the volume, are")
      try text.show(parts)
    }
    try text.say(movement(explained, step, change))
    return text
  }

  /// What floor and family do to the covariances of the formula; `nil` when they leave them.
  private static func restriction(_ explained: ExplainedFit) -> String? {
    let floor: String? =
      switch explained.fit.options.floor {
      case .none: nil
      case .relative(let part): "$\(TeX.number(part, .significant(3)))$ of each column’s variance"
      case .absolute(let value): "$\(TeX.number(value, .significant(3)))$"
      }
    let added = floor.map { "A floor of \($0) is added to the variances" }
    let family = explained.fit.options.family
    let kept: String? =
      switch family {
      case _ where explained.dimension == 1:
        family.hasOwnVolumes ? nil : "the components then share the average of their variances, weighted by $n_k$"
      case .tied: "the components then share the average of their covariances, weighted by $n_k$"
      case .diagonal: "only the diagonal is then kept"
      case .spherical: "the diagonal is then replaced by its mean, the rest by zero"
      default: nil
      }
    let parts = [added, kept].compactMap(\.self)
    return parts.isEmpty ? nil : parts.joined(separator: "; ").capitalizedFirst + "."
  }

  /// How far the step moved the component's mean.
  private static func movement(_ explained: ExplainedFit, _ step: ComponentUpdate, _ change: [Double]) -> String {
    let shares = change.indices.map { abs(change[$0]) / step.covariance[$0, $0].squareRoot() }
    let largest = shares.indices.max { shares[$0] < shares[$1] } ?? 0
    if shares[largest] < 1e-10 { return "Its mean no longer moved." }
    let place = shares.count == 1 ? "" : " most in \(explained.variables[largest].name),"
    return "That moved its mean\(place) by \(NumberFormat.significant(3).string(shares[largest])) "
      + "of the component’s standard deviation."
  }

  private static func moments(_ explained: ExplainedFit, _ step: ComponentUpdate, _ change: [Double]) -> Report.Block {
    func cell(_ value: Double, digits: Int = 4) -> [Phrase] { [.value(NumberFormat.significant(digits).string(value))] }
    let rows = explained.variables.indices.map { j in
      [
        [.text(explained.variables[j].title)], cell(step.mean[j]), cell(change[j], digits: 2),
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
