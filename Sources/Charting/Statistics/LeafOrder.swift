/// An order that brings alike things next to each other: the leaves of a hierarchical clustering with average linkage.
///
/// The two nearest clusters are joined until one is left; of the four ways to lay them side by side, the one whose
/// touching ends are most alike is taken. Ties go to what comes first, so the order is always the same.
///
/// - SeeAlso: Sokal & Michener, *A statistical method for evaluating systematic relationships*, 1958 (average linkage).
package enum LeafOrder {
  /// - Parameter similarity: n × n, symmetric, larger for what is more alike.
  /// - Returns: a permutation of `0..<n`.
  package static func order(_ similarity: [[Double]]) -> [Int] {
    var clusters = similarity.indices.map { [$0] }
    while clusters.count > 1 {
      var (best, pair) = (-Double.infinity, (0, 1))
      for a in clusters.indices {
        for b in clusters.indices where b > a {
          let mean = self.mean(similarity, clusters[a], clusters[b])
          if mean > best { (best, pair) = (mean, (a, b)) }
        }
      }
      let (a, b) = (clusters[pair.0], clusters[pair.1])
      clusters[pair.0] = joined(a, b, similarity)
      clusters.remove(at: pair.1)
    }
    return clusters.first ?? []
  }

  private static func mean(_ similarity: [[Double]], _ a: [Int], _ b: [Int]) -> Double {
    var sum = 0.0
    for i in a { for j in b { sum += similarity[i][j] } }
    return sum / Double(a.count * b.count)
  }

  private static func joined(_ a: [Int], _ b: [Int], _ similarity: [[Double]]) -> [Int] {
    let ways = [(a, b), (a, b.reversed()), (a.reversed(), b), (a.reversed(), b.reversed())]
    var best = ways[0]
    for way in ways.dropFirst()
    where similarity[way.0[way.0.count - 1]][way.1[0]] > similarity[best.0[best.0.count - 1]][best.1[0]] {
      best = way
    }
    return best.0 + best.1
  }
}
