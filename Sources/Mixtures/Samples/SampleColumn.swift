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
    withValues { $0.firstIndex { !$0.isFinite && !(allowingMissing && $0.isNaN) } }
  }

  var hasMissing: Bool { withValues { $0.contains(where: \.isNaN) } }

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
    let pointers = UnsafeMutablePointer<UnsafePointer<Double>?>.allocate(capacity: Swift.max(count, 1))
    defer { pointers.deallocate() }
    return fill(pointers, from: 0, body)
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
