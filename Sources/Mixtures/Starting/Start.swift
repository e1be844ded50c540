/// Where EM starts.
package enum Start: Sendable, Hashable {
  /// k-means from k-means++ seeds, then one M-step from its labels.
  case kMeans
  /// Means at k-means++ seeds, equal weights, and the rows' pooled covariance around their nearest seed.
  case kMeansPlusPlus
  /// Responsibilities uniform on the simplex for every row, then one M-step.
  case random
  /// Means at K different random rows, equal weights, and the rows' pooled covariance around their nearest mean.
  case randomFromData
  /// One M-step from these labels, one a row, counted from 0; K for the noise.
  case labels([Int])
  /// One M-step from the clusters of model-based agglomeration (`HierarchicalClustering`).
  case hierarchical
  /// The parameters of a mixture of as many components over the same columns, its covariances restricted to the family.
  case mixture(GaussianMixture)
  /// Stated parameters. Weights left out are equal. Precisions left out become the rows' pooled covariance around
  /// their nearest mean. Means left out are those of a k-means start, and so is whatever else is missing then.
  case given(means: Matrix?, weights: [Double]?, precisions: Precisions?)

  /// The starts that need nothing but the data; look one up by its `name`.
  package static let unaided: [Start] = [.kMeans, .kMeansPlusPlus, .random, .randomFromData, .hierarchical]

  /// Whether another restart could end elsewhere.
  package var isRandom: Bool {
    switch self {
    case .labels, .hierarchical, .mixture: false
    case .given(let means, _, _): means == nil
    default: true
    }
  }

  /// Whether components keep the order of the start.
  package var keepsOrder: Bool { self != .hierarchical && !isRandom }

  /// The name in notebooks.
  package var name: String {
    switch self {
    case .kMeans: "kmeans"
    case .kMeansPlusPlus: "kmeans++"
    case .random: "random"
    case .randomFromData: "random-from-data"
    case .labels: "labels"
    case .hierarchical: "hierarchical"
    case .mixture: "fit"
    case .given: "given"
    }
  }
}

/// Inverse covariances Σₖ⁻¹ in scikit-learn's shapes, in inverse products of data units.
package enum Precisions: Sendable, Hashable {
  /// K matrices of d × d
  case full([Matrix])
  /// one matrix of d × d
  case tied(Matrix)
  /// K × d
  case diagonal(Matrix)
  /// K
  case spherical([Double])

  package enum Shape: Sendable, Hashable { case full, tied, diagonal, spherical }

  package var shape: Shape {
    switch self {
    case .full: .full
    case .tied: .tied
    case .diagonal: .diagonal
    case .spherical: .spherical
    }
  }

  /// K covariances of d × d.
  ///
  /// - Throws: `FitError.badStart` when the shape is wrong or a precision is not symmetric positive definite.
  func covariances(components: Int, dimension d: Int) throws(FitError) -> [Matrix] {
    let matrices: [Matrix]
    let expected: String
    switch self {
    case .full(let each): (matrices, expected) = (each, "\(components) matrices of \(d) × \(d)")
    case .tied(let one):
      (matrices, expected) = (Array(repeating: one, count: components), "one matrix of \(d) × \(d)")
    case .diagonal(let rows):
      expected = "\(components) rows of \(d) numbers"
      matrices = rows.columns == d ? rows.nested.map { Matrix.diagonal($0) } : []
    case .spherical(let scales):
      (matrices, expected) = (scales.map { Matrix.identity(d, scale: $0) }, "\(components) numbers")
    }
    guard matrices.count == components, matrices.allSatisfy({ $0.rows == d && $0.columns == d }) else {
      throw .badStart(reason: "its precisions should be \(expected)")
    }
    var result: [Matrix] = []
    for (k, matrix) in matrices.enumerated() {
      guard matrix.values.allSatisfy(\.isFinite), matrix.isSymmetric, let factor = Cholesky(matrix) else {
        throw .badStart(reason: "precision \(k + 1) is not symmetric positive definite")
      }
      result.append(factor.inverse)
    }
    return result
  }
}
