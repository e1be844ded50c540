/// What a mixture says of rows it was not fitted to; a row without a prediction has NaN everywhere.
package struct Prediction: Sendable {
  /// The most responsible component of each row, counted from 0, K for the noise; nil without a prediction.
  package private(set) var labels: [Int?]
  /// log p(xᵢ), n numbers, in nats.
  package private(set) var logDensities: [Double]
  /// rᵢₖ, n × K, and a last column for the noise where there is noise.
  package private(set) var responsibilities: Matrix
  /// P(χ²_d > D²) for the squared Mahalanobis distance D² to the nearest Gaussian: the share of that component's own
  /// rows that lie further from its mean than this one, n numbers, 0 … 1.
  package private(set) var outliers: [Double]

  /// 1 − maxₖ rᵢₖ, n numbers.
  package var uncertainties: [Double] {
    (0..<labels.count).map { i in labels[i] == nil ? .nan : 1 - (responsibilities[row: i].max() ?? 0) }
  }

  fileprivate init(rows: Int, components: Int) {
    labels = Array(repeating: nil, count: rows)
    logDensities = Array(repeating: .nan, count: rows)
    responsibilities = Matrix(rows: rows, columns: components, repeating: .nan)
    outliers = logDensities
  }

  fileprivate mutating func place(_ i: Int, label: Int, logDensity: Double, _ shares: [Double], outlier: Double) {
    labels[i] = label
    logDensities[i] = logDensity
    outliers[i] = outlier
    for k in shares.indices { responsibilities[i, k] = shares[k] }
  }
}

extension GaussianMixture {
  /// Labels, densities and outlier scores of rows.
  ///
  /// - Parameters:
  ///   - values: n × d, row-major, finite but for missing cells, which are NaN.
  ///   - marginalizing: whether a row that lacks some cells is judged by the columns it has, each component's marginal
  ///     distribution of them; otherwise it has no prediction. A row without any cell never has one.
  /// - Precondition: with missing cells to be integrated out there is no noise.
  package func predict(_ values: [Double], marginalizing: Bool) throws(FitError) -> Prediction {
    let (d, n) = (dimension, values.count / dimension)
    var prediction = Prediction(rows: n, components: components + (noise == nil ? 0 : 1))
    for (present, rows) in RowPattern.places(in: values, dimension: d)
    where present.count == d || (marginalizing && !present.isEmpty) {
      let mixture = present.count == d ? self : marginal(columns: present)
      let samples = try Samples(
        values: rows.flatMap { i in present.map { values[i * d + $0] } }, dimension: present.count)
      mixture.predict(samples, rows, into: &prediction)
    }
    return prediction
  }

  /// - Parameter rows: the places of the samples in the prediction.
  private func predict(_ samples: Samples, _ rows: [Int], into prediction: inout Prediction) {
    let centered = CenteredRows(samples, shift: mean)
    let kernel = KernelMixture(self, shift: centered.shift)
    let evaluation = centered.evaluation(kernel)
    let labels = evaluation.labels
    for (place, i) in rows.enumerated() {
      guard evaluation.logDensities[place].isFinite else {
        predictFar(samples[row: place], i, into: &prediction)
        continue
      }
      // log πₖ N = offset − ½ D²; a component of weight 0 is none.
      let squares = (0..<components).filter { kernel.offsets[$0] > -.infinity }.map { k in
        2 * (kernel.offsets[k] - evaluation.logJoint[place, k])
      }
      prediction.place(
        i, label: labels[place], logDensity: evaluation.logDensities[place], evaluation.responsibilities[row: place],
        outlier: Elementary.chiSquareSurvival(squares.min() ?? .nan, freedom: dimension))
    }
  }

  /// A row whose squared distances from all Gaussians are beyond the range of doubles.
  private func predictFar(_ row: [Double], _ i: Int, into prediction: inout Prediction) {
    let factors = covariances.compactMap { Cholesky($0) }
    guard factors.count == components else { return }
    let whitened = (0..<components).map { k in factors[k].whiten(zip(row, means[row: k]).map { $0 - $1 }) }
    let offsets = (0..<components).map { Elementary.log(weights[$0]) - 0.5 * factors[$0].logDeterminant }
    guard let far = FarShares(offsets: offsets, whitened: whitened) else { return }
    let shares = far.shares
    let label = shares.indices.reduce(0) { shares[$1] > shares[$0] ? $1 : $0 }
    prediction.place(i, label: label, logDensity: -.infinity, shares, outlier: 0)
  }
}
