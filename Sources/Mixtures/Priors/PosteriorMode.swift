internal import MixtureKernels

/// A conjugate prior with every number filled in, as pseudo-counts and pseudo-scatters.
///
/// For responsibilities r, ℓ's expected part plus the log prior is a sum of −½ cₖ log |Σₖ| − ½ tr Σₖ⁻¹ Cₖ over
/// components with Cₖ = Wₖ + κ nₖ / (κ + nₖ) (x̄ₖ − m)(x̄ₖ − m)ᵀ + Λₖ. So a family's projection of the covariances
/// Cₖ / cₖ with counts cₖ gives the posterior's mode. What is pooled by a family has one prior, shared out equally.
struct PosteriorMode: Sendable {
  /// κ
  let shrinkage: Double
  /// m in the rows' shifted coordinates, d numbers.
  let mean: [Double]
  /// cₖ − nₖ, the same for all components: the power of |Σₖ|^(−½) in the prior.
  let count: Double
  /// Λₖ, d × d, the same for all components.
  let scale: Matrix

  /// - Throws: `FitError.badOption` when a number is out of its range or a shape is wrong.
  init(_ prior: ConjugatePrior, _ prepared: PreparedSamples, _ options: EMOptions) throws(FitError) {
    let (samples, family, d) = (prepared.samples, options.family, prepared.samples.dimension)
    let alongAxes = family.structure.isDiagonal
    guard prior.shrinkage >= 0, prior.shrinkage.isFinite else {
      throw .badOption(name: "shrinkage", reason: "is \(prior.shrinkage.plain); it is a number not below 0")
    }
    if let mean = prior.mean {
      guard mean.count == d, mean.allSatisfy(\.isFinite) else {
        throw .badOption(
          name: "mean", reason: "of the prior should be \(d) finite \(d == 1 ? "number" : "numbers, one a column")")
      }
      guard prior.shrinkage > 0 else {
        throw .badOption(name: "mean", reason: "of the prior has no effect with shrinkage: 0; leave one of them out")
      }
    }
    let least = alongAxes ? 0 : Double(d) - 1
    let degrees = prior.degreesOfFreedom ?? Double(d) + 2
    guard degrees > least, degrees.isFinite else {
      throw .badOption(
        name: "dof",
        reason:
          "is \(degrees.plain); for a \(family.name) covariance of \(d) columns it is a number above \(least.plain)")
    }
    shrinkage = prior.shrinkage
    // Cells may be missing, and the completion's mean is that of the shift.
    mean = prior.mean.map { zip($0, prepared.rows.shift).map { $0 - $1 } } ?? Array(repeating: 0, count: d)
    let form = Self.form(
      family, components: Double(options.components), dimension: Double(d), degrees: degrees,
      hasMean: prior.shrinkage > 0)
    count = form.count
    var scale: Matrix
    if let given = prior.scale {
      scale = try given.matrix(dimension: d)
    } else {
      scale = prepared.unbiasedCovariance
      let parts = Elementary.exp(-2 / Double(d) * Elementary.log(Double(options.components)))
      for e in scale.values.indices { scale.values[e] *= parts }
      if alongAxes {
        scale = .identity(d, scale: scale.diagonal.reduce(0, +) / Double(d))
      }
      // mclust: too few rows for a covariance of their own.
      else if samples.rowCount <= d {
        scale = .diagonal(scale.diagonal)
      }
    }
    for e in scale.values.indices {
      let isDiagonal = e % (d + 1) == 0
      scale.values[e] *= alongAxes && !isDiagonal ? 0 : form.share
    }
    self.scale = scale
    guard scale.values.allSatisfy({ $0 == 0 }) || Cholesky(scale) != nil else {
      throw .badOption(name: "scale", reason: "of the prior is neither 0 nor positive definite")
    }
  }

  /// The prior's count for each component and the share of the scale that it has.
  ///
  /// EII, VII, EEI, VVI, EEE and VVV as in Fraley & Raftery's table; VEI, EVI, EEV and VEV as mclust 6.0.0 computes
  /// them; the other families, for which mclust has no prior, as VVV. (mclust's EII leaves the scale out, which
  /// `scale: 0` does here, and its EEI leaves the means where the data put them while it counts them as drawn: neither
  /// is the mode of the stated prior.)
  private static func form(
    _ family: CovarianceFamily, components: Double, dimension d: Double, degrees: Double, hasMean: Bool
  ) -> (count: Double, share: Double) {
    let means: Double = hasMean ? 1 : 0
    // In one dimension tied is one variance, and every family else one a component.
    switch family.mclustName {
    case "EII": return ((degrees + 2) / d / components + means, 1 / d / components)
    case "VII": return ((degrees + 2) / d + means, 1 / d)
    case "EEI": return ((degrees + 2) / components + means, 1 / components)
    case "VEI": return ((degrees + 2 + means) / d, 1)
    case "EVI": return ((degrees + 1 + means) / components, 1)
    case "VVI": return (degrees + 2 + means, 1)
    case "EEE": return ((degrees + d + 1) / components + means, 1 / components)
    case "EEV": return ((degrees + d + 1 + means) / components, 1)
    case "VEV": return (0, 1)
    default: return (degrees + d + 1 + means, 1)
    }
  }

  /// Draws the means (K × d, shifted) towards the prior's, and adds pseudo-counts and pseudo-scatters.
  func apply(to scatters: inout Scatters, means: inout [Double]) {
    let d = scatters.dimension
    for k in scatters.counts.indices {
      let own = scatters.counts[k]
      let whole = own + count
      let apart = (0..<d).map { own > 0 ? means[k * d + $0] - mean[$0] : 0 }
      let pull = shrinkage > 0 ? shrinkage * own / (shrinkage + own) : 0
      for i in 0..<d {
        if shrinkage > 0 { means[k * d + i] = mean[i] + own / (shrinkage + own) * apart[i] }
        for j in 0..<d {
          let e = (k * d + i) * d + j
          let sum = own * scatters.covariances[e] + pull * apart[i] * apart[j] + scale[i, j]
          scatters.covariances[e] = whole > 0 ? sum / whole : scale[i, j]
        }
      }
      scatters.counts[k] = whole
    }
  }

  /// log p(μ, Σ) but for a constant: −½ Σₖ [c log |Σₖ| + tr Σₖ⁻¹ (Λₖ + κ (μₖ − m)(μₖ − m)ᵀ)], c being `count`.
  func logDensity(_ parameters: Parameters) -> Double {
    var sum = 0.0
    for k in 0..<parameters.components {
      let (center, covariance) = parameters.component(k)
      guard let factor = Cholesky(covariance) else { return -.infinity }
      sum += count * factor.logDeterminant
      sum += factor.whiten(scale).diagonal.reduce(0, +)
      if shrinkage > 0 {
        let apart = factor.whiten(zip(center, mean).map { $0 - $1 })
        sum += shrinkage * apart.reduce(0) { $0 + $1 * $1 }
      }
    }
    return -0.5 * sum
  }
}
