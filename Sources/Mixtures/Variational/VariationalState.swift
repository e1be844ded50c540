/// The factorised posterior q(z) q(π) Πₖ q(μₖ, Λₖ) after one update, in the rows' shifted coordinates.
struct VariationalState: Sendable {
  let dimension: Int
  /// nₖ = Σᵢ wᵢ rᵢₖ, K
  var counts: [Double]
  /// αₖ of the Dirichlet, or the first parameters of the sticks' Beta distributions, 1 + nₖ; K
  var concentrations: [Double]
  /// The second parameters of the sticks, γ + Σⱼ₍ⱼ>ₖ₎ nⱼ; K, none for a Dirichlet.
  var rests: [Double]
  /// κₖ, K
  var meanPrecisions: [Double]
  /// mₖ, K × d
  var means: [Double]
  /// νₖ, K
  var degreesOfFreedom: [Double]
  /// Sₖ, K × d × d: Λₖ is Wishart(νₖ, Sₖ⁻¹). A tied precision is Wishart(K ν, (K S)⁻¹), with the same ν and S for all k.
  var scales: [Double]

  var components: Int { counts.count }

  /// Whether component k is expected to hold at least one row.
  func isEffective(_ k: Int) -> Bool { counts[k] >= 1 }

  /// The mixture of the posterior's means: E πₖ (made to add up to 1 where sticks leave a rest), mₖ, and (E Λₖ)⁻¹ =
  /// Sₖ / νₖ.
  var plugIn: Parameters {
    let d = dimension
    var weights: [Double]
    if rests.isEmpty {
      weights = concentrations
    } else {
      var left = 1.0
      weights = concentrations.indices.map { k in
        let all = concentrations[k] + rests[k]
        defer { left *= rests[k] / all }
        return concentrations[k] / all * left
      }
    }
    let sum = weights.reduce(0, +)
    for k in weights.indices { weights[k] /= sum }
    return Parameters(
      dimension: d, weights: weights, means: means,
      covariances: scales.indices.map { scales[$0] / degreesOfFreedom[$0 / (d * d)] })
  }

  /// E log πₖ, K numbers.
  var expectedLogWeights: [Double] {
    guard !rests.isEmpty else {
      let whole = Elementary.digamma(concentrations.reduce(0, +))
      return concentrations.map { Elementary.digamma($0) - whole }
    }
    var left = 0.0
    return concentrations.indices.map { k in
      let whole = Elementary.digamma(concentrations[k] + rests[k])
      defer { left += Elementary.digamma(rests[k]) - whole }
      return Elementary.digamma(concentrations[k]) - whole + left
    }
  }
}
