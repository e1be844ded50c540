internal import Mixtures

/// One of several mixtures of the same rows over two of their columns.
struct PlaneCell {
  /// The marginal on the two columns.
  let marginal: GaussianMixture
  /// The most responsible component of each row drawn, from all columns.
  let labels: [Int]

  /// - Parameter rows: those drawn, by their place.
  init(_ mixture: GaussianMixture, of samples: Samples, axes: [Int], rows: [Int]) {
    let labels = mixture.labels(samples)
    self.init(marginal: mixture.marginal(columns: axes), labels: rows.map { labels[$0] })
  }

  private init(marginal: GaussianMixture, labels: [Int]) {
    self.marginal = marginal
    self.labels = labels
  }

  /// The same mixture with its components renumbered so that most rows have the number that they have in another.
  func numbered(like other: PlaneCell) -> PlaneCell {
    let count = marginal.components
    guard other.marginal.components == count else { return self }
    // Components without a row take the numbers that are left.
    var taken = Set<Int>()
    var target = [Int?](repeating: nil, count: count)
    for (own, wanted) in CrossTable(other.labels, labels).matching.enumerated() {
      if let wanted, taken.insert(wanted).inserted { target[own] = wanted }
    }
    var free = (0..<count).filter { !taken.contains($0) }.makeIterator()
    let numbers = target.map { $0 ?? free.next() ?? 0 }
    var order = Array(repeating: 0, count: count)
    for (own, number) in numbers.enumerated() { order[number] = own }
    return PlaneCell(marginal: marginal.reordered(order), labels: labels.map { numbers[$0] })
  }
}
