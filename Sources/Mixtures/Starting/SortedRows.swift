/// The different rows of a table in ascending order (by the first column, then the next ones), so that nothing computed
/// from them depends on the order of the table.
struct SortedRows: Sendable {
  /// m × d, row-major, the different rows.
  let values: [Double]
  /// The weight of the rows of the table each stands for, m numbers above 0.
  let counts: [Double]
  /// For each row of the table its place among the different ones; nil for one left out or without weight.
  let places: [Int?]
  let dimension: Int

  var count: Int { counts.count }

  /// - Parameter limit: beyond this many different rows, rows are drawn at random until so many different ones have
  ///   been; the others are left out.
  init(_ samples: Samples, limit: Int, using generator: inout SeededGenerator) {
    let (n, d) = (samples.rowCount, samples.dimension)
    let order = Self.order(samples)
    // Equal rows follow each other in the order.
    var groups = Array(repeating: 0, count: n)
    for (place, i) in order.enumerated().dropFirst() {
      let same = (0..<d).allSatisfy { samples[order[place - 1], $0] == samples[i, $0] }
      groups[place] = groups[place - 1] + (same ? 0 : 1)
    }
    var drawn = Set(0..<n)
    if let last = groups.last, last + 1 > limit {
      drawn = []
      var different = Set<Int>()
      for place in generator.permutation(n) where different.count < limit {
        drawn.insert(place)
        different.insert(groups[place])
      }
    }
    var values: [Double] = []
    var counts: [Double] = []
    var places = [Int?](repeating: nil, count: n)
    var present = -1
    for (place, i) in order.enumerated() where drawn.contains(place) && samples.weight(i) > 0 {
      if groups[place] != present {
        present = groups[place]
        values += samples[row: i]
        counts.append(0)
      }
      counts[counts.count - 1] += samples.weight(i)
      places[i] = counts.count - 1
    }
    (self.values, self.counts, self.places, dimension) = (values, counts, places, d)
  }

  private static func order(_ samples: Samples) -> [Int] {
    let d = samples.dimension
    let values = samples.values
    return values.withUnsafeBufferPointer { values in
      (0..<samples.rowCount).sorted { a, b in
        for j in 0..<d where values[a * d + j] != values[b * d + j] { return values[a * d + j] < values[b * d + j] }
        return a < b
      }
    }
  }

  /// The coordinates in which the rows are agglomerated: Z = X V diag(s^−½) for X the columns with mean 0 and standard
  /// deviation 1 (n − 1) and X = U diag(s) Vᵀ its singular value decomposition. Constant columns and directions without
  /// width are left out. m × q, row-major.
  var scaled: (values: [Double], dimension: Int) {
    let (m, d) = (count, dimension)
    let total = counts.reduce(0, +)
    var columns: [[Double]] = []
    for j in 0..<d {
      var column = (0..<m).map { values[$0 * d + j] }
      // A second pass over the residuals removes the rounding of the first.
      for _ in 0..<2 {
        let mean = (0..<m).reduce(0) { $0 + counts[$1] * (column[$1] / total) }
        for i in 0..<m { column[i] -= mean }
      }
      let largest = column.reduce(0) { max($0, abs($1)) }
      guard largest > 0, largest > 0x1p-50 * abs(values[j]) else { continue }
      for i in 0..<m { column[i] /= largest }
      let square = (0..<m).reduce(0) { $0 + counts[$1] * column[$1] * column[$1] }
      let deviation = (square / max(total - 1, 1)).squareRoot()
      columns.append(column.map { $0 / deviation })
    }
    let width = columns.count
    var products = Matrix(rows: width, columns: width)
    for a in 0..<width {
      for b in 0...a {
        products[a, b] = (0..<m).reduce(0) { $0 + counts[$1] * columns[a][$1] * columns[b][$1] }
        products[b, a] = products[a, b]
      }
    }
    let eigen = SymmetricEigen(products)
    let kept = (0..<width).filter { eigen.values[$0] > 1e-12 * (eigen.values.last ?? 0) }
    // s² are the eigenvalues of XᵀX, so s^½ is their fourth root.
    let scales = kept.map { eigen.values[$0].squareRoot().squareRoot() }
    var result: [Double] = []
    result.reserveCapacity(m * kept.count)
    for i in 0..<m {
      for (direction, scale) in zip(kept, scales) {
        result.append((0..<width).reduce(0) { $0 + columns[$1][i] * eigen.vectors[$1, direction] } / scale)
      }
    }
    return (result, kept.count)
  }
}
