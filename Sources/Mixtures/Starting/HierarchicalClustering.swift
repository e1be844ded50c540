/// Model-based agglomerative clustering of rows into every number of clusters (Banfield & Raftery 1993; Fraley 1998):
/// from one cluster a row, the two clusters are merged that lower the classification likelihood of Gaussians with
/// covariances of their own least, in the coordinates of `SortedRows.scaled`.
///
/// Equal rows are one cluster from the beginning. Ties go to the pair with the smallest row, in ascending order of rows,
/// so that the order of the table does not matter. The work grows with the square of the rows: from more than `limit`
/// different ones that many are drawn at random, and the others belong to no cluster.
package struct HierarchicalClustering: Sendable {
  /// For each row of the table its place among the different rows, nil for one left out.
  private let places: [Int?]
  private let merges: [Merge]
  private let leaves: Int

  /// Two clusters, each called by its smallest row.
  struct Merge: Sendable {
    let first: Int
    /// Becomes part of the first.
    let second: Int
  }

  /// As mclust's.
  package static let limit = 2000

  package init(_ samples: Samples, seed: UInt64, limit: Int = HierarchicalClustering.limit, threads: Int = 1) {
    var generator = SeededGenerator(seed: seed).stream(named: "hierarchical")
    let rows = SortedRows(samples, limit: limit, using: &generator)
    let scaled = rows.scaled
    var agglomeration = Agglomeration(scaled.values, dimension: scaled.dimension, counts: rows.counts)
    places = rows.places
    leaves = rows.count
    merges = agglomeration.run(threads: threads)
  }

  /// The cluster of every row, counted from 0 in ascending order of the clusters' smallest rows; nil for a row left out.
  ///
  /// - Throws: `FitError.tooFewDistinctRows` when there are fewer different rows than clusters.
  package func labels(clusters: Int) throws(FitError) -> [Int?] {
    guard clusters <= leaves else { throw .tooFewDistinctRows(distinct: leaves, components: clusters) }
    var parents = Array(0..<leaves)
    for merge in merges.prefix(leaves - max(clusters, 1)) { parents[merge.second] = merge.first }
    // A parent is smaller than its child, so it has its number already.
    var numbers = Array(repeating: 0, count: leaves)
    var next = 0
    for leaf in 0..<leaves {
      if parents[leaf] == leaf {
        numbers[leaf] = next
        next += 1
      } else {
        numbers[leaf] = numbers[parents[leaf]]
      }
    }
    return places.map { place in place.map { numbers[$0] } }
  }
}
