import Mixtures

/// Rows with planted gaps.
enum MissingData {
  /// The samples with every cell missing for which `isMissing` holds; rows and columns count from 0.
  static func samples(_ complete: Samples, weights: [Double]? = nil, where isMissing: (Int, Int) -> Bool) throws
    -> Samples
  {
    let d = complete.dimension
    return try Samples(
      values: complete.values.indices.map { isMissing($0 / d, $0 % d) ? .nan : complete.values[$0] },
      columnNames: complete.columnNames, weights: weights ?? complete.weights, allowingMissing: true)
  }

  /// The gaps of the worked example: eruptions in rows 0, 7, 14, …, waiting in rows 3, 14, 25, ….
  static func faithful() throws -> Samples {
    try samples(Reference.samples("faithful")) { i, j in j == 0 ? i % 7 == 0 : i % 11 == 3 }
  }

  /// The gaps of missing_direct.json.
  static func iris() throws -> Samples {
    try samples(Reference.samples("iris4")) { i, j in (i * (2 * j + 3) + 5 * j) % 11 < 3 }
  }

  /// Random groups of which about a quarter of the cells are missing, the last row altogether.
  static func random(seed: UInt64, rows: Int, dimension: Int, groups: Int) throws -> (samples: Samples, labels: [Int]) {
    let data = try RandomData(seed: seed, rows: rows, dimension: dimension, groups: groups)
    var generator = SeededGenerator(seed: seed).stream(named: "gaps")
    let gaps = (0..<rows * dimension).map { _ in generator.uniform() < 0.25 }
    return (
      try samples(data.samples) { i, j in i == rows - 1 || gaps[i * dimension + j] }, data.labels
    )
  }
}

extension Naive {
  /// log p of the cells a row has; 0 without any.
  func observedLogDensity(_ row: [Double]) -> Double {
    let observed = row.indices.filter { !row[$0].isNaN }
    guard !observed.isEmpty else { return 0 }
    return Naive(mixture: mixture.marginal(columns: observed)).logDensity(observed.map { row[$0] })
  }

  func observedLogLikelihood(_ samples: Samples) -> Double {
    (0..<samples.rowCount).reduce(0) { $0 + samples.weight($1) * observedLogDensity(Array(samples[row: $1])) }
  }
}
