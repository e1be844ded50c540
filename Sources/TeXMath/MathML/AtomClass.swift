/// TeX's classes of atoms, which set the space between neighbours.
enum AtomClass: Int, Sendable, Hashable {
  case ordinary, largeOperator, binary, relation, opening, closing, punctuation, inner

  /// What a function's name before it is read as applied to.
  var canBeArgument: Bool {
    switch self {
    case .ordinary, .largeOperator, .opening, .inner: true
    case .binary, .relation, .closing, .punctuation: false
    }
  }

  /// The space between two atoms in mu.
  ///
  /// - SeeAlso: Knuth, *The TeXbook*, chapter 18, table on page 170. A minus sign marks what scripts leave out.
  static func space(_ left: AtomClass, _ right: AtomClass, inScript: Bool) -> Int {
    let space = table[left.rawValue][right.rawValue]
    return space < 0 ? (inScript ? 0 : -space) : space
  }

  private static let table = [
    [0, 3, -4, -5, 0, 0, 0, -3],
    [3, 3, 0, -5, 0, 0, 0, -3],
    [-4, -4, 0, 0, -4, 0, 0, -4],
    [-5, -5, 0, 0, -5, 0, 0, -5],
    [0, 0, 0, 0, 0, 0, 0, 0],
    [0, 3, -4, -5, 0, 0, 0, -3],
    [-3, -3, 0, -3, -3, -3, -3, -3],
    [-3, 3, -4, -5, -3, 0, -3, -3],
  ]

  /// The classes of a line's nodes after TeX's rule for signs: a binary operator with nothing to its left or right to
  /// operate on is ordinary, as the minus of `-1`, of `(-x)` and of `= -x`.
  static func resolved(_ nodes: [any MathNode]) -> [(leading: AtomClass, trailing: AtomClass)?] {
    var classes: [(leading: AtomClass, trailing: AtomClass)?] = nodes.map { node in
      guard let leading = node.leading, let trailing = node.trailing else { return nil }
      return (leading, trailing)
    }
    var previous: Int?
    for index in classes.indices {
      guard let current = classes[index] else { continue }
      if current.leading == .binary {
        switch previous.flatMap({ classes[$0]?.trailing }) {
        case nil, .binary, .largeOperator, .relation, .opening, .punctuation:
          classes[index] = (.ordinary, .ordinary)
        default: break
        }
      } else if [.relation, .closing, .punctuation].contains(current.leading) {
        makeOrdinary(previous, in: &classes)
      }
      previous = index
    }
    makeOrdinary(previous, in: &classes)
    return classes
  }

  private static func makeOrdinary(_ index: Int?, in classes: inout [(leading: AtomClass, trailing: AtomClass)?]) {
    if let index, classes[index]?.trailing == .binary { classes[index] = (.ordinary, .ordinary) }
  }
}
