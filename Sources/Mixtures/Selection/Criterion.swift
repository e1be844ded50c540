/// What a selection minimises.
package enum Criterion: String, Sendable, Hashable, CaseIterable {
  case bic, aic, icl

  package func value(of cell: SelectionCell) -> Double? {
    switch self {
    case .bic: cell.bic
    case .aic: cell.aic
    case .icl: cell.icl
    }
  }
}
