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
  let rows: CenteredRows?
  /// One a row.
  let weights: [Double]

  /// The sum of the rows' weights.
  var weight: Double { weights.reduce(0, +) }

  /// The patterns of samples, in the order of `places(in:dimension:)`.
  static func all(in samples: Samples, shift: [Double]) -> [RowPattern] {
    places(in: samples.values, dimension: samples.dimension).map { observed, own in
      RowPattern(
        observed: observed, places: own,
        rows: observed.isEmpty
          ? nil : CenteredRows(samples.part(rows: own, columns: observed), shift: observed.map { shift[$0] }),
        weights: own.map { samples.weight($0) })
    }
  }

  /// The places of the rows that have the same cells, by the number of cells, most first, then by their columns: an order
  /// that that of the rows does not change.
  ///
  /// - Parameter values: n × d, row-major, NaN where a cell is missing.
  static func places(in values: [Double], dimension d: Int) -> [(observed: [Int], rows: [Int])] {
    let (columns, n) = (Array(0..<d), values.count / d)
    if n > 0, !values.contains(where: \.isNaN) { return [(columns, Array(0..<n))] }
    var places: [[Int]: [Int]] = [:]
    for i in 0..<n { places[columns.filter { !values[i * d + $0].isNaN }, default: []].append(i) }
    return places.sorted { a, b in
      a.key.count != b.key.count ? a.key.count > b.key.count : a.key.lexicographicallyPrecedes(b.key)
    }.map { (observed: $0.key, rows: $0.value) }
  }
}
