/// Where the numbers of a table are kept.
package enum NumberPlace: Sendable, Hashable {
  case memory
  /// A file without a name, of which only what is looked at takes up memory.
  case file
}

/// Gathers the numbers of a column in order.
struct NumberCollector: Sendable {
  private enum Target: Sendable {
    case array([Double])
    case file(NumberFile, column: Int, count: Int)
  }

  private var target: Target
  /// What went wrong; nothing is gathered from then on.
  private(set) var failure: StorageError?

  /// Collectors of those columns that are wanted.
  ///
  /// - Parameter mostRows: more than that no column will have.
  static func columns(_ wanted: [Bool], mostRows: Int, in place: NumberPlace) throws(StorageError) -> [Self?] {
    switch place {
    case .memory: return wanted.map { $0 ? Self(target: .array([])) : nil }
    case .file:
      let file = try NumberFile(mostRows: mostRows)
      return wanted.enumerated().map { $1 ? Self(target: .file(file, column: $0, count: 0)) : nil }
    }
  }

  /// A collector of one column.
  init(mostRows: Int, in place: NumberPlace) throws(StorageError) {
    target = place == .memory ? .array([]) : .file(try NumberFile(mostRows: mostRows), column: 0, count: 0)
  }

  private init(target: Target) { self.target = target }

  mutating func reserve(_ count: Int) {
    guard case .array(var numbers) = target else { return }
    target = .array([])
    numbers.reserveCapacity(count)
    target = .array(numbers)
  }

  mutating func append(_ more: UnsafeBufferPointer<Double>) {
    guard failure == nil else { return }
    switch target {
    case .array(var numbers):
      // The array is taken out of its place so that it is the only one, and grows without being copied.
      target = .array([])
      numbers.append(contentsOf: more)
      target = .array(numbers)
    case .file(let file, let column, let count):
      do throws(StorageError) {
        try file.write(more, column: column, at: count)
        target = .file(file, column: column, count: count + more.count)
      } catch {
        failure = error
      }
    }
  }

  var numbers: Numbers {
    get throws(StorageError) {
      if let failure { throw failure }
      switch target {
      case .array(let numbers): return Numbers(numbers)
      case .file(let file, let column, let count): return try file.numbers(column: column, count: count)
      }
    }
  }
}
