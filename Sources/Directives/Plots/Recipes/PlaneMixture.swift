internal import Charting
internal import Mixtures
internal import Wording

/// What a two-dimensional figure shows of a fitted mixture.
struct PlaneMixture {
  /// The mixture's marginal on the two axes.
  let marginal: GaussianMixture
  /// Each row's most responsible component, from all columns of the fit, not only the two shown.
  let labels: [Int]
  /// 1 − maxₖ rᵢₖ of each row.
  let uncertainties: [Double]
  /// `K = 3, tied covariance`
  let model: String

  var components: Int { marginal.components }

  /// How much of the mixture the noise holds; nil without noise.
  let noiseWeight: Double?

  /// Rows of no component are the noise's.
  func paint(ofRow row: Int) -> Paint { labels[row] < components ? .component(labels[row]) : .muted }

  func symbol(ofRow row: Int) -> Symbol { labels[row] < components ? .component(labels[row]) : .cross }

  /// The rows that are noise.
  var noiseRows: Int { labels.count { $0 == components } }

  /// The model's own ellipses at 1σ and 2σ.
  ///
  /// - Parameter rimmed: whether they lie over a crowd of points.
  func ellipses(rimmed: Bool = false, named name: (Int) -> String) -> [any Mark] {
    (0..<components).map { k in
      marginal.ellipse(of: k, rimmed: rimmed, label: Label(name(k)))
    }
  }

  /// Ellipses below the rows, or above them where so many points would hide what lies below.
  func layered(_ points: any Mark, named name: (Int) -> String) -> [any Mark] {
    labels.count > Self.crowd
      ? [points] + ellipses(rimmed: true, named: name) : ellipses(named: name) + [points]
  }

  /// More points than this hide what lies below them.
  static let crowd = 3000

  /// `A   π = 0.36`
  func nameAndWeight(_ k: Int) -> String { "\(componentName(k))   π = \(weight(k))" }

  /// `0.36`
  func weight(_ k: Int) -> String { NumberFormat.fixed(2).string(marginal.weights[k]) }

  var centres: [any Mark] {
    (0..<components).map { CentreMark(x: marginal.means[$0, 0], y: marginal.means[$0, 1]) }
  }

  /// `component A holds 36 % around eruptions 2.04 and waiting 54.5 and …`
  func description(over cloud: Cloud) -> String {
    describedComponents(marginal.weights) { "around " + centre(of: $0, over: cloud) }
  }

  /// `eruptions 2.04 and waiting 54.5`
  func centre(of k: Int, over cloud: Cloud) -> String { cloud.place(marginal.means[k, 0], marginal.means[k, 1]) }
}
