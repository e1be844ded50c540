internal import MixtureKernels

extension EMFit {
  /// The length of the gradient of ℓ / n at the end, within what the family allows: by the logarithms of the weights, by
  /// means in units of each component's own spread, and by the family's free numbers, of which Σₖ = Bₖ e^S Bₖᵀ changes by
  /// S. It is free of units, and 0 at a maximum of ℓ; a floor holds the fit off it. NaN where something else is climbed:
  /// with a prior, or a variational bound.
  ///
  /// By Fisher's identity it is the gradient of the expected complete-data log-likelihood, so one E-step gives it:
  /// nₖ − n πₖ, Σ r y, and ½ tr((Σ r y yᵀ − nₖ I) Sₖ) in whitened coordinates.
  package var gradientNorm: Double {
    guard options.prior == nil, variational == nil,
      let chart = CovarianceChart(options.family, covariances: mixture.covariances),
      let (problem, _, _, pass) = lastExpectation()
    else { return .nan }
    let sums = pass.values
    let d = mixture.dimension
    let isDiagonal = problem.structure.isDiagonal
    let stride = 1 + d + (isDiagonal ? d : d * d)
    let n = samples.totalWeight
    var square = 0.0
    let shares = mixture.weights + [mixture.noise?.weight].compactMap(\.self)
    for (k, share) in shares.enumerated() {
      let pull = sums[1 + k * stride] / n - share
      square += pull * pull
    }
    // Σ r y yᵀ − nₖ I of every component, and its Cholesky factor for turning the chart's directions.
    var excesses: [(moment: Matrix, factor: Cholesky)] = []
    for k in 0..<mixture.components {
      guard let factor = Cholesky(mixture.covariances[k]) else { return .nan }
      let start = 1 + k * stride
      for j in 0..<d { square += (sums[start + 1 + j] / n) * (sums[start + 1 + j] / n) }
      var moment = Matrix(rows: d, columns: d)
      for i in 0..<d {
        for j in 0...i where !isDiagonal || i == j {
          let value = sums[start + 1 + d + (isDiagonal ? i : i * d + j)] - (i == j ? sums[start] : 0)
          (moment[i, j], moment[j, i]) = (value, value)
        }
      }
      excesses.append((moment, factor))
    }
    for number in chart.numbers {
      var pull = 0.0
      for (k, move) in number {
        let (moment, factor) = excesses[k]
        let frame = chart.frames[k]
        let slope = factor.whiten(frame * move.slope * frame.transposed)
        for e in slope.values.indices { pull += 0.5 * moment.values[e] * slope.values[e] }
      }
      square += (pull / n) * (pull / n)
    }
    return square.squareRoot()
  }
}
