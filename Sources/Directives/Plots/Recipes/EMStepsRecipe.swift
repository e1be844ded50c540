internal import Charting
internal import Mixtures
internal import Wording

/// Chosen iterations of EM, each as its E step above its M step, over one or two columns.
struct EMStepsRecipe {
  /// One iteration: who answers for the rows, and what follows from that.
  struct Iteration {
    /// From 1.
    let number: Int
    /// rᵢₖ from all columns of the fit: K numbers for each row drawn.
    let shares: [[Double]]
    /// The marginals on the columns drawn, as they entered and as they leave.
    let before: GaussianMixture
    let after: GaussianMixture
  }

  /// One or two, as many as there are lists of values.
  let variables: [Variable]
  /// The values of the rows drawn, a list a column.
  let values: [[Double]]
  let iterations: [Iteration]
  /// μₖ on the columns drawn after every iteration, from the start: K × 1 or K × 2.
  let means: [Matrix]
  /// ℓ after every iteration, from the start.
  let trace: [Double]
  /// Rows of the fit that have the columns drawn.
  let count: Int
  /// Rows of the fit without one of them.
  let leftOut: Int
  /// `K = 2, full covariance`
  let model: String
  /// Columns of the fit.
  let fittedColumns: Int

  /// More points in every panel would take long and show no more.
  private static let mostPoints = 4000

  /// - Parameters:
  ///   - columns: one or two, by their place in the fit.
  ///   - whole: the rows that have these columns, by their place.
  ///   - iterations: from 1, ascending.
  init(_ fitted: FittedMixture, columns: [Int], rows whole: [Int], iterations: [Int]) {
    let fit = fitted.fit
    let rows =
      whole.count > Self.mostPoints && columns.count == 2
      ? Shuffle.order(whole.count).prefix(Self.mostPoints).sorted().map { whole[$0] } : whole
    let samples = fit.samples.part(rows: rows, columns: Array(fitted.columns.indices))
    variables = columns.map(fitted.variable)
    values = columns.map { column in rows.map { fit.samples[$0, column] } }
    self.iterations = iterations.map { t in
      Iteration(
        number: t, shares: fit.steps[t - 1].mixture.responsibilities(samples).nested,
        before: fit.steps[t - 1].mixture.marginal(columns: columns),
        after: fit.steps[t].mixture.marginal(columns: columns))
    }
    means = fit.steps.map { $0.mixture.marginal(columns: columns).means }
    trace = fitted.trace
    (count, leftOut) = (whole.count, fit.n - whole.count)
    model = fitted.model
    fittedColumns = fitted.columns.count
  }

  var components: Int { means[0].rows }

  /// Iterations that tell the story of a trace: the first; the second, or where the first gains next to nothing the one
  /// that passes a third of the climb; the one that passes half of what is left to gain after it; and the last. All where
  /// there are few.
  static func telling(_ trace: [Double]) -> [Int] {
    let last = trace.count - 1
    guard last > 4 else { return Array(1...max(1, last)) }
    let climb = trace[last] - trace[0]
    func passing(_ level: Double, from first: Int, to end: Int) -> Int {
      (first...end).first { trace[$0] >= level } ?? end
    }
    let isSlow = trace[1] - trace[0] < 0.05 * climb
    let second = isSlow ? passing(trace[0] + climb / 3, from: 2, to: last - 2) : 2
    let third = passing((trace[second] + trace[last]) / 2, from: second + 1, to: last - 1)
    return [1, second, third, last]
  }

  // MARK: Panels

  func chart() throws -> Chart {
    let perBlock = iterations.count <= 4 ? iterations.count : iterations.count <= 6 ? 3 : 4
    var panels: [Panel] = []
    let line = values.count == 1 ? try EMStepsLine(self) : nil
    for (index, iteration) in iterations.enumerated() {
      let isFirst = index == 0
      let marks =
        try line.map { try ($0.expectation(iteration, named: isFirst), $0.maximisation(iteration)) }
        ?? (expectation(iteration, named: isFirst), maximisation(iteration))
      let y = values.count == 2 ? Axis(variables[1].title) : Axis("density" + variables[0].perUnit, reaches: [0])
      let (row, column) = (index / perBlock * 2, index % perBlock)
      let (before, after) = (trace[iteration.number - 1], trace[iteration.number])
      // A lone iteration has its two panels side by side.
      let isAlone = iterations.count == 1
      panels.append(
        Panel(
          title: "E step \(iteration.number): ℓ = \(level(before))", y: y, marks: marks.0,
          place: .init(row: row, column: column)))
      panels.append(
        Panel(
          title: "M step \(iteration.number): \(level(after)) (\(gain(after - before)))", y: y, marks: marks.1,
          place: .init(row: isAlone ? row : row + 1, column: isAlone ? 1 : column)))
    }
    let words = EMStepsWords(recipe: self)
    return Chart(
      title: words.title, subtitle: words.subtitle, caption: words.caption, alternativeText: words.alternativeText,
      description: words.description, data: data, size: size(perBlock), x: Axis(variables[0].title), panels: panels,
      grid: PanelGrid(columns: max(2, perBlock), x: .all, y: .all))
  }

  private func size(_ perBlock: Int) -> Size {
    switch iterations.count {
    case 1: return Size(760, 490)
    case 2: return Size(760, 720)
    default:
      let rows = Double((iterations.count + perBlock - 1) / perBlock * 2)
      return Size(900, 150 + rows * (perBlock == 3 ? 262 : 222))
    }
  }

  /// Decimals by what there is to see of the climb.
  func level(_ value: Double) -> String {
    let climb = abs((trace.last ?? 0) - trace[0])
    return NumberFormat(.fixed, precision: climb >= 10 ? 1 : climb >= 1 ? 2 : 3, groups: true).string(value)
  }

  /// `+155.4`, `+0.667`
  private func gain(_ value: Double) -> String {
    let format = NumberFormat(.fixed, precision: abs(value) >= 10 ? 1 : abs(value) >= 1 ? 2 : 3, groups: true)
    let text = format.string(value)
    return text.hasPrefix("−") ? text : "+" + text
  }

  // MARK: Two columns

  /// Points in the colours of those who answer for them, under the ellipses that say so: in small panels the ellipses
  /// would else be lost.
  private func expectation(_ iteration: Iteration, named: Bool) -> [any Mark] {
    [points(iteration)] + ellipses(iteration.before, named: named) + centres(iteration.before)
  }

  /// The same points with the ellipses that follow, the ones before dashed, and the way of the means so far.
  private func maximisation(_ iteration: Iteration) -> [any Mark] {
    let ghosts: [any Mark] = (0..<components).map { k in
      EllipseMark(
        x: iteration.before.means[k, 0], y: iteration.before.means[k, 1], covariance: covariance(iteration.before, k),
        sigmas: [1], paint: .component(k), isGhost: true)
    }
    let paths: [any Mark] = (0..<components).flatMap { k -> [any Mark] in
      let way = means[0...iteration.number]
      let (x, y) = (way.map { $0[k, 0] }, way.map { $0[k, 1] })
      return [
        LineMark(x: x, y: y, paint: .background.opacity(0.75), width: 3.4),
        LineMark(x: x, y: y, paint: .component(k), width: 1.5),
      ]
    }
    return [points(iteration)] + ghosts + paths + ellipses(iteration.after, named: false) + centres(iteration.after)
  }

  private func points(_ iteration: Iteration) -> any Mark {
    let usual = Style.point(count: values[0].count)
    return PointMark(
      x: values[0], y: values[1], paints: iteration.shares.map { .blend($0) },
      diameter: max(2.5, usual.diameter - 1.5), opacity: min(1, usual.opacity + 0.1))
  }

  private func ellipses(_ mixture: GaussianMixture, named: Bool) -> [any Mark] {
    (0..<components).map { k in
      EllipseMark(
        x: mixture.means[k, 0], y: mixture.means[k, 1], covariance: covariance(mixture, k), sigmas: [1],
        paint: .component(k), rimmed: true, label: named && components > 1 ? Label(componentName(k)) : nil)
    }
  }

  private func covariance(_ mixture: GaussianMixture, _ k: Int) -> EllipseMark.Covariance {
    let covariance = mixture.covariances[k]
    return .init(xx: covariance[0, 0], xy: covariance[0, 1], yy: covariance[1, 1])
  }

  private func centres(_ mixture: GaussianMixture) -> [any Mark] {
    (0..<components).map {
      CentreMark(x: mixture.means[$0, 0], y: mixture.means[$0, 1], paint: .component($0), size: 10)
    }
  }

  // MARK: Numbers

  /// Weights, means and standard deviations before and after the iterations shown.
  private var data: ChartData {
    var states: [(iteration: Int, mixture: GaussianMixture)] = []
    for iteration in iterations {
      if states.last?.iteration != iteration.number - 1 { states.append((iteration.number - 1, iteration.before)) }
      states.append((iteration.number, iteration.after))
    }
    // A table of some forty rows: the first states and the last.
    let most = max(2, 40 / components)
    if states.count > most { states = Array(states.prefix(most - 1)) + states.suffix(1) }
    let rows = states.flatMap { state in (0..<components).map { (state.iteration, $0, state.mixture) } }
    return ChartData(
      [
        .init("iteration", numbers: rows.map { Double($0.0) }),
        .init("ℓ (nats)", numbers: rows.map { trace[$0.0] }),
        .init("component", texts: rows.map { componentName($0.1) }),
        .init("π", numbers: rows.map { $0.2.weights[$0.1] }),
      ]
        + variables.indices.flatMap { j -> [ChartData.Column] in
          [
            .init("mean of \(variables[j].title)", numbers: rows.map { $0.2.means[$0.1, j] }),
            .init(
              "standard deviation of \(variables[j].title)",
              numbers: rows.map { $0.2.covariances[$0.1][j, j].squareRoot() }),
          ]
        })
  }
}
