/// A mixture's parameters as flat arrays, in coordinates shifted by the rows' centre so that no offset cancels.
struct Parameters: Sendable {
  let dimension: Int
  /// K
  var weights: [Double]
  /// K × d
  var means: [Double]
  /// K × d × d
  var covariances: [Double]
  /// Nil when there are Gaussians only.
  var noise: UniformNoise?

  var components: Int { weights.count }

  init(dimension: Int, weights: [Double], means: [Double], covariances: [Double], noise: UniformNoise? = nil) {
    self.dimension = dimension
    self.weights = weights
    self.means = means
    self.covariances = covariances
    self.noise = noise
  }

  init(_ mixture: GaussianMixture, shift: [Double]) {
    let d = mixture.dimension
    self.init(
      dimension: d, weights: mixture.weights,
      means: (0..<mixture.components * d).map { mixture.means.values[$0] - shift[$0 % d] },
      covariances: mixture.covariances.flatMap(\.values), noise: mixture.noise)
  }

  /// Replaces the covariances by the nearest of a family: those it would fit to groups that have them.
  mutating func restrict(to family: CovarianceFamily) {
    var scatters = Scatters(dimension: dimension, counts: weights, covariances: covariances)
    family.project(&scatters)
    covariances = scatters.covariances
  }

  /// The mixture in data units.
  func mixture(shift: [Double]) -> GaussianMixture {
    let d = dimension
    return GaussianMixture(
      trusted: weights,
      Matrix(rows: components, columns: d, values: means.indices.map { means[$0] + shift[$0 % d] }),
      (0..<components).map { Matrix(rows: d, columns: d, values: Array(covariances[$0 * d * d..<($0 + 1) * d * d])) },
      noise)
  }

  /// The first component whose standard deviation in some column is lost in the rounding of its mean there, so that
  /// no density in data units could be trusted.
  func belowPrecision(shift: [Double]) -> Int? {
    let d = dimension
    for k in 0..<components {
      for j in 0..<d {
        let blur = 4 * (means[k * d + j] + shift[j]).ulp
        if covariances[(k * d + j) * d + j] < blur * blur { return k }
      }
    }
    return nil
  }
}
