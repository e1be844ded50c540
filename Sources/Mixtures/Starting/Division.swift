/// Rows divided among centres: what a start needs that does not depend on the covariance family.
struct Division: Sendable {
  /// K × d, in the rows' shifted coordinates.
  let centers: [Double]
  /// The nearest centre of each row.
  let labels: [Int32]

  /// - Parameter start: `.kMeansPlusPlus` and `.randomFromData` divide the rows among their seeds, any other by k-means.
  init(_ start: Start, rows: CenteredRows, clusters: Int, seed: UInt64, index: Int, threads: Int = 1) {
    var generator = Self.generator(seed: seed, index: index)
    var clustering = Clustering(rows, clusters: clusters, threads: threads)
    switch start {
    case .randomFromData: clustering.start(at: Self.differentRows(rows, clusters, using: &generator))
    case .kMeansPlusPlus: clustering.seed(using: &generator)
    default:
      clustering.seed(using: &generator)
      clustering.refine(tolerance: 1e-4, maxIterations: 300)
    }
    (centers, labels) = (clustering.centers, clustering.labels)
  }

  /// The random numbers of one start: they depend on the seed and its index alone.
  static func generator(seed: UInt64, index: Int) -> SeededGenerator {
    SeededGenerator(seed: seed).stream(named: "start \(index)")
  }

  /// Rows that differ from each other, in random order.
  private static func differentRows(
    _ rows: CenteredRows, _ count: Int, using generator: inout SeededGenerator
  ) -> [Double] {
    var seen = Set<[Double]>()
    var result: [Double] = []
    for i in generator.permutation(rows.count) where seen.count < count {
      let row = rows.row(i)
      if seen.insert(row).inserted { result += row }
    }
    return result
  }
}
