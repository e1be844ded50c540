internal import MixtureKernels

/// A mixture as the rows of one pattern see it: its marginal over the columns they have, and the way back.
struct PatternKernel {
  /// The marginal over the observed columns, of the whole mixture's structure.
  let marginal: KernelMixture
  private let whole: KernelMixture
  private let observed: [Int]
  /// One a component, or one for all where the factor is shared; none where columns are independent anyway.
  private let factors: [ObservedFactor]

  /// - Parameter observed: some of the columns, not all, ascending.
  init(_ whole: KernelMixture, observed: [Int]) {
    let (d, count) = (whole.dimension, whole.components)
    self.whole = whole
    self.observed = observed
    switch whole.structure {
    case mk_diagonal, mk_spherical:
      factors = []
      let scales = (0..<count).flatMap { k in observed.map { whole.factors[k * d + $0] } }
      marginal = KernelMixture(
        mk_diagonal, dimension: observed.count, weights: whole.weights,
        means: (0..<count).flatMap { k in observed.map { whole.means[k * d + $0] } }, factors: scales,
        logDets: (0..<count).map { k in observed.reduce(0) { $0 - Elementary.log(whole.factors[k * d + $1]) } })
    case mk_shared_triangular:
      let factor = ObservedFactor(whole.lower(0), dimension: d, observed: observed)
      factors = [factor]
      marginal = KernelMixture(
        mk_shared_triangular, dimension: observed.count, weights: whole.weights,
        means: (0..<count).flatMap { factor.project(whole.means[$0 * d..<($0 + 1) * d]) },
        factors: factor.kernelFactor, logDets: Array(repeating: factor.logDeterminant, count: count))
    default:
      let own = (0..<count).map { ObservedFactor(whole.lower($0), dimension: d, observed: observed) }
      factors = own
      marginal = KernelMixture(
        mk_triangular, dimension: observed.count, weights: whole.weights,
        means: (0..<count).flatMap { k in observed.map { whole.means[k * d + $0] } },
        factors: own.flatMap(\.kernelFactor), logDets: own.map(\.logDeterminant))
    }
  }

  /// Adds the sums over rows of this pattern to those over whole rows, both laid out as by `mk_pass`: every y at its
  /// expectation given the observed part, and every y yᵀ likewise, so with the conditional covariance.
  func add(_ sums: [Double], to total: inout [Double]) {
    let (d, count) = (whole.dimension, observed.count)
    total[0] += sums[0]
    if whole.structure.isDiagonal {
      addIndependent(sums, to: &total)
      return
    }
    let (part, block) = (1 + count + count * count, 1 + d + d * d)
    for k in 0..<whole.components {
      factors[factors.count == 1 ? 0 : k]
        .spread(sums[1 + k * part..<1 + (k + 1) * part], into: &total[1 + k * block..<1 + (k + 1) * block])
    }
  }

  /// An unobserved y has mean 0 and variance 1, whatever the observed ones are.
  private func addIndependent(_ sums: [Double], to total: inout [Double]) {
    let (d, count) = (whole.dimension, observed.count)
    let missing = (0..<d).filter { !observed.contains($0) }
    for k in 0..<whole.components {
      let (from, to) = (1 + k * (1 + 2 * count), 1 + k * (1 + 2 * d))
      total[to] += sums[from]
      for (c, j) in observed.enumerated() {
        total[to + 1 + j] += sums[from + 1 + c]
        total[to + 1 + d + j] += sums[from + 1 + count + c]
      }
      for j in missing { total[to + 1 + d + j] += sums[from] }
    }
  }
}

extension KernelMixture {
  /// L of component k with its own diagonal, d × d, zero above it.
  fileprivate func lower(_ k: Int) -> [Double] {
    let d = dimension
    return (0..<d * d).map { e in
      let (row, column) = (e / d, e % d)
      let entry = factors[k * d * d + e]
      return row == column ? 1 / entry : row > column ? entry : 0
    }
  }
}
