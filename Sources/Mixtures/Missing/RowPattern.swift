/// The rows that have the same cells: their observed columns as rows of their own.
///
/// EM needs a factorisation for every pattern and component, not for every row (Little & Rubin, *Statistical Analysis
/// with Missing Data*, 2002, §11.2).
struct RowPattern: Sendable {
  /// The columns that are there, ascending.
  let observed: [Int]
  /// The places of the rows in the samples, ascending.
  let places: [Int]
  /// The observed cells, shifted as the whole rows are; nil where no column is observed.
  let rows: PackedRows?
  /// One a row.
  let weights: [Double]

  /// The sum of the rows' weights.
  var weight: Double { weights.reduce(0, +) }

  /// The patterns of samples by the number of observed cells, most first, then by their columns: an order that that of
  /// the rows does not change.
  static func all(in samples: Samples, shift: [Double]) -> [RowPattern] {
    let d = samples.dimension
    var places: [[Int]: [Int]] = [:]
    for i in 0..<samples.rowCount {
      places[(0..<d).filter { !samples[i, $0].isNaN }, default: []].append(i)
    }
    let order = places.keys.sorted { a, b in
      a.count != b.count ? a.count > b.count : a.lexicographicallyPrecedes(b)
    }
    return order.map { observed in
      let own = places[observed] ?? []
      return RowPattern(
        observed: observed, places: own,
        rows: observed.isEmpty
          ? nil : PackedRows(samples.part(rows: own, columns: observed), shift: observed.map { shift[$0] }),
        weights: own.map { samples.weight($0) })
    }
  }
}
