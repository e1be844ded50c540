/// A fit that rides on a component about as thin as the floor allows: a spike of the likelihood on a few aligned rows
/// rather than a group. Such a fit ranks after every sound one.
package struct Spurious: Sendable, Hashable {
  /// The thinnest component, counted from 0.
  package let component: Int
  /// Its smallest variance over all directions, in units of the yardstick; at most 10.
  package let ratio: Double

  /// Below this many yardsticks a component is too thin.
  static let limit = 10.0

  /// What thinness is measured by: the floor; without one, the default floor. Where even the covariance of all rows lies
  /// within ten floors, the floor cannot tell a spike from the data, and one millionth of that covariance is used.
  static func yardstick(_ family: CovarianceFamily, covariance: Matrix, floor: [Double]) -> Matrix {
    let effective = floor.allSatisfy { $0 > 0 } ? floor : Floor.relative(1e-6).diagonal(variances: covariance.diagonal)
    let zero = Matrix(rows: floor.count, columns: floor.count)
    let whole = family.projected(covariance, floor: floor)
    let raised = family.projected(zero, floor: effective)
    if let factor = Cholesky(raised), let least = SymmetricEigen(factor.whiten(whole)).values.first, least > limit {
      return raised
    }
    return Matrix(rows: whole.rows, columns: whole.columns, values: whole.values.map { $0 * 1e-6 })
  }

  /// The thinnest component if it is within ten yardsticks.
  static func find(_ parameters: Parameters, yardstick: Matrix) -> Spurious? {
    guard let factor = Cholesky(yardstick) else { return nil }
    var thinnest: Spurious?
    for k in 0..<parameters.components {
      let relative = factor.whiten(parameters.component(k).covariance)
      guard let least = SymmetricEigen(relative).values.first else { continue }
      if thinnest.map({ least < $0.ratio }) ?? true { thinnest = Spurious(component: k, ratio: least) }
    }
    return thinnest.flatMap { $0.ratio <= limit ? $0 : nil }
  }
}

extension Spurious: CustomStringConvertible {
  package var description: String {
    "component \(component + 1) is about as thin as the floor allows (\((ratio * 10).rounded() / 10) times it), so its "
      + "likelihood comes from a few aligned rows"
  }
}
