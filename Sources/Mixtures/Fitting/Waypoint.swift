/// Where the components of a mixture were after some iterations: what is kept of every start.
package struct Waypoint: Sendable, Hashable {
  /// M-steps made; 0 is the start.
  package let iteration: Int
  /// πₖ, K numbers.
  package let weights: [Double]
  /// μₖ, K × d, in data units.
  package let means: Matrix
  /// √Σₖⱼⱼ, K × d, in data units.
  package let deviations: Matrix

  init(_ iteration: Int, _ mixture: GaussianMixture) {
    self.iteration = iteration
    weights = mixture.weights
    means = mixture.means
    deviations = Matrix(
      rows: mixture.components, columns: mixture.dimension,
      values: mixture.covariances.flatMap { $0.diagonal.map { $0.squareRoot() } })
  }

  private init(_ iteration: Int, _ weights: [Double], _ means: Matrix, _ deviations: Matrix) {
    (self.iteration, self.weights, self.means, self.deviations) = (iteration, weights, means, deviations)
  }

  /// The same with component k of the result being `order[k]` of this one.
  func reordered(_ order: [Int]) -> Waypoint {
    func rows(_ matrix: Matrix) -> Matrix {
      Matrix(rows: order.count, columns: matrix.columns, values: order.flatMap { matrix[row: $0] })
    }
    return Waypoint(iteration, order.map { weights[$0] }, rows(means), rows(deviations))
  }
}

extension EMFit {
  /// The whole path of the start that was kept.
  package var path: [Waypoint] { steps.map { Waypoint($0.iteration, $0.mixture) } }

  /// The path of any start, its components numbered like those of `mixture` that end nearest: the matching with the
  /// least sum of squared distances between means, in standard deviations of the columns. Empty for one that failed.
  package func matchedPath(ofStart index: Int) -> [Waypoint] {
    let path = starts[index].path
    guard let last = path.last else { return [] }
    let order = Assignment.matching(mixture.means, last.means, variances: samples.covariance.diagonal)
    return path.map { $0.reordered(order) }
  }
}
