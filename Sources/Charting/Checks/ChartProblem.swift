/// Something in a chart that would mislead its reader, or keep something from him.
package enum ChartProblem: Sendable, Hashable, CustomStringConvertible {
  /// Bars whose height is not their value, as they do not begin at 0.
  case barsOffZero(panel: Int)
  /// A density whose area is not 1.
  case densityArea(panel: Int, area: Double)
  /// A group that stands out from the background in none of its marks.
  case faintGroup(Paint.Role, contrast: Double)

  package var description: String {
    switch self {
    case .barsOffZero(let panel): "the bars of panel \(panel + 1) do not stand on 0"
    case .densityArea(let panel, let area): "the density of panel \(panel + 1) has area \(area), not 1"
    case .faintGroup(let role, let contrast):
      "\(role) has a contrast of \(contrast) to the background, under \(ChartChecks.leastContrast)"
    }
  }
}
