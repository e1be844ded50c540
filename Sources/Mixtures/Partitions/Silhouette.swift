/// How much nearer each row lies to its own group than to the next one: s = (b − a) / max(a, b), with a the mean
/// Euclidean distance to the other rows of its group and b the least mean distance to the rows of another group.
///
/// - SeeAlso: P. J. Rousseeuw, *Silhouettes: a graphical aid to the interpretation and validation of cluster analysis*,
///   Journal of Computational and Applied Mathematics 20, 1987.
package struct Silhouette: Sendable, Hashable {
  /// The rows measured, ascending, counted from 0: all of them, or a random part where they are too many.
  package let rows: [Int]
  /// s of each of these rows, −1 … 1; 0 for a row alone in its group.
  package let widths: [Double]
  /// The other group that each of these rows is nearest to.
  package let neighbours: [Int]

  /// More rows than this are not all measured; each one that is, is measured against all rows.
  package static let mostRows = 5000

  /// - Parameters:
  ///   - labels: the group of each row, counted from 0.
  ///   - seed: of the choice of rows where they are too many.
  /// - Returns: `nil` when fewer than two groups have rows.
  /// - Precondition: one label a row, none negative.
  package init?(_ samples: Samples, labels: [Int], seed: UInt64 = 1, threads: Int = 1) {
    precondition(labels.count == samples.rowCount, "there is one label a row")
    var counts = Array(repeating: 0, count: (labels.max() ?? -1) + 1)
    for label in labels { counts[label] += 1 }
    guard counts.count(where: { $0 > 0 }) >= 2 else { return nil }
    let rows = Self.measured(of: samples.rowCount, seed: seed)
    let sizes = counts
    let chunk = 128
    let (values, dimension) = (samples.values, samples.dimension)
    let pieces = Parallel.map((rows.count + chunk - 1) / chunk, threads: threads) { piece in
      rows[piece * chunk..<min((piece + 1) * chunk, rows.count)].map {
        Self.width(of: $0, values, dimension, labels, sizes)
      }
    }
    let measures = pieces.flatMap(\.self)
    self.rows = rows
    widths = measures.map(\.width)
    neighbours = measures.map(\.neighbour)
  }

  /// The mean of all widths measured.
  package var mean: Double { widths.reduce(0, +) / Double(widths.count) }

  /// All rows, or as many as keep the number of distances near that of `mostRows` rows among themselves.
  private static func measured(of count: Int, seed: UInt64) -> [Int] {
    guard count > mostRows else { return Array(0..<count) }
    let wanted = max(1000, mostRows * mostRows / count)
    var generator = SeededGenerator(seed: seed).stream(named: "silhouette")
    return generator.permutation(count).prefix(wanted).sorted()
  }

  private static func width(
    of row: Int, _ values: [Double], _ d: Int, _ labels: [Int], _ counts: [Int]
  ) -> (width: Double, neighbour: Int) {
    var sums = Array(repeating: 0.0, count: counts.count)
    addDistances(from: row, values, d, labels, to: &sums)
    let own = labels[row]
    var neighbour = own
    var other = Double.infinity
    for group in counts.indices where group != own && counts[group] > 0 {
      let mean = sums[group] / Double(counts[group])
      if mean < other { (other, neighbour) = (mean, group) }
    }
    guard counts[own] > 1 else { return (0, neighbour) }
    let within = sums[own] / Double(counts[own] - 1)
    let larger = max(within, other)
    return (larger > 0 ? (other - within) / larger : 0, neighbour)
  }

  /// Adds the distance to every row to the sum of that row's group.
  private static func addDistances(
    from row: Int, _ values: [Double], _ d: Int, _ labels: [Int], to sums: inout [Double]
  ) {
    values.withUnsafeBufferPointer { values in
      labels.withUnsafeBufferPointer { labels in
        sums.withUnsafeMutableBufferPointer { sums in
          for i in 0..<labels.count {
            var square = 0.0
            for j in 0..<d {
              let difference = values[i * d + j] - values[row * d + j]
              square += difference * difference
            }
            sums[labels[i]] += square.squareRoot()
          }
        }
      }
    }
  }
}
