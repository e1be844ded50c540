/// A law of EM checked on one fit.
package struct Theorem: Sendable, Hashable {
  /// Short, in words.
  package let name: String
  /// The law as a formula, in TeX without dollar signs.
  package let formula: String
  /// How far the fit is from it where it is worst, in the unit of `measure`; 0 or less when it holds exactly.
  package let residual: Double
  /// What the residual is measured in.
  package let measure: String
  /// Where the residual is largest.
  package let iteration: Int
  /// The largest residual that rounding explains.
  package let tolerance: Double

  package var holds: Bool { residual <= tolerance }
}

/// Collects the worst residual of one law over the iterations.
struct TheoremCheck {
  let name: String
  let formula: String
  let measure: String
  var tolerance: Double
  private(set) var worst: (residual: Double, iteration: Int)?

  init(_ name: String, _ formula: String, measure: String, tolerance: Double) {
    self.name = name
    self.formula = formula
    self.measure = measure
    self.tolerance = tolerance
  }

  mutating func note(_ residual: Double, at iteration: Int) {
    let known = residual.isNaN ? .infinity : residual
    if worst.map({ known > $0.residual }) ?? true { worst = (known, iteration) }
  }

  /// Nil when there was nothing to check.
  var theorem: Theorem? {
    worst.map {
      Theorem(
        name: name, formula: formula, residual: $0.residual, measure: measure, iteration: $0.iteration,
        tolerance: tolerance)
    }
  }
}
