internal import Wording

/// What an axis measures, as a reader sees it.
struct Variable: Sendable, Hashable {
  /// Without underscores.
  let name: String
  /// Empty when not known.
  let unit: String

  init(_ name: String, unit: String? = nil) {
    self.name = name.asHeading
    self.unit = unit ?? ""
  }

  /// `residual sugar (g/l)`
  var title: String { unit.isEmpty ? name : "\(name) (\(unit))" }

  /// ` (per g/l)`, for densities; empty without a unit.
  var perUnit: String { unit.isEmpty ? "" : " (per \(unit))" }

  /// `54.6` and `80.1`: numbers that stand in one sentence, all with the same decimals.
  ///
  /// The largest shows three digits; all show a tenth of `spread`, where that is finer; none shows more decimals than
  /// the numbers have. Numbers too large or small for that are written as powers of ten.
  static func written(_ values: [Double], spread: Double? = nil) -> [String] {
    let sizes = (values.map(abs).filter { $0.isFinite && $0 > 0 })
    var wanted = sizes.max().map { 2 - decade(of: $0) } ?? 0
    if let top = sizes.max(), top >= 1e15 || top < 1e-4 {
      let steps = spread.map { $0 > 0 && $0.isFinite ? decade(of: top) - decade(of: $0) + 2 : 3 } ?? 3
      return values.map(NumberFormat(.general, precision: min(max(steps, 3), 12), groups: true).string)
    }
    if let spread, spread > 0, spread.isFinite { wanted = max(wanted, 1 - decade(of: spread)) }
    let decimals = min(max(wanted, 0), values.map(decimalsShown).max() ?? 0, 9)
    let format = NumberFormat(.fixed, precision: decimals, groups: true)
    return values.map(format.string)
  }

  /// `2.54`
  static func written(_ value: Double, spread: Double? = nil) -> String { written([value], spread: spread)[0] }

  /// `2.54 g/l`; a number written already.
  func measured(_ number: String) -> String { unit.isEmpty ? number : "\(number) \(unit)" }

  /// `2.54 g/l`
  func measured(_ value: Double, spread: Double? = nil) -> String {
    isYear(value) ? NumberFormat.fixed(0).string(value) : measured(Self.written(value, spread: spread))
  }

  /// Whether a value is a year of the calendar, which has no comma.
  func isYear(_ value: Double) -> Bool {
    name.lowercased().split(separator: " ").last == "year" && value == value.rounded() && (1000..<3000).contains(value)
  }

  /// `1.85 to 2.05 g/l`, to the last decimal of each.
  func measured(_ range: ClosedRange<Double>, joinedBy word: String = "to") -> String {
    let format = NumberFormat(.general, precision: 7, groups: true)
    return "\(format.string(range.lowerBound)) \(word) \(measured(format.string(range.upperBound)))"
  }

  /// `0.9 to 15.5 g/l`: where these values lie.
  func span(_ values: [Double]) -> String {
    let finite = values.filter(\.isFinite)
    guard let low = finite.min(), let high = finite.max() else { return "no value" }
    let ends = Self.written([low, high], spread: high - low)
    return "\(ends[0]) to \(measured(ends[1]))"
  }
}
