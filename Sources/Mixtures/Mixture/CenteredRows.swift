internal import MixtureKernels

/// Rows as the kernels read them: the samples' own columns, from which a centre near the data is subtracted on the way.
final class CenteredRows: Sendable {
  let count: Int
  /// Whether rows have weights of their own.
  let isWeighted: Bool
  /// The sum of the rows' weights.
  let totalWeight: Double
  let dimension: Int
  /// d: subtracted from every row.
  let shift: [Double]
  /// The rows by the cells they have; empty where no cell is missing.
  let patterns: [RowPattern]
  private let columns: [SampleColumn]
  /// Nil where each row counts once; 0 for a row without any cell.
  private let weights: [Double]?

  /// Rows reduced as one unit, in order, whatever the number of threads.
  static let chunk = 16 * Int(mk_block)

  convenience init(_ samples: Samples, shift: [Double]) {
    self.init(
      samples, shift: shift, patterns: samples.isComplete ? [] : RowPattern.all(in: samples, shift: shift))
  }

  /// Whole rows in place of ones with missing cells, and the patterns of those.
  convenience init(_ rows: CenteredRows, completed: Samples) {
    self.init(completed, shift: rows.shift, patterns: rows.patterns)
  }

  private init(_ samples: Samples, shift: [Double], patterns: [RowPattern]) {
    count = samples.rowCount
    totalWeight = samples.totalWeight
    dimension = samples.dimension
    self.shift = shift
    self.patterns = patterns
    columns = samples.columns
    let empty = patterns.filter(\.observed.isEmpty).flatMap(\.places)
    if empty.isEmpty {
      weights = samples.weights
    } else {
      var own = (0..<count).map { samples.weight($0) }
      for place in empty { own[place] = 0 }
      weights = own
    }
    isWeighted = weights != nil
  }

  /// Whether one pass is work enough for all threads, and another number for every row no small thing.
  var isLarge: Bool { count * dimension > 1 << 22 }

  var chunks: Int { (count + Self.chunk - 1) / Self.chunk }

  /// The rows of a chunk.
  func range(_ chunk: Int) -> Range<Int> { chunk * Self.chunk..<min((chunk + 1) * Self.chunk, count) }

  /// One row, shifted.
  func row(_ i: Int) -> [Double] { (0..<dimension).map { columns[$0][i] - shift[$0] } }

  func weight(_ i: Int) -> Double { weights.map { $0[i] } ?? 1 }

  /// Lends the C view of the rows.
  func withKernel<Result>(_ body: (UnsafePointer<mk_rows>) -> Result) -> Result {
    columns.withPointers { columns in
      shift.withUnsafeBufferPointer { shift in
        func lend(_ weights: UnsafePointer<Double>?) -> Result {
          var view = mk_rows(
            columns: columns, shift: shift.baseAddress, weights: weights, count: count, dimension: dimension)
          return body(&view)
        }
        return weights.map { weights in weights.withUnsafeBufferPointer { lend($0.baseAddress) } } ?? lend(nil)
      }
    }
  }

  /// Calls `body` for every chunk, with the C view of the rows, the chunk's rows, and scratch space for so many
  /// components or centres that no other call uses meanwhile.
  func forEachChunk(
    components: Int, threads: Int,
    _ body:
      @Sendable (_ chunk: Int, _ rows: UnsafePointer<mk_rows>, _ range: Range<Int>, UnsafeMutablePointer<Double>)
      -> Void
  ) {
    withKernel { view in
      nonisolated(unsafe) let view = view
      let workers = max(1, min(threads, chunks))
      let spaces = (0..<workers).map { _ in AlignedBuffer(count: scratchCount(components: components)) }
      Parallel.forEach(chunks, workers: workers) { worker, chunk in
        let range = range(chunk)
        body(chunk, view, range, spaces[worker].pointer)
        for column in columns { column.passed(range) }
      }
    }
  }

  /// Scratch space, in doubles, that suffices for K components of any structure.
  func scratchCount(components: Int) -> Int { mk_scratch_count(components, dimension) }

  /// Says that a pass over one chunk is done with it.
  func passed(_ chunk: Int) {
    for column in columns { column.passed(range(chunk)) }
  }
}

extension CenteredRows {
  /// Σᵢ wᵢ (xᵢ − c)(xᵢ − c)ᵀ, d × d, each row about the centre (K × d) of its label.
  func scatter(about centers: [Double], labels: [Int32], threads: Int = 1) -> [Double] {
    let (d, clusters) = (dimension, centers.count / max(dimension, 1))
    let unit = KernelMixture(
      mk_triangular, dimension: d, weights: Array(repeating: 1, count: clusters), means: centers,
      factors: Array((0..<clusters).map { _ in Matrix.identity(d).values }.joined()),
      logDets: Array(repeating: 0, count: clusters))
    let sums = completePass(unit, given: .labels(labels), threads: threads).values
    let stride = 1 + d + d * d
    var result = Array(repeating: 0.0, count: d * d)
    for k in 0..<clusters {
      for a in 0..<d { for b in 0..<d { result[a * d + b] += sums[2 + d + k * stride + max(a, b) * d + min(a, b)] } }
    }
    return result
  }
}
