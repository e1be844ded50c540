/// Numbers in order: an array, or a stretch of a file that is mapped, of which only what is looked at takes up memory.
package struct Numbers: RandomAccessCollection, Sendable, Hashable {
  private enum Source: Sendable {
    case array([Double])
    case mapping(Mapping)
  }

  private let source: Source
  package let count: Int

  package init(_ numbers: [Double]) {
    source = .array(numbers)
    count = numbers.count
  }

  init(_ mapping: Mapping) {
    source = .mapping(mapping)
    count = mapping.numbers.count
  }

  package var startIndex: Int { 0 }
  package var endIndex: Int { count }

  package subscript(index: Int) -> Double {
    switch source {
    case .array(let numbers): return numbers[index]
    case .mapping(let mapping):
      precondition(index >= 0 && index < count)
      return mapping.numbers[index]
    }
  }

  /// Numbers in a file, made block by block.
  ///
  /// - Parameter numbers: gives those at the places that it is called with.
  /// - Throws: what `numbers` throws, and `TableError` when the file cannot be written.
  package static func inFile(count: Int, _ numbers: (Range<Int>) throws -> [Double]) throws -> Numbers {
    do {
      var collector = try NumberCollector(mostRows: count, in: .file)
      for start in Swift.stride(from: 0, to: count, by: blockLength) {
        let block = try numbers(start..<Swift.min(start + blockLength, count))
        block.withUnsafeBufferPointer { collector.append($0) }
      }
      return try collector.numbers
    } catch let error as StorageError {
      throw TableError(error)
    }
  }

  /// How many numbers of a file are in memory at a time when one passes over them.
  package static let blockLength = 1 << 17

  package var place: NumberPlace { if case .mapping = source { .file } else { .memory } }

  /// All of them in memory; a copy when they are in a file.
  package var array: [Double] {
    if case .array(let numbers) = source { return numbers }
    return [Double](unsafeUninitializedCapacity: count) { cells, initialized in
      forEachBlock { start, block in _ = UnsafeMutableBufferPointer(rebasing: cells[start...]).update(from: block) }
      initialized = count
    }
  }

  /// Calls `body` with block after block and the place of its first number. Of numbers in a file no more than a block is
  /// in memory at a time.
  package func forEachBlock(_ body: (Int, UnsafeBufferPointer<Double>) throws -> Void) rethrows {
    switch source {
    case .array(let numbers): try numbers.withUnsafeBufferPointer { try body(0, $0) }
    case .mapping(let mapping):
      for start in Swift.stride(from: 0, to: count, by: Self.blockLength) {
        let block = start..<Swift.min(start + Self.blockLength, count)
        try body(start, UnsafeBufferPointer(rebasing: mapping.numbers[block]))
        release(block)
      }
    }
  }

  /// Numbers made from these block by block, kept where these are.
  ///
  /// - Parameter change: makes the numbers that a block becomes, given with the place of its first number.
  func remade<Made: Collection<Double>>(
    _ change: (Int, UnsafeBufferPointer<Double>) -> Made
  ) throws(TableError) -> Numbers {
    do throws(StorageError) {
      var made = try NumberCollector(mostRows: count, in: place)
      forEachBlock { start, block in Array(change(start, block)).withUnsafeBufferPointer { made.append($0) } }
      return try made.numbers
    } catch {
      throw TableError(error)
    }
  }

  /// Those at these places (from 0), in this order, kept where these are.
  package func taking(_ places: [Int]) throws -> Numbers {
    if place == .memory { return Numbers(places.map { self[$0] }) }
    return try .inFile(count: places.count) { block in
      defer { if let first = block.first, let last = block.last { release(places[first]..<places[last] + 1) } }
      return places[block].map { self[$0] }
    }
  }

  /// All of them at one address, which is theirs only while `body` runs.
  package func withUnsafeBufferPointer<Result>(
    _ body: (UnsafeBufferPointer<Double>) throws -> Result
  ) rethrows -> Result {
    switch source {
    case .array(let numbers): try numbers.withUnsafeBufferPointer(body)
    case .mapping(let mapping): try withExtendedLifetime(mapping) { try body(mapping.numbers) }
    }
  }

  /// Gives back the memory of numbers in a file that have been looked at; they can be looked at again.
  package func release(_ range: Range<Int>) {
    guard case .mapping(let mapping) = source else { return }
    mapping.release(range.lowerBound * MemoryLayout<Double>.stride..<range.upperBound * MemoryLayout<Double>.stride)
  }

  package static func == (a: Numbers, b: Numbers) -> Bool { a.elementsEqual(b) }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(count)
    for number in self { hasher.combine(number) }
  }
}

extension Numbers: ExpressibleByArrayLiteral {
  package init(arrayLiteral elements: Double...) { self.init(elements) }
}
