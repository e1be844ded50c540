/// Two labellings of the same rows set against each other.
package struct CrossTable: Sendable, Hashable {
  /// `counts[a][b]`: rows with label a in the first labelling and b in the second.
  package let counts: [[Int]]

  /// - Parameters:
  ///   - first: labels counted from 0, one a row.
  ///   - second: as many labels, counted from 0.
  /// - Precondition: both are equally long, without negative labels.
  package init(_ first: [Int], _ second: [Int]) {
    precondition(first.count == second.count, "both labellings label the same rows")
    let height = (first.max() ?? -1) + 1
    let width = (second.max() ?? -1) + 1
    var counts = Array(repeating: Array(repeating: 0, count: width), count: height)
    for (a, b) in zip(first, second) { counts[a][b] += 1 }
    self.counts = counts
  }

  /// The adjusted Rand index (Hubert & Arabie 1985): 1 for equal partitions, 0 on average for unrelated ones.
  package var adjustedRandIndex: Double {
    func pairs(_ count: Int) -> Double { Double(count) * Double(count - 1) / 2 }
    let rows = counts.map { $0.reduce(0, +) }
    let columns = (counts.first ?? []).indices.map { b in counts.reduce(0) { $0 + $1[b] } }
    let together = counts.joined().reduce(0) { $0 + pairs($1) }
    let first = rows.reduce(0) { $0 + pairs($1) }
    let second = columns.reduce(0) { $0 + pairs($1) }
    let all = pairs(rows.reduce(0, +))
    let expected = all > 0 ? first * second / all : 0
    let largest = (first + second) / 2
    // Both partitions put all rows together, or each row alone.
    if largest == expected { return 1 }
    return (together - expected) / (largest - expected)
  }

  /// The matching of labels that agrees on most rows: entry b is the first labelling's label for the second's b, nil
  /// where the second has more labels than the first.
  package var matching: [Int?] {
    let width = counts.first?.count ?? 0
    let size = max(counts.count, width)
    guard size > 0 else { return [] }
    let cost = (0..<size).map { b in
      (0..<size).map { a in a < counts.count && b < width ? -Double(counts[a][b]) : 0 }
    }
    return Assignment.minimal(cost).prefix(width).map { $0 < counts.count ? $0 : nil }
  }

  /// Rows on which the two labellings agree after the best matching.
  package var agreement: Int {
    matching.enumerated().reduce(0) { sum, pair in sum + (pair.element.map { counts[$0][pair.offset] } ?? 0) }
  }
}
