import Mixtures
import Testing

@Suite struct SilhouetteTests {
  /// scikit-learn's `silhouette_samples` on real data, labelled by simple rules.
  @Test(arguments: 0..<4) func agreesWithScikitLearn(index: Int) throws {
    let expected = try Reference.json("sk_silhouette")["cases"][index]
    let samples = try Reference.samples(expected["samples"].string)
    let labels = expected["labels"].items.map(\.int)
    let silhouette = try #require(Silhouette(samples, labels: labels))
    #expect(silhouette.rows == Array(0..<samples.rowCount))
    let widths = expected["widths"].doubles
    #expect(widths.count == samples.rowCount)
    #expect(zip(silhouette.widths, widths).allSatisfy { abs($0 - $1) < 1e-12 })
    #expect(abs(silhouette.mean - widths.reduce(0, +) / Double(widths.count)) < 1e-12)
  }

  /// Rows 0, 1 | 5 | 8, 10: the first has a = 1, b = min(5, 9) and so on; a row alone has 0.
  @Test func aWorkedExample() throws {
    let samples = try Samples(values: [0, 1, 5, 8, 10], dimension: 1)
    let silhouette = try #require(Silhouette(samples, labels: [0, 0, 2, 4, 4]))
    #expect(silhouette.widths == [0.8, 0.75, 0, 1.0 / 3, 0.6])
    #expect(silhouette.neighbours == [2, 2, 4, 2, 2])
  }

  @Test func equalRowsHaveNoWidth() throws {
    let samples = try Samples(values: [3, 3, 3, 3], dimension: 1)
    #expect(Silhouette(samples, labels: [0, 1, 0, 1])?.widths == [0, 0, 0, 0])
  }

  @Test func oneGroupHasNoSilhouette() throws {
    let samples = try Samples(values: [1, 2, 3], dimension: 1)
    #expect(Silhouette(samples, labels: [0, 0, 0]) == nil)
    #expect(Silhouette(samples, labels: [2, 2, 2]) == nil)
  }

  @Test func threadsChangeNothing() throws {
    let samples = try Reference.samples("iris4")
    let labels = (0..<150).map { $0 % 3 }
    #expect(Silhouette(samples, labels: labels, threads: 2) == Silhouette(samples, labels: labels))
  }

  /// Of 20,000 rows 1,250 are measured, each against all: rows of one group lie on one place, so that every width is
  /// known.
  @Test func manyRowsAreSampled() throws {
    let count = 20_000
    let samples = try Samples(values: (0..<count).map { $0 % 4 == 0 ? 1 : 0 }, dimension: 1)
    let labels = (0..<count).map { $0 % 2 }
    let silhouette = try #require(Silhouette(samples, labels: labels, seed: 5))
    #expect(silhouette.rows.count == 1250)
    #expect(silhouette.rows == Array(Set(silhouette.rows)).sorted())
    #expect(Silhouette(samples, labels: labels, seed: 5) == silhouette)
    #expect(Silhouette(samples, labels: labels, seed: 6)?.rows != silhouette.rows)
    // Group 0: half its 10,000 rows at 1, half at 0; group 1: all at 0.
    let near = 5000.0 / 9999
    for (row, width) in zip(silhouette.rows, silhouette.widths) {
      let expected = row % 2 == 1 ? 1 : row % 4 == 0 ? 1 - near : -1
      #expect(abs(width - expected) < 1e-12)
    }
  }

  @Test func standardizedColumns() throws {
    let samples = try Samples(columns: [[1, 2, 3, 6], [7, 7, 7, 7]], names: ["x", "constant"])
    let deviation = 3.5.squareRoot()
    #expect(samples.standardScales == [deviation, 1])
    let scaled = samples.standardized
    #expect((0..<4).map { scaled[$0, 0] } == [-2, -1, 0, 3].map { $0 / deviation })
    #expect((0..<4).map { scaled[$0, 1] } == [0, 0, 0, 0])
  }
}
