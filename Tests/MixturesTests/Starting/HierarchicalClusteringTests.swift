import Mixtures
import Testing

@Suite struct HierarchicalClusteringTests {
  /// mclust's partition from digits counted from 1.
  static func labels(_ digits: String) -> [Int] { digits.compactMap { $0.wholeNumberValue.map { $0 - 1 } } }

  /// The same partition whatever its parts are called.
  private static func same(_ a: [Int?], _ b: [Int?]) -> Bool {
    var (forth, back) = ([Int?: Int?](), [Int?: Int?]())
    return zip(a, b).allSatisfy { first, second in
      let (to, from) = (forth[first] ?? second, back[second] ?? first)
      (forth[first], back[second]) = (to, from)
      return to == second && from == first
    }
  }

  /// mclust 6.0.0, `hc(iris[, 1:4], "VVV", use = "SVD")`.
  @Test func thePartitionsOfIrisAreMclusts() throws {
    let file = try Reference.json("mclust_hc_partitions")["iris4|SVD|VVV"]
    let clustering = HierarchicalClustering(try Reference.samples("iris4"), seed: 1)
    for clusters in 2...9 {
      let ours = try clustering.labels(clusters: clusters)
      #expect(Self.same(ours, Self.labels(file[clusters - 2].string)), "\(clusters) clusters")
    }
  }

  @Test(arguments: ["faithful", "iris4"], [UInt64(1), 2, 3])
  func theOrderOfRowsDoesNotMatter(_ name: String, _ seed: UInt64) throws {
    let samples = try Reference.samples(name)
    var generator = SeededGenerator(seed: seed)
    let order = generator.permutation(samples.rowCount)
    let shuffled = try Samples(
      values: order.flatMap { Array(samples[row: $0]) }, columnNames: samples.columnNames)
    let (first, second) = (HierarchicalClustering(samples, seed: 1), HierarchicalClustering(shuffled, seed: 1))
    for clusters in 1...9 {
      let labels = try first.labels(clusters: clusters)
      #expect(try second.labels(clusters: clusters) == order.map { labels[$0] })
    }
  }
}
