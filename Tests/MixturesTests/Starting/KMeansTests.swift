import Mixtures
import Testing

@Suite struct KMeansTests {
  @Test func inertiasAreNoWorseThanScikitLearns() throws {
    let file = try Reference.json("sk_label_init")["labels"]
    for (data, counts) in [("faithful", 1...6), ("iris4", 1...6)] {
      let samples = try Reference.samples(data)
      for count in counts {
        let reference = file["\(data)|\(count)"]["kmeans_inertia"].double
        let result = try KMeans.fit(samples, clusters: count, starts: 100, tolerance: 0)
        #expect(result.inertia <= reference * (1 + 1e-9), "\(data), \(count)")
        #expect(result.inertia >= reference * 0.98, "\(data), \(count)")
      }
    }
  }

  @Test func inertiaLabelsAndCentersBelongTogether() throws {
    let data = try RandomData(seed: 81, rows: 300, dimension: 3, groups: 4)
    let result = try KMeans.fit(data.samples, clusters: 4, starts: 3, tolerance: 0)
    var sums = Matrix(rows: 4, columns: 3)
    var counts = [0, 0, 0, 0]
    var inertia = 0.0
    let labels = result.labels
    for i in 0..<300 {
      let row = Array(data.samples[row: i])
      let distances = (0..<4).map { k in
        (0..<3).reduce(0.0) { $0 + (row[$1] - result.centers[k, $1]) * (row[$1] - result.centers[k, $1]) }
      }
      let label = labels[i]
      #expect(distances[label] == distances.min())
      inertia += distances[label]
      counts[label] += 1
      for j in 0..<3 { sums[label, j] += row[j] }
    }
    #expect(abs(inertia - result.inertia) <= 1e-10 * inertia)
    for k in 0..<4 {
      for j in 0..<3 { #expect(abs(sums[k, j] / Double(counts[k]) - result.centers[k, j]) <= 1e-10) }
    }
  }

  @Test func fewerDifferentRowsThanClustersIsAnError() throws {
    let samples = try Samples(values: [1, 1, 2, 2], dimension: 1)
    #expect(throws: FitError.tooFewDistinctRows(distinct: 2, components: 3)) {
      try KMeans.fit(samples, clusters: 3)
    }
    #expect(try KMeans.fit(samples, clusters: 2).inertia == 0)
  }
}
