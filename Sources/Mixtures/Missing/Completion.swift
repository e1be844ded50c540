internal import MixtureKernels

/// One Gaussian fitted by EM to the observed cells, and what it makes of the missing ones.
///
/// Starts that need whole rows (k-means, k-means++, random rows, hierarchical) see every missing cell at its expectation
/// given the row's other cells: all rows take part, and none is pulled to the middle as a column's mean would pull it.
/// Starts from responsibilities make their first M-steps as if every component had this covariance. EM itself never uses
/// the filled cells.
struct Completion: Sendable {
  /// The Gaussian, in shifted coordinates, with `floor` in its covariance.
  let gaussian: Parameters
  /// Its covariance without that, d × d: the covariance of the rows as far as the observed cells tell.
  let covariance: Matrix
  /// n × d, row-major and shifted; a row without any cell is at the Gaussian's mean.
  let values: [Double]
  /// Σᵢ wᵢ Cov(xᵢ | its observed cells) over the rows with any, d × d: the scatter that the filled cells lack.
  let lackingScatter: [Double]

  /// A millionth of each variance: enough to factor the covariance of any rows.
  private static let part = 1e-6

  /// - Parameters:
  ///   - rows: with missing cells.
  ///   - variances: of every column's observed cells.
  init(_ rows: CenteredRows, variances: [Double]) {
    let d = rows.dimension
    let floor = variances.map { $0 > 0 ? Self.part * $0 : 1 }
    let start = Parameters(
      dimension: d, weights: [1], means: Array(repeating: 0, count: d),
      covariances: Matrix.diagonal((0..<d).map { variances[$0] + floor[$0] }).values)
    let problem = EMProblem(
      rows: rows, components: 1, family: .full, floor: floor, dataCovariance: .diagonal(variances))
    let run = try? EMRun(problem, from: start, tolerance: 1e-4, maxIterations: 100, threads: 1)
    let found = run?.history.last ?? start
    gaussian = found
    var bare = Matrix(rows: d, columns: d, values: found.covariances)
    for j in 0..<d { bare[j, j] -= floor[j] }
    covariance = bare
    (values, lackingScatter) = Self.filled(rows, found)
  }

  private static func filled(_ rows: CenteredRows, _ gaussian: Parameters) -> (values: [Double], scatter: [Double]) {
    let d = rows.dimension
    var values = (0..<rows.count).flatMap { rows.row($0) }
    var scatter = Array(repeating: 0.0, count: d * d)
    // The covariance was factored on the way here.
    guard let factor = Cholesky(gaussian.covariances[...], dimension: d) else { return (values, scatter) }
    for pattern in rows.patterns where pattern.observed.count < d {
      let conditional = ConditionalGaussian(mean: gaussian.means, covariance: factor, observed: pattern.observed)
      for place in pattern.places {
        values.replaceSubrange(place * d..<(place + 1) * d, with: conditional.expectation(rows.row(place)))
      }
      if pattern.observed.isEmpty { continue }
      for e in 0..<d * d { scatter[e] += pattern.weight * conditional.covariance(e / d, e % d) }
    }
    return (values, scatter)
  }

  /// Parameters with this covariance in every component, for the first M-steps of a start.
  func spread(weights: [Double], means: [Double]?) -> (parameters: Parameters, kernel: KernelMixture)? {
    let count = weights.count
    let parameters = Parameters(
      dimension: gaussian.dimension, weights: weights,
      means: means ?? Array((0..<count).map { _ in gaussian.means }.joined()),
      covariances: Array((0..<count).map { _ in gaussian.covariances }.joined()))
    return KernelMixture(parameters, structure: mk_triangular).map { (parameters, $0) }
  }
}
