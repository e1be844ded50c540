package import Notebooks
internal import Wording

// What an option may be. Every reader gives the documented default when the option is absent, `nil` when there is none
// or the value is wrong.
extension Options {
  package mutating func text(_ option: String) -> Located<String>? { read(option) { try $0.text() } }

  package mutating func boolean(_ option: String) -> Bool? { read(option) { try $0.boolean() } }

  /// - Parameter range: the values allowed; `1...` and the like.
  package mutating func wholeNumber(_ option: String, _ range: some RangeExpression<Int> & Sendable = 0...) -> Int? {
    read(option) { node in
      let number = try node.wholeNumber()
      guard range.contains(number) else { throw node.expected("a whole number \(words(for: range))") }
      return number
    }
  }

  /// - Parameter isAllowed: tells which numbers are; `wanted` says so in words.
  package mutating func number(
    _ option: String, _ wanted: String = "a number", where isAllowed: (Double) -> Bool = { _ in true }
  ) -> Double? {
    read(option) { node in
      let number = try node.number(wanted)
      guard isAllowed(number) else { throw node.expected(wanted) }
      return number
    }
  }

  package mutating func seed(_ option: String) -> UInt64? {
    read(option) { node in
      let wanted = "a whole number from 0 to 18446744073709551615"
      guard let seed = UInt64(try node.scalar(wanted).text) else { throw node.expected(wanted) }
      return seed
    }
  }

  /// One of several words.
  package mutating func choice<Choice>(_ option: String, of choices: [(name: String, value: Choice)]) -> Choice? {
    read(option) { try $0.choice(of: choices) }
  }

  /// One of the words that are the raw values of an enumeration.
  package mutating func choice<Choice: RawRepresentable<String> & CaseIterable>(
    _ option: String, _ type: Choice.Type
  ) -> Choice? {
    choice(option, of: type.allCases.map { ($0.rawValue, $0) })
  }

  /// `[0, 10]`
  package mutating func range(_ option: String) -> ClosedRange<Double>? {
    read(option) { node in
      let wanted = "two numbers such as [0, 10], the smaller first"
      guard case .list(let items, _) = node, items.count == 2 else { throw node.expected(wanted) }
      let (low, high) = (try items[0].number(), try items[1].number())
      guard low < high else { throw node.expected(wanted) }
      return low...high
    }
  }

  /// `1..9`, `3` or `[1, 2, 4]`, in ascending order.
  package mutating func wholeNumbers(_ option: String, atLeast least: Int = 1) -> [Int]? {
    read(option) { node in
      var numbers: Set<Int> = []
      for item in node.items {
        let parts = try item.scalar("whole numbers").text.components(separatedBy: "..")
        let ends = parts.map { Int($0) }
        guard ends.count <= 2, let low = ends[0], let high = ends.last ?? nil, least <= low, low <= high,
          high - low < 1000
        else { throw item.expected("whole numbers from \(least) on, such as 3, 1..9 or [1, 2, 4]") }
        numbers.formUnion(low...high)
      }
      return numbers.sorted()
    }
  }

  package mutating func numbers(_ option: String) -> [Double]? {
    read(option) { node in try node.items.map { try $0.number() } }
  }

  package mutating func texts(_ option: String) -> [Located<String>]? {
    read(option) { node in try node.items.map { try $0.text() } }
  }

  /// Inline Markdown with values and maths: a caption, a title.
  package mutating func inlines(_ option: String) -> [Inline]? {
    read(option, fillsParameters: false) { node in
      let text = try node.text()
      return try [Inline](parsingInline: text.value, at: text.location)
    }
  }
}

extension OptionNode {
  /// - Throws: `Diagnostic` with the nearest of the words.
  package func choice<Choice>(of choices: [(name: String, value: Choice)]) throws -> Choice {
    let names = choices.map(\.name)
    let text = try scalar(joined(names, "or")).text
    if let choice = choices.first(where: { $0.name == text }) { return choice.value }
    throw expected(joined(names, "or"), hint: nearestName(to: text, in: names).map { "did you mean '\($0)'?" })
  }
}

/// `from 1 on`, `from 1 to 9`: the first and last number that a range of small numbers allows.
private func words(for range: some RangeExpression<Int>) -> String {
  let bounds = range.relative(to: Int.min..<Int.max)
  return bounds.upperBound == .max
    ? "from \(bounds.lowerBound) on" : "from \(bounds.lowerBound) to \(bounds.upperBound - 1)"
}

extension String {
  fileprivate func components(separatedBy separator: String) -> [String] {
    split(separator: separator, omittingEmptySubsequences: false).map(String.init)
  }
}
