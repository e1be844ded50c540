internal import Charting
internal import Mixtures
internal import Wording

/// The points behind a two-dimensional figure, with the groups or the fitted components they belong to.
struct Cloud {
  let x: [Double]
  let y: [Double]
  let xVariable: Variable
  let yVariable: Variable

  var count: Int { x.count }

  var axes: (x: Axis, y: Axis) { (Axis(xVariable.title), Axis(yVariable.title)) }

  /// `residual sugar 0.9 to 15.5 g/l and …`
  var ranges: String {
    "\(xVariable.name) (\(Self.span(x, xVariable))) and \(yVariable.name) (\(Self.span(y, yVariable)))"
  }

  private static func span(_ values: [Double], _ variable: Variable) -> String {
    variable.span((values.min() ?? 0)...(values.max() ?? 0))
  }
}

/// What a two-dimensional figure shows of a fitted mixture.
struct PlaneMixture {
  /// The mixture's marginal on the two axes.
  let marginal: GaussianMixture
  /// n × K, from all columns of the fit, not only the two shown.
  let responsibilities: Matrix
  /// `K = 3, tied covariance`
  let model: String

  var components: Int { marginal.components }

  /// Row i's most responsible component.
  func label(_ i: Int) -> Int {
    (0..<components).max { responsibilities[i, $0] < responsibilities[i, $1] } ?? 0
  }

  /// 1 − maxₖ rᵢₖ
  func uncertainty(_ i: Int) -> Double { 1 - responsibilities[i, label(i)] }

  /// The model's own ellipses at 1σ and 2σ with their names.
  var ellipses: [any Mark] {
    (0..<components).map { k in
      let covariance = marginal.covariances[k]
      return EllipseMark(
        x: marginal.means[k, 0], y: marginal.means[k, 1],
        covariance: .init(xx: covariance[0, 0], xy: covariance[0, 1], yy: covariance[1, 1]), paint: .component(k),
        label: Label("\(componentName(k))   π = \(NumberFormat.fixed(2).string(marginal.weights[k]))"))
    }
  }

  var centres: [any Mark] {
    (0..<components).map { CentreMark(x: marginal.means[$0, 0], y: marginal.means[$0, 1]) }
  }

  /// `component A holds 36 % around eruptions 2.04 and waiting 54.5`, for each component.
  func descriptions(_ cloud: Cloud) -> [String] {
    (0..<components).map { k in
      "component \(componentName(k)) holds \(NumberFormat(.percent).string(marginal.weights[k])) around "
        + "\(cloud.xVariable.name) \(cloud.xVariable.written(marginal.means[k, 0])) and "
        + "\(cloud.yVariable.name) \(cloud.yVariable.written(marginal.means[k, 1]))"
    }
  }
}

/// Points of two columns grouped by the levels of a third.
struct Groups {
  let name: String
  /// In the one order they have in every part of a figure.
  let levels: [String]
  /// For each row the place of its level, −1 for none.
  let codes: [Int]
  /// Whether the levels have an order of their own, such as grades.
  let isOrdered: Bool

  func paint(_ level: Int) -> Paint {
    isOrdered ? .ordered(level, of: levels.count) : .component(level)
  }

  func count(_ level: Int) -> Int { codes.count { $0 == level } }

  /// From the last level down, as stacks stand on the page.
  func legend(symbols: Bool = false) -> Legend {
    Legend(
      name,
      entries: levels.indices.reversed().map { level in
        Legend.Entry(
          levels[level], note: "n = \(NumberFormat.count.string(Double(count(level))))", paint: paint(level),
          swatch: symbols ? .symbol(isOrdered ? .circle : .component(level)) : .fill)
      })
  }
}
