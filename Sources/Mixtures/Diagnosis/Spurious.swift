/// A fit that rides on a component about as thin as the floor allows: a spike of the likelihood on a few aligned rows
/// rather than a group. Such a fit ranks after every sound one.
package struct Spurious: Sendable, Hashable {
  /// The thinnest component, counted from 0.
  package let component: Int
  /// Its smallest variance over all directions, in units of the yardstick.
  package let ratio: Double
  package let yardstick: Kind

  package enum Kind: Sendable, Hashable {
    /// The floor, or the default floor where there is none.
    case floor
    /// The covariance of all rows, where even that lies within ten floors and the floor cannot tell.
    case data
  }

  /// What thinness is measured by, and how thin is too thin.
  struct Yardstick: Sendable {
    let kind: Kind
    let matrix: Matrix
    /// Below this many yardsticks in some direction a component is too thin.
    let limit: Double

    init(_ family: CovarianceFamily, covariance: Matrix, floor: [Double]) {
      let usual = Floor.relative(1e-6).diagonal(variances: covariance.diagonal)
      let zero = Matrix(rows: floor.count, columns: floor.count)
      let raised = family.projected(zero, floor: floor.allSatisfy { $0 > 0 } ? floor : usual)
      let whole = family.projected(covariance, floor: floor)
      let floorTells = Cholesky(raised) != nil && whole.exceeds(10, times: raised)
      (kind, matrix, limit) = floorTells ? (.floor, raised, 10) : (.data, whole, 1e-5)
    }
  }

  /// The thinnest component if it is too thin.
  static func find(_ parameters: Parameters, _ yardstick: Yardstick) -> Spurious? {
    var thinnest: Spurious?
    for k in 0..<parameters.components {
      let covariance = parameters.component(k).covariance
      // One Cholesky factorisation tells the usual case apart without eigenvalues.
      if covariance.exceeds(yardstick.limit, times: yardstick.matrix) { continue }
      guard let factor = Cholesky(yardstick.matrix),
        let least = SymmetricEigen(factor.whiten(covariance)).values.first
      else { continue }
      if thinnest.map({ least < $0.ratio }) ?? true {
        thinnest = Spurious(component: k, ratio: least, yardstick: yardstick.kind)
      }
    }
    return thinnest
  }
}

extension Matrix {
  /// Whether this minus `factor` times the other is positive definite.
  fileprivate func exceeds(_ factor: Double, times other: Matrix) -> Bool {
    Cholesky(
      Matrix(rows: rows, columns: columns, values: values.indices.map { values[$0] - factor * other.values[$0] }))
      != nil
  }
}

extension Spurious: CustomStringConvertible {
  package var description: String {
    let thinness =
      switch yardstick {
      case .floor: "its smallest variance is \((ratio * 10).rounded() / 10) times the floor"
      case .data: "in some direction its variance is below 1e-\(power) of the data's"
      }
    return "component \(component + 1) rides on a few aligned rows: \(thinness)"
  }

  /// The largest p with ratio ≤ 10⁻ᵖ.
  private var power: Int {
    var (power, rest) = (0, ratio)
    while rest <= 0.1, power < 16 {
      rest *= 10
      power += 1
    }
    return power
  }
}
