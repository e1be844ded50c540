/// How much a unit of work takes: what rates are counted from.
///
/// Operations are those that the definition of the work asks for, each addition, subtraction, multiplication and
/// comparison one, an exponential `exponential` and a logarithm `logarithm`; what a program does beyond them, or saves,
/// shows in its rate. Bytes are those of the data read and the results written, each once.
package struct Work: Sendable, Hashable {
  package let rows: Int
  /// Rows times components: what a nanosecond is said to be spent on; nil where there are no components.
  package let rowComponents: Int?
  /// Floating-point operations; nil where they are not what the work is made of.
  package let operations: Double?
  package let bytes: Double

  /// How a component's covariance enters a pass.
  package enum Structure: String, Sendable, CaseIterable { case full, tied, diagonal, spherical }

  /// Of a polynomial of degree 13 with its reduction of the argument and its scaling.
  package static let exponential = 34.0
  /// Of the series of degree 25 with its reduction of the argument, the division among them.
  package static let logarithm = 37.0

  /// One EM iteration over n rows of d columns with K components: an E-step and the sums of the M-step.
  package static func emIteration(_ structure: Structure, rows n: Int, columns d: Int, components k: Int) -> Work {
    let perRow = expectation(structure, d, k) + Double(k) * accumulation(structure, Double(d))
    return Work(
      rows: n, rowComponents: n * k, operations: Double(n) * perRow, bytes: 8 * Double(n) * Double(d))
  }

  /// log p(x) of n rows, and with `responsibilities` these and the joint densities of every component.
  package static func evaluation(
    _ structure: Structure, rows n: Int, columns d: Int, components k: Int, responsibilities: Bool
  ) -> Work {
    let written = responsibilities ? 1 + 2 * k : 1
    return Work(
      rows: n, rowComponents: n * k, operations: Double(n) * expectation(structure, d, k),
      bytes: 8 * Double(n) * Double(d + written))
  }

  /// One of Lloyd's iterations: every row's nearest centre, and the sums of each centre's rows. Per row and centre d
  /// differences, squares and additions, and a comparison.
  package static func lloydIteration(rows n: Int, columns d: Int, clusters k: Int) -> Work {
    let perRow = Double(k) * Double(3 * d + 1) + Double(d + 1)
    return Work(
      rows: n, rowComponents: n * k, operations: Double(n) * perRow, bytes: 8 * Double(n) * Double(d))
  }

  /// Reading a text of so many bytes with so many rows.
  package static func reading(rows: Int, bytes: Int) -> Work {
    Work(rows: rows, rowComponents: nil, operations: nil, bytes: Double(bytes))
  }

  /// Fits of K components to n rows, of which nothing but the sizes is known.
  package static func fits(rows n: Int, components k: Int) -> Work {
    Work(rows: n, rowComponents: n * k, operations: nil, bytes: 0)
  }

  // MARK: Per row

  /// Of an E-step: the squared distances, then log Σ exp of the K joint densities and the K shares.
  private static func expectation(_ structure: Structure, _ d: Int, _ k: Int) -> Double {
    let (d, k) = (Double(d), Double(k))
    let triangle = d * d  // d (d − 1) / 2 multiplications and subtractions, d multiplications
    let distance =
      switch structure {
      case .full: k * (d + triangle + 2 * d)
      case .tied: triangle + k * 3 * d
      case .diagonal: k * 4 * d
      case .spherical: k * (3 * d + 1)
      }
    // Per component: the offset (2), the maximum, the difference, the exponential, its sum and its share.
    return distance + k * (2 + 2 + exponential + 2) + logarithm + 2
  }

  /// Of the sums of an M-step, per component: Σ r, Σ r y, and Σ r y yᵀ (its lower triangle), Σ r y² or Σ r |y|².
  private static func accumulation(_ structure: Structure, _ d: Double) -> Double {
    let second =
      switch structure {
      case .full, .tied: d * (d + 1)
      case .diagonal: 2 * d
      case .spherical: 2.0
      }
    return 1 + 2 * d + second
  }
}
