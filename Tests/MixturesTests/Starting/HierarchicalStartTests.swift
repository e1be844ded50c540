import Mixtures
import Testing

/// EM from mclust's own partitions, and from ours.
@Suite struct HierarchicalStartTests {
  private static let partitions = [
    "faithful": "faithful|SVD|VVV", "iris4": "iris4|SVD|VVV", "faithful_waiting": "faithful_waiting|quantiles",
  ]

  /// mclust 6.0.0, `mclustBIC` with its defaults. Its VVE is not a maximiser.
  @Test(arguments: ["faithful", "iris4", "faithful_waiting"])
  func fromMclustsPartitionsEMGivesItsBIC(_ name: String) throws {
    let samples = try Reference.samples(name == "faithful_waiting" ? "waiting" : name)
    let partitions = try Reference.json("mclust_hc_partitions")[try #require(Self.partitions[name])]
    var compared = 0
    for cell in try MclustCell.table(name) where cell.model != "VVE" {
      let family = try CovarianceFamily.named(cell.model)
      let labels =
        cell.components == 1
        ? Array(repeating: 0, count: samples.rowCount)
        : HierarchicalClusteringTests.labels(partitions[cell.components - 2].string)
      let fit = try EMFit.fit(
        samples,
        EMOptions(
          components: cell.components, family: family, start: .labels(labels), tolerance: 1e-6, maxIterations: 600,
          floor: .none))
      let bic = MclustCell.bic(fit)
      #expect(abs(bic - cell.bic) <= 1e-3, "\(cell.model), \(cell.components): \(bic), not \(cell.bic)")
      compared += 1
    }
    // mclust could not fit some of the largest.
    #expect(compared >= (samples.dimension == 1 ? 2 : 13) * 9 - 20)
  }

  /// On iris our partitions are mclust's, so its start gives the same BICs.
  @Test(arguments: CovarianceFamily.all)
  func theStartOfIrisIsMclusts(_ family: CovarianceFamily) throws {
    guard family.mclustName != "VVE" else { return }
    let samples = try Reference.samples("iris4")
    for cell in try MclustCell.table("iris4") where cell.model == family.mclustName && cell.components <= 4 {
      let fit = try EMFit.fit(
        samples,
        EMOptions(
          components: cell.components, family: family, start: .hierarchical, tolerance: 1e-6, maxIterations: 600,
          floor: .none))
      #expect(abs(MclustCell.bic(fit) - cell.bic) <= 1e-3, "\(cell.model), \(cell.components)")
      #expect(fit.mixture.means[column: 0] == fit.mixture.means[column: 0].sorted())
      #expect(fit.starts.count == 1)
    }
  }

  @Test func aWeightedRowStartsAsItsCopies() throws {
    let data = try RandomData(seed: 131, rows: 60, dimension: 2, groups: 3)
    let counts = (0..<60).map { 1 + $0 % 3 }
    let weighted = try Samples(
      values: data.samples.values, columnNames: ["a", "b"], weights: counts.map(Double.init))
    let copied = try Samples(
      values: counts.indices.flatMap { row in
        Array(repeating: Array(data.samples[row: row]), count: counts[row]).joined()
      }, columnNames: ["a", "b"])
    for clusters in 2...6 {
      let ours = try HierarchicalClustering(weighted, seed: 1).labels(clusters: clusters)
      let theirs = try HierarchicalClustering(copied, seed: 1).labels(clusters: clusters)
      #expect(counts.indices.flatMap { Array(repeating: ours[$0], count: counts[$0]) } == theirs)
    }
  }

  /// Beyond the limit some rows are drawn, and the start is one M-step from them alone.
  @Test func manyRowsAreRepresentedByADraw() throws {
    let data = try RandomData(seed: 132, rows: 3000, dimension: 2, groups: 3, separation: 12)
    let labels = try HierarchicalClustering(data.samples, seed: 4).labels(clusters: 3)
    #expect(labels.count { $0 != nil } == HierarchicalClustering.limit)
    let again = try HierarchicalClustering(data.samples, seed: 4).labels(clusters: 3)
    #expect(labels == again)
    #expect(try HierarchicalClustering(data.samples, seed: 5).labels(clusters: 3) != labels)
    let fit = try EMFit.fit(data.samples, EMOptions(components: 3, start: .hierarchical, seed: 4))
    let rows = labels.indices.filter { labels[$0] != nil }
    let drawn = try Samples(values: rows.flatMap { Array(data.samples[row: $0]) }, dimension: 2)
    let small = try EMFit.fit(
      drawn, EMOptions(components: 3, start: .labels(rows.compactMap { labels[$0] }), maxIterations: 1))
    let starts = (fit.steps[0].mixture, small.steps[0].mixture)
    #expect(zip(starts.0.weights.sorted(), starts.1.weights.sorted()).allSatisfy { abs($0 - $1) < 1e-12 })
    let means = (starts.0.means[column: 0].sorted(), starts.1.means[column: 0].sorted())
    #expect(zip(means.0, means.1).allSatisfy { abs($0 - $1) < 1e-9 })
    #expect(fit.outcome == .converged)
  }

  @Test func constantAndDependentColumnsAreNoHindrance() throws {
    let data = try RandomData(seed: 133, rows: 80, dimension: 2, groups: 2, separation: 8)
    let plain = try HierarchicalClustering(data.samples, seed: 1).labels(clusters: 2)
    let rows = (0..<80).map { Array(data.samples[row: $0]) }
    let wider = try Samples(values: rows.flatMap { $0 + [7] }, dimension: 3)
    #expect(try HierarchicalClustering(wider, seed: 1).labels(clusters: 2) == plain)
    let doubled = try Samples(values: rows.flatMap { $0 + [$0[0] + $0[1]] }, dimension: 3)
    #expect(Set(try HierarchicalClustering(doubled, seed: 1).labels(clusters: 2)).count == 2)
    let shifted = try Samples(values: rows.flatMap { [$0[0] * 1e-150, $0[1] * 1e150] }, dimension: 2)
    #expect(try HierarchicalClustering(shifted, seed: 1).labels(clusters: 2) == plain)
  }

  @Test func moreClustersThanDifferentRowsIsAnError() throws {
    let samples = try Samples(values: [1, 1, 2, 5], dimension: 1)
    let clustering = HierarchicalClustering(samples, seed: 1)
    #expect(try clustering.labels(clusters: 3) == [0, 0, 1, 2])
    #expect(try clustering.labels(clusters: 2) == [0, 0, 0, 1])
    #expect(throws: FitError.tooFewDistinctRows(distinct: 3, components: 4)) { try clustering.labels(clusters: 4) }
  }
}
