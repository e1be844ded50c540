internal import Mixtures

/// A one-dimensional mixture of which one component is put on a value of the data and narrowed, the others as they are.
struct Collapse {
  /// K ≥ 2.
  let mixture: GaussianMixture
  let values: [Double]
  let component: Int
  /// The value it is put on.
  let place: Double
  /// log Σ_{j ≠ k} πⱼ N(xᵢ | μⱼ, σⱼ²) of every value.
  private let others: [Double]

  init(_ mixture: GaussianMixture, values: [Double], component: Int, place: Double) throws {
    self.mixture = mixture
    self.values = values
    self.component = component
    self.place = place
    let joint = mixture.evaluate(try Samples(values: values, dimension: 1)).logJoint
    others = (0..<joint.rows).map { row in
      var terms = joint[row: row]
      terms.remove(at: component)
      return Elementary.logSumExp(terms)
    }
  }

  /// How many values lie on the place itself: ℓ rises by this many times −log σ in the end.
  var rows: Int { values.count { $0 == place } }

  /// ℓ with a standard deviation of the component, in nats.
  func logLikelihood(_ deviation: Double) -> Double {
    let top = height - Elementary.log(deviation)
    return zip(values, others).reduce(0) { sum, row in
      let z = (row.0 - place) / deviation
      return sum + Elementary.logSumExp([row.1, top - z * z / 2])
    }
  }

  /// The standard deviation below which ℓ is above a given one for good; `nil` where it is too small to be written, or
  /// ℓ is not on its final slope yet.
  func passing(_ logLikelihood: Double) -> Double? {
    let rest = zip(values, others).reduce(0) { $1.0 == place ? $0 : $0 + $1.1 }
    let logarithm = height - (logLikelihood - rest) / Double(rows)
    guard logarithm > -600, logarithm < 600 else { return nil }
    let deviation = Elementary.exp(logarithm)
    let tenth = self.logLikelihood(deviation / 10) - self.logLikelihood(deviation)
    let isFinal = abs(tenth - Double(rows) * Elementary.log(10)) < 0.01
    return isFinal && abs(self.logLikelihood(deviation) - logLikelihood) < 0.01 ? deviation : nil
  }

  /// The mixture with the component on the place.
  func mixture(deviation: Double) throws -> GaussianMixture {
    var means = mixture.means
    means[component, 0] = place
    var covariances = mixture.covariances
    covariances[component] = .identity(1, scale: deviation * deviation)
    return try GaussianMixture(weights: mixture.weights, means: means, covariances: covariances)
  }

  /// The logarithm of the component's density at its mean for a standard deviation of 1.
  private var height: Double { Elementary.log(mixture.weights[component]) - Elementary.log(2 * .pi) / 2 }
}
