internal import Dispatch
internal import Mixtures

/// Rows drawn from a stated mixture, the same on every machine and for any number of threads.
struct SyntheticData: Sendable, Hashable {
  let rows: Int
  let columns: Int
  let components: Int

  /// `1000000x10`, as it stands in names.
  var size: String { "\(rows)x\(columns)" }

  /// Rows drawn from one random stream, in order.
  private static let block = 4096

  /// Components that overlap, so that EM goes on for long: the distance between two means is about three standard
  /// deviations in any number of columns. Covariances are tilted, and wider and narrower by column.
  func mixture() throws -> GaussianMixture {
    var generator = SeededGenerator(seed: 1).stream(named: "mixture \(columns) \(components)")
    let d = columns
    let spread = (4.5 / Double(d)).squareRoot()
    let means = Matrix(
      rows: components, columns: d, values: (0..<components * d).map { _ in spread * generator.normal() })
    let tilt = 0.3 / Double(d).squareRoot()
    let covariances = (0..<components).map { _ in
      var factor = Matrix(rows: d, columns: d)
      for i in 0..<d {
        for j in 0..<i { factor[i, j] = tilt * generator.normal() }
        factor[i, i] = 0.7 + 0.6 * generator.uniform()
      }
      var product = Matrix(rows: d, columns: d)
      for i in 0..<d {
        for j in 0...i {
          let sum = (0...j).reduce(0.0) { $0 + factor[i, $1] * factor[j, $1] }
          (product[i, j], product[j, i]) = (sum, sum)
        }
      }
      return product
    }
    let weights = (0..<components).map { _ in 0.5 + generator.uniform() }
    let sum = weights.reduce(0, +)
    return try GaussianMixture(weights: weights.map { $0 / sum }, means: means, covariances: covariances)
  }

  /// Where EM begins: equal weights, means half way between the mixture's own and their centre, unit covariances.
  func startMeans() throws -> Matrix {
    let mixture = try mixture()
    let center = mixture.mean
    var means = mixture.means
    for k in 0..<components { for j in 0..<columns { means[k, j] = (means[k, j] + center[j]) / 2 } }
    return means
  }

  /// The columns, each n numbers.
  func drawn() throws -> [DrawnColumn] {
    let mixture = try mixture()
    let generator = SeededGenerator(seed: 1)
    let name = "rows \(size) \(components)"
    let table = (0..<columns).map { _ in DrawnColumn(rows) }
    DispatchQueue.concurrentPerform(iterations: (rows + Self.block - 1) / Self.block) { block in
      var stream = generator.stream(named: "\(name) \(block)")
      let first = block * Self.block
      let cells = mixture.sample(min(Self.block, rows - first), using: &stream).values
      for (place, cell) in cells.enumerated() { table[place % columns].place(cell, at: first + place / columns) }
    }
    return table
  }

  func samples() throws -> Samples {
    try Samples(columns: try drawn().map { SampleColumn($0) }, names: (1...columns).map { "x\($0)" })
  }
}

/// A column that threads fill together, each its own rows, and that is then read where it lies: the data are never held
/// twice.
final class DrawnColumn: SampleMemory, @unchecked Sendable {
  private let numbers: UnsafeMutableBufferPointer<Double>

  init(_ rows: Int) { numbers = .allocate(capacity: rows) }

  deinit { numbers.deallocate() }

  var values: UnsafeBufferPointer<Double> { UnsafeBufferPointer(numbers) }

  func passed(_ rows: Range<Int>) {}

  fileprivate func place(_ cell: Double, at row: Int) { numbers.initializeElement(at: row, to: cell) }
}
