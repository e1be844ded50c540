internal import Charting
internal import Wording

/// The sentences of a figure of correlations, made from its numbers.
struct CorrelationWords {
  let variables: [Variable]
  let rowCount: Int
  let method: Correlation.Method
  let table: CorrelationTable

  private static let mostRows = 40

  var symbol: String { method == .pearson ? "r" : "ρ" }

  /// Two decimals.
  static func written(_ value: Double) -> String { NumberFormat.fixed(2).string(value) }

  /// Pairs that have a correlation, the strongest first; ties in the order of the columns.
  private var ranked: [(pair: CorrelationTable.Pair, value: Double)] {
    table.pairs.enumerated().compactMap { place, pair in pair.value.map { (place, pair, $0) } }
      .sorted { (-abs($0.2), $0.0) < (-abs($1.2), $1.0) }.map { ($0.1, $0.2) }
  }

  private func names(_ pair: CorrelationTable.Pair) -> (String, String) {
    (variables[pair.first].name, variables[pair.second].name)
  }

  // MARK: The finding

  var title: String {
    let ranked = ranked
    guard let first = ranked.first else { return "No pair of columns varies together: all are constant" }
    let size = Self.written(abs(first.value))
    let strongest = ranked.filter { Self.written(abs($0.value)) == size }
    if abs(first.value) < 0.1 {
      return table.pairs.count == 1
        ? finding(first) : "No two columns are correlated by more than |\(symbol)| = \(size)"
    }
    switch strongest.count {
    case 1:
      return finding(first) + (table.pairs.count > 1 ? ", the strongest of \(table.pairs.count) pairs" : "")
    case 2:
      let parts = strongest.map { "\(names($0.pair).0) with \(names($0.pair).1)" }
      return "Strongest pairs: \(joined(parts)) (|\(symbol)| = \(size))"
    default: return "\(spelled(strongest.count, "pair")) are strongest, at |\(symbol)| = \(size)".capitalizedFirst
    }
  }

  /// `pH falls as fixed acidity rises (r = −0.68)`
  private func finding(_ ranked: (pair: CorrelationTable.Pair, value: Double)) -> String {
    let (a, b) = names(ranked.pair)
    let value = "(\(symbol) = \(Self.written(ranked.value)))"
    if abs(ranked.value) < 0.1 { return "\(a) and \(b): hardly correlated \(value)".capitalizedFirst }
    return "\(b) \(ranked.value > 0 ? "rises" : "falls") as \(a) rises \(value)".capitalizedFirst
  }

  // MARK: What surrounds it

  var subtitle: String {
    let what = method == .pearson ? "Pearson’s correlation \(symbol)" : "Spearman’s rank correlation \(symbol)"
    return what + " of every pair of \(counted(variables.count, "column"))"
  }

  var caption: String {
    let counts = table.pairs.map(\.count)
    let (low, high) = (counts.min() ?? 0, counts.max() ?? 0)
    let constant = table.pairs.count { $0.value == nil }
    return sentences(
      low == high
        ? sampleSize(high)
        : "n = \(NumberFormat.count.string(Double(low))) to \(NumberFormat.count.string(Double(high))) a pair.",
      low < rowCount ? "A pair leaves out rows in which one of both is missing." : "",
      constant > 0 ? "–: \(counted(constant, "pair")) without a correlation, as a column does not vary." : "",
      table.order == Array(variables.indices)
        ? "" : "Columns ordered so that alike ones are neighbours (average linkage).")
  }

  var alternativeText: String {
    let what = method == .pearson ? "Pearson" : "Spearman"
    return "Heat map of the \(what) correlations of \(counted(variables.count, "column")) "
      + "(\(joined(table.order.map { variables[$0].name }))), from −1 to 1, \(counted(rowCount, "row")). \(title)."
  }

  var description: String {
    let ranked = ranked
    func list(_ pairs: [(pair: CorrelationTable.Pair, value: Double)]) -> String {
      joined(pairs.prefix(5).map { "\(names($0.pair).0) and \(names($0.pair).1) (\(Self.written($0.value)))" })
    }
    let (rising, falling) = (ranked.filter { $0.value >= 0.1 }, ranked.filter { $0.value <= -0.1 })
    return sentences(
      title + ".", "\(spelled(ranked.count, "pair")) of \(counted(variables.count, "column")).".capitalizedFirst,
      rising.isEmpty ? "" : "Strongest of those that rise together: \(list(rising)).",
      falling.isEmpty ? "" : "Strongest of those of which one falls as the other rises: \(list(falling)).",
      "\(spelled(ranked.count { abs($0.value) < 0.1 }, "pair")) within 0.1 of none.".capitalizedFirst)
  }

  /// The strongest pairs.
  var data: ChartData {
    let rows = ranked.prefix(Self.mostRows)
    return ChartData([
      .init("column", texts: rows.map { names($0.pair).0 }), .init("with", texts: rows.map { names($0.pair).1 }),
      .init(symbol, numbers: rows.map(\.value)), .init("n", numbers: rows.map { Double($0.pair.count) }),
    ])
  }
}
