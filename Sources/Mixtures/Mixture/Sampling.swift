extension GaussianMixture {
  /// Draws rows and the component each came from; of the Gaussians alone where there is noise.
  ///
  /// - Returns: `values`, count × d row-major, and `labels`, counted from 0.
  package func sample(_ count: Int, using generator: inout SeededGenerator) -> (values: [Double], labels: [Int]) {
    let factors = covariances.map { Cholesky($0) }
    var values: [Double] = []
    var labels: [Int] = []
    values.reserveCapacity(count * dimension)
    labels.reserveCapacity(count)
    for _ in 0..<count {
      let k = generator.index(weights: weights)
      let noise = (0..<dimension).map { _ in generator.normal() }
      let colored = factors[k]?.color(noise) ?? noise
      for j in 0..<dimension { values.append(means[k, j] + colored[j]) }
      labels.append(k)
    }
    return (values, labels)
  }
}
