/// The n numbers of one column: an array, shared and not copied, or memory that someone else keeps, such as a mapped
/// file.
package struct SampleColumn: Sendable {
  private enum Storage: Sendable {
    case array([Double])
    case lent(any SampleMemory)
  }

  private let storage: Storage

  package init(_ values: [Double]) { storage = .array(values) }

  package init(_ memory: any SampleMemory) { storage = .lent(memory) }

  package var count: Int {
    switch storage {
    case .array(let values): values.count
    case .lent(let memory): memory.values.count
    }
  }

  package subscript(i: Int) -> Double {
    switch storage {
    case .array(let values): values[i]
    case .lent(let memory): memory.values[i]
    }
  }

  package func withValues<Result>(_ body: (UnsafeBufferPointer<Double>) -> Result) -> Result {
    switch storage {
    case .array(let values): values.withUnsafeBufferPointer(body)
    case .lent(let memory): withExtendedLifetime(memory) { body(memory.values) }
    }
  }

  /// The first place of an infinity, or of NaN unless that is a missing cell.
  func firstBad(allowingMissing: Bool) -> Int? {
    for range in blocks {
      defer { passed(range) }
      let bad = withValues { values in range.first { !values[$0].isFinite && !(allowingMissing && values[$0].isNaN) } }
      if let bad { return bad }
    }
    return nil
  }

  var hasMissing: Bool {
    blocks.contains { range in
      defer { passed(range) }
      return withValues { values in range.contains { values[$0].isNaN } }
    }
  }

  /// The places of the column in stretches that are passed over one at a time.
  var blocks: [Range<Int>] { Self.blocks(count) }

  /// `count` places in stretches: of each a column of a file has half a megabyte in memory.
  static func blocks(_ count: Int) -> [Range<Int>] {
    stride(from: 0, to: count, by: 1 << 16).map { $0..<min($0 + 1 << 16, count) }
  }

  /// Says that a pass is done with these rows for now.
  func passed(_ rows: Range<Int>) {
    if case .lent(let memory) = storage { memory.passed(rows) }
  }
}

/// Numbers in memory that is not Swift's; they neither move nor change while this object lives.
package protocol SampleMemory: AnyObject, Sendable {
  var values: UnsafeBufferPointer<Double> { get }
  /// Called when a pass has read these places, which the next pass will read again: what is mapped from a file can
  /// leave memory meanwhile.
  func passed(_ places: Range<Int>)
}

extension [SampleColumn] {
  /// Lends the columns as a list of pointers.
  func withPointers<Result>(_ body: (UnsafePointer<UnsafePointer<Double>?>) -> Result) -> Result {
    withUnsafeTemporaryAllocation(of: UnsafePointer<Double>?.self, capacity: Swift.max(count, 1)) { pointers in
      // Room for one at least, so that there is a start.
      fill(pointers.baseAddress!, from: 0, body)
    }
  }

  /// A pointer into an array holds while the closure that lends it runs, so every column's runs within the one before.
  private func fill<Result>(
    _ pointers: UnsafeMutablePointer<UnsafePointer<Double>?>, from column: Int,
    _ body: (UnsafePointer<UnsafePointer<Double>?>) -> Result
  ) -> Result {
    guard column < count else { return body(pointers) }
    return self[column].withValues { values in
      pointers[column] = values.baseAddress
      return fill(pointers, from: column + 1, body)
    }
  }
}
