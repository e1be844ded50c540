internal import Mixtures
internal import Tables

extension SampleColumn {
  /// The numbers of a table's column where they are kept: an array is shared, and of a file only what a pass over the
  /// rows is at is in memory.
  init(_ numbers: Numbers) {
    if let filed = FiledNumbers(numbers) { self.init(filed) } else { self.init(numbers.array) }
  }
}

/// Lends the numbers in a file to a fit.
private final class FiledNumbers: SampleMemory {
  private let numbers: Numbers

  /// Fails when the numbers are in memory.
  init?(_ numbers: Numbers) {
    guard numbers.place == .file else { return nil }
    self.numbers = numbers
  }

  /// The file stays mapped at one address as long as `numbers` is there.
  var values: UnsafeBufferPointer<Double> { numbers.withUnsafeBufferPointer { $0 } }

  func passed(_ places: Range<Int>) { numbers.release(places) }
}
