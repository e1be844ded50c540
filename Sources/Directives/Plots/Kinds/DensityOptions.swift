internal import Charting
internal import Wording

/// `bandwidth:`, `bw_adjust:` and `cut:`, which shape kernel densities.
struct DensityOptions: Sendable {
  let bandwidth: KernelDensity.Bandwidth
  let adjust: Double
  let cut: Double

  static let docs: [OptionDoc] = [
    OptionDoc(
      "bandwidth", "\(joined(KernelDensity.Bandwidth.named.map(\.name), "or")), or a number", default: "silverman",
      "the standard deviation of the kernels, or the rule for it; on a logarithmic axis in decades"),
    OptionDoc("bw_adjust", "number", default: "1", "multiplies the bandwidth"),
    OptionDoc("cut", "number", default: "0", "how many bandwidths curves go on beyond the data"),
  ]

  init(_ options: inout Options) {
    bandwidth =
      options.read("bandwidth") { node in
        if let width = try? node.number(), width > 0 { return KernelDensity.Bandwidth.width(width) }
        return try node.choice(of: KernelDensity.Bandwidth.named.map { ($0.name, $0.rule) })
      } ?? .silverman
    adjust = options.number("bw_adjust", "a number above 0") { $0 > 0 } ?? 1
    cut = options.number("cut", "a number from 0 on") { $0 >= 0 } ?? 0
  }

  /// The density of a group.
  ///
  /// - Parameter isWhole: goes on as far as the values of all groups do, so that curves can be added up.
  func curve(_ cell: GroupedValues.Cell, of groups: GroupedValues, isWhole: Bool = false) -> DensityCurve? {
    var range = groups.range
    if isWhole, range == nil, let low = groups.values.min(), let high = groups.values.max() { range = low...high }
    return DensityCurve(
      cell.values, weights: cell.weights, scale: groups.scale, bandwidth: bandwidth, adjust: adjust,
      cut: isWhole ? .infinity : cut, within: range)
  }

  /// `Gaussian kernel, bandwidth 2.5 min (Sheather–Jones), cut at the data’s range.`
  func caption(_ curves: [DensityCurve], _ variable: Variable, _ scale: Scale) -> String {
    let widths = curves.map(\.bandwidth)
    guard let low = widths.min(), let high = widths.max() else { return "" }
    let written = Variable.written([low, high], spread: low)
    let unit = scale == .log ? "decades" : variable.unit
    let size =
      (written[0] == written[1] ? written[0] : "\(written[0]) to \(written[1])")
      + (unit.isEmpty ? "" : " \(unit)")
    var rule: String =
      switch bandwidth {
      case .silverman: " (Silverman’s rule"
      case .scott: " (Scott’s rule"
      case .sheatherJones: " (Sheather–Jones"
      case .width: " (given"
      }
    if curves.contains(where: { $0.rule != bandwidth }) { rule += "; Silverman’s rule where that has no solution" }
    rule += adjust == 1 ? ")" : ", times \(NumberFormat.plain.string(adjust)))"
    let end =
      cut == 0
      ? "cut at the data’s range" : "\(NumberFormat.plain.string(cut)) bandwidths beyond the data"
    return "Gaussian kernel, bandwidth \(size)\(rule), \(end)."
  }

  /// Which groups have no curve, and why.
  static func missing(_ cells: [GroupedValues.Cell]) -> String {
    if cells.isEmpty { return "" }
    return "No curve for \(joined(cells.map(\.name))): fewer than two different values."
  }
}
