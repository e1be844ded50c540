/// For each row of a table its number in the file: 1, 2, … as long as no row is left out, and then not stored.
package struct RowNumbers: RandomAccessCollection, Sendable, Hashable {
  private enum Source: Sendable {
    case all(Int)
    case listed([Int])
  }

  private let source: Source

  /// All rows of a file.
  package init(count: Int) { source = .all(count) }

  package init(_ numbers: [Int]) { source = .listed(numbers) }

  package var startIndex: Int { 0 }

  package var endIndex: Int {
    switch source {
    case .all(let count): count
    case .listed(let numbers): numbers.count
    }
  }

  package subscript(index: Int) -> Int {
    switch source {
    case .all: index + 1
    case .listed(let numbers): numbers[index]
    }
  }

  package static func == (a: RowNumbers, b: RowNumbers) -> Bool {
    if case (.all(let m), .all(let n)) = (a.source, b.source) { return m == n }
    return a.elementsEqual(b)
  }

  package func hash(into hasher: inout Hasher) {
    for number in self { hasher.combine(number) }
  }
}

extension RowNumbers: ExpressibleByArrayLiteral {
  package init(arrayLiteral elements: Int...) { self.init(elements) }
}
