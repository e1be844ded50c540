/// The cells of a text column: each a code into the list of different texts.
package struct Categories: Sendable, Hashable {
  /// The different texts in natural order (`2` before `10`, `Team 2` before `Team 10`).
  package private(set) var levels: [String]
  /// For each row the place of its text in `levels`, −1 for a missing cell.
  package private(set) var codes: [Int32]
  /// Where a column that is otherwise numbers has something else; `nil` when its cells are plain texts.
  package var strays: Strays?

  /// The cells that keep a column from being numeric.
  package struct Strays: Sendable, Hashable {
    package var count: Int
    package var firstText: String
    package var firstLine: Int

    package init(count: Int, firstText: String, firstLine: Int) {
      self.count = count
      self.firstText = firstText
      self.firstLine = firstLine
    }
  }

  /// `nil` stands for a missing cell.
  package init(_ texts: [String?]) {
    var found: [String: Int32] = [:]
    var inOrder: [String] = []
    let codes = texts.map { text -> Int32 in
      guard let text else { return -1 }
      if let code = found[text] { return code }
      let code = Int32(inOrder.count)
      found[text] = code
      inOrder.append(text)
      return code
    }
    self.init(levels: inOrder, codes: codes)
  }

  /// Brings `levels`, given in any order, into the natural one.
  init(levels: [String], codes: [Int32]) {
    let order = levels.indices.sorted { naturallyPrecedes(levels[$0], levels[$1]) }
    var place = [Int32](repeating: 0, count: levels.count)
    for (new, old) in order.enumerated() { place[old] = Int32(new) }
    self.levels = order.map { levels[$0] }
    self.codes = codes.map { $0 < 0 ? -1 : place[Int($0)] }
  }

  /// The text of the cell at `index` (from 0); `nil` when missing.
  package subscript(index: Int) -> String? {
    codes[index] < 0 ? nil : levels[Int(codes[index])]
  }

  /// How many rows each level has, in the order of `levels`.
  package var counts: [Int] {
    var counts = [Int](repeating: 0, count: levels.count)
    for code in codes where code >= 0 { counts[Int(code)] += 1 }
    return counts
  }

  /// The cells at these places (from 0); levels that are left without a row go.
  func taking(_ indices: some Sequence<Int>) -> Categories {
    let taken = indices.map { codes[$0] }
    var newCode = [Int32](repeating: -1, count: levels.count)
    for code in taken where code >= 0 { newCode[Int(code)] = 0 }
    var kept: [String] = []
    for code in newCode.indices where newCode[code] == 0 {
      newCode[code] = Int32(kept.count)
      kept.append(levels[code])
    }
    var result = self
    result.levels = kept
    result.codes = taken.map { $0 < 0 ? -1 : newCode[Int($0)] }
    return result
  }
}
