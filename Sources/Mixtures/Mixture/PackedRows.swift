internal import MixtureKernels

/// Rows as the kernels read them: groups of eight lanes, shifted by a centre near the data, padded with weight 0.
struct PackedRows: Sendable {
  let count: Int
  /// Whether rows have weights of their own.
  let isWeighted: Bool
  /// The sum of the rows' weights.
  let totalWeight: Double
  let dimension: Int
  /// d: subtracted from every row.
  let shift: [Double]
  let groups: Int
  /// The rows by the cells they have; empty where no cell is missing. A missing cell is 0 in the rows themselves, or
  /// what `filled` put there, and a row without any cell has weight 0.
  let patterns: [RowPattern]
  private let values: AlignedBuffer
  private let weights: AlignedBuffer

  /// Groups reduced as one unit, in order, whatever the number of threads: 2,048 rows.
  static let chunk = 256

  init(_ samples: Samples, shift: [Double]) {
    let d = samples.dimension
    let lanes = Int(mk_lanes)
    let quad = lanes * mk_quad
    count = samples.rowCount
    totalWeight = samples.totalWeight
    isWeighted = samples.weights != nil || samples.emptyWeight > 0
    dimension = d
    self.shift = shift
    patterns = samples.isComplete ? [] : RowPattern.all(in: samples, shift: shift)
    groups = (samples.rowCount + quad - 1) / quad * mk_quad
    values = AlignedBuffer(count: groups * lanes * d)
    weights = AlignedBuffer(count: groups * lanes)
    let target = values.pointer
    samples.values.withUnsafeBufferPointer { source in
      for i in 0..<samples.rowCount {
        let base = i / lanes * lanes * d + i % lanes
        for j in 0..<d { target[base + j * lanes] = source[i * d + j] - shift[j] }
        weights.pointer[i] = samples.weight(i)
      }
    }
    for pattern in patterns where pattern.observed.count < d {
      for i in pattern.places {
        let base = i / lanes * lanes * d + i % lanes
        for j in 0..<d where target[base + j * lanes].isNaN { target[base + j * lanes] = 0 }
        if pattern.observed.isEmpty { weights.pointer[i] = 0 }
      }
    }
  }

  /// The same rows, weights and patterns with other numbers: n × d, row-major, shifted as these are.
  init(_ rows: PackedRows, filledWith numbers: [Double]) {
    let d = rows.dimension
    let lanes = Int(mk_lanes)
    (count, dimension, shift, groups) = (rows.count, d, rows.shift, rows.groups)
    (isWeighted, totalWeight, patterns, weights) = (rows.isWeighted, rows.totalWeight, rows.patterns, rows.weights)
    values = AlignedBuffer(count: groups * lanes * d)
    for i in 0..<count {
      let base = i / lanes * lanes * d + i % lanes
      for j in 0..<d { values.pointer[base + j * lanes] = numbers[i * d + j] }
    }
  }

  /// Rows with padding: the length of a kernel's output per component.
  var paddedCount: Int { groups * mk_lanes }

  var chunks: Int { (groups + Self.chunk - 1) / Self.chunk }

  /// One row, shifted.
  func row(_ i: Int) -> [Double] {
    let lanes = Int(mk_lanes)
    let base = i / lanes * lanes * dimension + i % lanes
    return (0..<dimension).map { values.pointer[base + $0 * lanes] }
  }

  func weight(_ i: Int) -> Double { weights.pointer[i] }

  /// Lends the C view of the rows.
  func withKernel<Result>(_ body: (UnsafePointer<mk_rows>) -> Result) -> Result {
    var view = mk_rows(
      values: UnsafePointer(values.pointer), weights: UnsafePointer(weights.pointer), groups: groups,
      dimension: dimension)
    return withExtendedLifetime(self) { body(&view) }
  }

  /// The groups of chunk c.
  func range(_ chunk: Int) -> (from: Int, to: Int) {
    (chunk * Self.chunk, min((chunk + 1) * Self.chunk, groups))
  }
}

extension PackedRows {
  /// Weighted column sums (K × d), weights and numbers of the rows with each label (K).
  func sums(by labels: [Int32], clusters: Int) -> (sums: [Double], weights: [Double], counts: [Int]) {
    let d = dimension
    let lanes = Int(mk_lanes)
    var counts = Array(repeating: 0, count: clusters)
    var totals = Array(repeating: 0.0, count: clusters)
    var sums = Array(repeating: 0.0, count: clusters * d)
    sums.withUnsafeMutableBufferPointer { sums in
      for i in 0..<count {
        let k = Int(labels[i])
        let weight = weights.pointer[i]
        counts[k] += 1
        totals[k] += weight
        let base = i / lanes * lanes * d + i % lanes
        for j in 0..<d { sums[k * d + j] += weight * values.pointer[base + j * lanes] }
      }
    }
    return (sums, totals, counts)
  }

  /// Σᵢ wᵢ (xᵢ − c)(xᵢ − c)ᵀ, d × d, each row about the centre (K × d) of its label.
  func scatter(about centers: [Double], labels: [Int]) -> [Double] {
    let d = dimension
    let lanes = Int(mk_lanes)
    var result = Array(repeating: 0.0, count: d * d)
    withUnsafeTemporaryAllocation(of: Double.self, capacity: d) { difference in
      result.withUnsafeMutableBufferPointer { result in
        for i in 0..<count {
          let base = i / lanes * lanes * d + i % lanes
          for j in 0..<d { difference[j] = values.pointer[base + j * lanes] - centers[labels[i] * d + j] }
          let weight = weights.pointer[i]
          for a in 0..<d { for b in 0..<d { result[a * d + b] += weight * difference[a] * difference[b] } }
        }
      }
    }
    return result
  }
}
