/// What a selection compares mixtures by.
package enum Criterion: String, Sendable, Hashable, CaseIterable {
  case bic, aic, icl, cv

  /// Whether larger values are better: of the cross-validated log-likelihood.
  package var prefersLarge: Bool { self == .cv }

  /// Its value, nil where it has none.
  package func value(of cell: SelectionCell) -> Double? {
    switch self {
    case .bic: cell.bic
    case .aic: cell.aic
    case .icl: cell.icl
    case .cv: cell.validation?.score
    }
  }

  /// What is made small: the value, or its negative where larger values are better.
  package func loss(of cell: SelectionCell) -> Double? { value(of: cell).map { prefersLarge ? -$0 : $0 } }
}
