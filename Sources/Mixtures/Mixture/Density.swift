/// What a mixture says of rows.
package struct Evaluation: Sendable {
  /// log p(xᵢ), n numbers, in nats.
  package let logDensities: [Double]
  /// log πₖ N(xᵢ | μₖ, Σₖ), n × K; a last column for the noise where there is noise.
  package let logJoint: Matrix
  /// rᵢₖ, of the same shape; every row adds up to 1.
  package let responsibilities: Matrix
  /// wᵢ, n numbers; nil where every row counts once.
  package let weights: [Double]?

  func weight(_ i: Int) -> Double { weights.map { $0[i] } ?? 1 }

  /// The most responsible component of each row, the first one on a tie; K is the noise.
  package var labels: [Int] {
    let (n, k) = (responsibilities.rows, responsibilities.columns)
    return responsibilities.values.withUnsafeBufferPointer { r in
      (0..<n).map { i in
        var best = 0
        for c in 1..<max(k, 1) where r[i * k + c] > r[i * k + best] { best = c }
        return best
      }
    }
  }

  /// −Σᵢₖ wᵢ rᵢₖ log rᵢₖ: how undecided the rows are, in nats; at most n log K.
  package var entropy: Double {
    var sum = 0.0
    for i in 0..<responsibilities.rows {
      for k in 0..<responsibilities.columns where responsibilities[i, k] > 0 {
        sum -= weight(i) * responsibilities[i, k] * (logJoint[i, k] - logDensities[i])
      }
    }
    return max(sum, 0)
  }

  /// −2 Σᵢ wᵢ log maxₖ rᵢₖ: what the integrated complete-data likelihood (ICL) adds to BIC.
  package var classificationPenalty: Double {
    var sum = 0.0
    for i in 0..<logJoint.rows {
      var largest = logJoint[i, 0]
      for k in 1..<max(logJoint.columns, 1) { largest = max(largest, logJoint[i, k]) }
      sum += weight(i) * (logDensities[i] - largest)
    }
    return max(2 * sum, 0)
  }
}

extension GaussianMixture {
  /// Everything about each row: densities, joint densities and responsibilities.
  ///
  /// - Parameter threads: how many may work; more than one pays from thousands of rows on.
  /// - Precondition: the rows have the mixture's dimension.
  package func evaluate(_ samples: Samples, threads: Int = 1) -> Evaluation {
    let centered = CenteredRows(samples, shift: center)
    return centered.evaluation(KernelMixture(self, shift: centered.shift), threads: threads)
  }

  /// How undecided the rows are, with nothing kept of a row.
  func indecision(_ samples: Samples, threads: Int) -> Indecision {
    let centered = CenteredRows(samples, shift: center)
    return centered.indecision(KernelMixture(self, shift: centered.shift), threads: threads)
  }

  /// log p(xᵢ) of every row, in nats.
  package func logDensities(_ samples: Samples, threads: Int = 1) -> [Double] {
    let centered = CenteredRows(samples, shift: center)
    return centered.logDensities(KernelMixture(self, shift: centered.shift), threads: threads)
  }

  /// p(xᵢ) of every row, in inverse data units; for contour grids.
  package func densities(_ samples: Samples, threads: Int = 1) -> [Double] {
    Elementary.exp(logDensities(samples, threads: threads))
  }

  /// p(x) at points of one dimension.
  ///
  /// - Precondition: the mixture has one dimension, and the points are finite.
  package func densities(at points: [Double]) throws(FitError) -> [Double] {
    points.isEmpty ? [] : densities(try Samples(values: points, dimension: 1))
  }

  /// rᵢₖ, n × K, and a last column for the noise where there is noise.
  package func responsibilities(_ samples: Samples, threads: Int = 1) -> Matrix {
    evaluate(samples, threads: threads).responsibilities
  }

  /// The most responsible component of each row, counted from 0; K is the noise.
  package func labels(_ samples: Samples, threads: Int = 1) -> [Int] {
    let centered = CenteredRows(samples, shift: center)
    return centered.labels(KernelMixture(self, shift: centered.shift), threads: threads)
  }

  /// ℓ = Σᵢ wᵢ log p(xᵢ), in nats.
  package func logLikelihood(_ samples: Samples) -> Double {
    let densities = logDensities(samples)
    return densities.indices.reduce(0) { $0 + samples.weight($1) * densities[$1] }
  }

  /// ℓ / n, in nats a row.
  package func score(_ samples: Samples) -> Double { logLikelihood(samples) / samples.totalWeight }

  /// Where coordinates are taken from in the kernels, near the data whatever its offset.
  private var center: [Double] { mean }
}
