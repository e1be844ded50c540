internal import Wording

/// What an axis measures, as a reader sees it.
struct Variable: Sendable, Hashable {
  /// Without underscores.
  let name: String
  /// Empty when not known.
  let unit: String
  /// How its values are written in titles, labels and captions.
  let format: NumberFormat

  init(_ name: String, unit: String? = nil, format: NumberFormat = .significant(3)) {
    self.name = name.map { $0 == "_" ? " " : String($0) }.joined()
    self.unit = unit ?? ""
    self.format = format
  }

  /// `residual sugar (g/l)`
  var title: String { unit.isEmpty ? name : "\(name) (\(unit))" }

  /// ` per g/l`, for densities; empty without a unit.
  var perUnit: String { unit.isEmpty ? "" : " (per \(unit))" }

  /// `2.54`
  func written(_ value: Double) -> String { format.string(value) }

  /// `2.54 g/l`
  func measured(_ value: Double) -> String { unit.isEmpty ? written(value) : "\(written(value)) \(unit)" }

  /// `0.9 to 15.5 g/l`
  func span(_ range: ClosedRange<Double>) -> String {
    "\(written(range.lowerBound)) to \(measured(range.upperBound))"
  }
}

/// `Two` for 2; numerals from seven on.
func capitalizedCount(_ count: Int) -> String {
  let words = ["No", "One", "Two", "Three", "Four", "Five", "Six"]
  return words.indices.contains(count) ? words[count] : String(count)
}

/// Sentences on one line, the empty ones left out.
func sentences(_ parts: String...) -> String { parts.filter { !$0.isEmpty }.joined(separator: " ") }
