import Mixtures
import Synchronization
import Testing

/// Numbers that a notebook would keep in a mapped file.
private final class KeptNumbers: SampleMemory {
  private let pointer: Mutex<Int>
  private let read = Mutex<[Int]>([])
  private let count: Int

  var values: UnsafeBufferPointer<Double> {
    UnsafeBufferPointer(start: UnsafePointer(bitPattern: pointer.withLock { $0 }), count: count)
  }

  /// How often each place has been passed.
  var passes: [Int] { read.withLock { $0 } }

  init(_ numbers: [Double]) {
    let memory = UnsafeMutableBufferPointer<Double>.allocate(capacity: numbers.count)
    _ = memory.initialize(from: numbers)
    count = numbers.count
    pointer = Mutex(memory.baseAddress.map { Int(bitPattern: $0) } ?? 0)
    read.withLock { $0 = Array(repeating: 0, count: numbers.count) }
  }

  func passed(_ places: Range<Int>) { read.withLock { for place in places { $0[place] += 1 } } }

  deinit { UnsafeMutablePointer<Double>(bitPattern: pointer.withLock { $0 })?.deallocate() }
}

@Suite struct SampleColumnTests {
  /// Rows in memory that is lent are the same rows, and the lender hears of every pass over every one.
  @Test func lentColumnsGiveTheSameBits() throws {
    let samples = try RandomData(seed: 61, rows: 5_003, dimension: 3, groups: 2).samples
    let columns = (0..<3).map { j in (0..<samples.rowCount).map { samples[$0, j] } }
    let kept = columns.map { KeptNumbers($0) }
    let lent = try Samples(columns: kept.map { SampleColumn($0) }, names: ["a", "b", "c"])
    let options = EMOptions(components: 2, restarts: 1, tolerance: 0, maxIterations: 4)
    let (own, other) = (try EMFit.fit(samples, options), try EMFit.fit(lent, options))
    #expect(own.steps.map(\.logLikelihood) == other.steps.map(\.logLikelihood))
    #expect(own.mixture == other.mixture)
    #expect(own.labels == other.labels)
    for column in kept {
      // Five passes of EM at least, and those of k-means before.
      #expect(column.passes.allSatisfy { $0 == column.passes[0] && $0 > 5 })
    }
  }

  @Test func whatIsWrongIsSaidRowByRow() throws {
    let columns = [[1, 2, .infinity], [1, .nan, 3]].map { SampleColumn($0) }
    #expect(throws: FitError.notFinite(row: 2, column: "a", value: .infinity)) {
      try Samples(columns: columns, names: ["a", "b"], allowingMissing: true)
    }
    do {
      _ = try Samples(columns: columns, names: ["a", "b"])
      Issue.record("NaN is no number")
    } catch {
      guard case .notFinite(1, "b", let value) = error else { throw error }
      #expect(value.isNaN)
    }
    #expect(throws: FitError.ragged(values: 3, columns: 2)) {
      try Samples(columns: [SampleColumn([1, 2]), SampleColumn([1])], names: ["a", "b"])
    }
  }
}
