internal import MixtureKernels

/// k-means: K centres that minimise the sum of squared distances of the rows to their nearest centre.
package struct KMeans: Sendable {
  /// K × d, in data units.
  package let centers: Matrix
  /// The nearest centre of each row, counted from 0: n numbers, unpacked when asked for.
  package var labels: [Int] { compactLabels.map { Int($0) } }
  private let compactLabels: [Int32]
  /// Σᵢ |xᵢ − c(xᵢ)|², in squared data units.
  package let inertia: Double
  package let iterations: Int

  /// The best of several starts, each from its own k-means++ seeds.
  ///
  /// - Parameter tolerance: stops when the centres' summed squared move is at most this part of the columns' mean
  ///   variance; 0 goes on until no row changes its centre.
  /// - Throws: `FitError` when there are fewer different rows than clusters.
  package static func fit(
    _ samples: Samples, clusters: Int, starts: Int = 1, tolerance: Double = 1e-4, maxIterations: Int = 300,
    seed: UInt64 = 1, threads: Int = 1
  ) throws(FitError) -> KMeans {
    guard clusters >= 1 else { throw .badOption(name: "clusters", reason: "is \(clusters); it is at least 1") }
    guard samples.isComplete else { throw .incomplete(purpose: "k-means", rows: samples.incompleteRowCount) }
    try samples.requireDistinctRows(clusters)
    let rows = CenteredRows(samples, shift: samples.mean)
    let generator = SeededGenerator(seed: seed)
    var best: KMeans?
    for start in 0..<max(starts, 1) {
      var stream = generator.stream(named: "k-means \(start)")
      var clustering = Clustering(rows, clusters: clusters, threads: threads)
      clustering.seed(using: &stream)
      clustering.refine(tolerance: tolerance, maxIterations: maxIterations)
      if best.map({ clustering.inertia < $0.inertia }) ?? true { best = KMeans(clustering) }
    }
    guard let best else { throw .noRows }
    return best
  }

  private init(_ clustering: Clustering) {
    let (rows, count) = (clustering.rows, clustering.clusters)
    centers = Matrix(
      rows: count, columns: rows.dimension,
      values: clustering.centers.indices.map { clustering.centers[$0] + rows.shift[$0 % rows.dimension] })
    compactLabels = clustering.labels
    inertia = clustering.inertia
    iterations = clustering.iterations
  }
}
