import Mixtures

/// One random data set, family and start on which the laws are checked.
struct LawCase: CustomStringConvertible {
  let seed: UInt64
  let family: CovarianceFamily
  /// Which of the starts.
  let start: Int
  let floor: Floor
  var rows: Int
  var dimension: Int
  var components: Int

  /// How many starts there are.
  static let starts = 7

  init(seed: UInt64, family: CovarianceFamily, start: Int, floor: Floor) {
    (self.seed, self.family, self.start, self.floor) = (seed, family, start, floor)
    var generator = SeededGenerator(seed: seed)
    components = 1 + generator.integer(below: 4)
    dimension = 1 + generator.integer(below: 4)
    rows = components * (dimension + 4) + generator.integer(below: 60)
  }

  var description: String {
    "seed \(seed), \(family.mclustName), \(rows) rows, d = \(dimension), K = \(components), \(startName), floor \(floor)"
  }

  private var startName: String { ((try? makeStart(data())) ?? .kMeans).name }

  private func data() throws -> RandomData {
    try RandomData(
      seed: seed, rows: rows, dimension: dimension, groups: components, separation: Double(1 + seed % 4))
  }

  private func makeStart(_ data: RandomData) -> Start {
    let means = Matrix((0..<components).map { Array(data.samples[row: $0]) })
    return [
      .kMeans, .kMeansPlusPlus, .random, .randomFromData, .hierarchical, .labels(data.labels),
      .given(means: means, weights: nil, precisions: nil),
    ][start]
  }

  /// Nil where none is possible.
  func fit() -> EMFit? {
    guard let data = try? data() else { return nil }
    return try? EMFit.fit(
      data.samples,
      EMOptions(
        components: components, family: family, start: makeStart(data), restarts: 1, tolerance: 1e-9,
        maxIterations: 40, floor: floor, seed: seed))
  }

  /// The first law broken; nil where all hold, or no fit is possible.
  func violation() -> String? { fit().flatMap { LawCheck($0).violation() } }

  /// The smallest case of the same seed that still breaks a law: fewer rows, then columns, then components.
  func shrunk() -> LawCase {
    var least = self
    for smaller in [\LawCase.rows, \LawCase.dimension, \LawCase.components] {
      for value in 1..<max(least[keyPath: smaller], 1) {
        var candidate = least
        candidate[keyPath: smaller] = value
        guard candidate.rows >= candidate.components * (candidate.dimension + 2) else { continue }
        if candidate.violation() != nil {
          least = candidate
          break
        }
      }
    }
    return least
  }
}
