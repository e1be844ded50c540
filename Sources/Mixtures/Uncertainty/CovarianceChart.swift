/// The covariances that a family allows near given ones, as smooth functions of free numbers.
///
/// Σₖ = Bₖ e^Vₖ e^Sₖ e^Vₖᵀ Bₖᵀ with Bₖ Bₖᵀ the given covariance, Sₖ symmetric and Vₖ any matrix, both linear in the
/// numbers: volume, shape and orientation in the sense of Celeux & Govaert (1995), each of its own (V), in common (E) or
/// the identity (I). A shape and an orientation of the same kind move together, along the symmetric matrices of trace 0,
/// so that equal eigenvalues do no harm.
struct CovarianceChart {
  /// What one free number does to one component.
  enum Move {
    /// Its part in Sₖ.
    case stretch(Matrix)
    /// Its part in Vₖ.
    case turn(Matrix)

    /// The first derivative of e^V e^S e^Vᵀ at 0, symmetric.
    var slope: Matrix {
      switch self {
      case .stretch(let s): s
      case .turn(let v): v + v.transposed
      }
    }
  }

  /// Bₖ, K matrices of d × d in data units.
  let frames: [Matrix]
  /// Bₖ⁻¹
  let whiteners: [Matrix]
  /// For every free number the components it moves.
  let numbers: [[(component: Int, move: Move)]]

  /// - Returns: nil when a covariance is not positive definite.
  init?(_ family: CovarianceFamily, covariances: [Matrix]) {
    let letters = Array(family.mclustName)
    let d = covariances.first?.rows ?? 0
    let everyone = Array(covariances.indices)
    /// The sets of components that move together.
    func groups(_ letter: Character) -> [[Int]] {
      switch letter {
      case "V": everyone.map { [$0] }
      case "E": [everyone]
      default: []
      }
    }
    var numbers: [[(component: Int, move: Move)]] = groups(letters[0]).map { group in
      group.map { ($0, .stretch(.identity(d))) }
    }
    if letters[1] == letters[2], letters[1] != "I" {
      let factors = covariances.compactMap { Cholesky($0) }
      guard factors.count == covariances.count else { return nil }
      frames = factors.map { Matrix(rows: d, columns: d, values: $0.lower) }
      whiteners = factors.map { factor in
        Matrix(rows: d, columns: d, values: Matrix.identity(d).nested.flatMap { factor.whiten($0) }).transposed
      }
      for group in groups(letters[1]) {
        for direction in Self.diagonals(d) + Self.offDiagonals(d) {
          numbers.append(group.map { ($0, .stretch(direction)) })
        }
      }
    } else {
      guard let axes = Self.axes(letters[2], covariances) else { return nil }
      frames = axes.map { $0.axes * Matrix.diagonal($0.deviations) }
      whiteners = axes.map { Matrix.diagonal($0.deviations.map { 1 / $0 }) * $0.axes.transposed }
      for group in groups(letters[1]) {
        for direction in Self.diagonals(d) { numbers.append(group.map { ($0, .stretch(direction)) }) }
      }
      for group in groups(letters[2]) {
        for i in 0..<d {
          for j in 0..<i { numbers.append(group.map { ($0, .turn(Self.rotation(i, j, axes[$0].deviations))) }) }
        }
      }
    }
    self.numbers = numbers
  }

  /// The second derivative of e^V e^S e^Vᵀ at 0 by two of its numbers, symmetric.
  static func bend(_ first: Move, _ second: Move) -> Matrix {
    switch (first, second) {
    case (.stretch(let a), .stretch(let b)): return (a * b + b * a) * 0.5
    case (.turn(let v), .stretch(let s)), (.stretch(let s), .turn(let v)):
      let half = v * s
      return half + half.transposed
    case (.turn(let a), .turn(let b)):
      let (half, across) = ((a * b + b * a) * 0.5, a * b.transposed)
      return half + half.transposed + across + across.transposed
    }
  }

  /// Diagonal matrices of trace 0, a basis.
  private static func diagonals(_ d: Int) -> [Matrix] {
    (0..<max(d - 1, 0)).map { j in .diagonal((0..<d).map { $0 == j ? 1 : $0 == d - 1 ? -1 : 0 }) }
  }

  /// Symmetric matrices with a diagonal of 0, a basis.
  private static func offDiagonals(_ d: Int) -> [Matrix] {
    (0..<d).flatMap { i in
      (0..<i).map { j in
        var direction = Matrix(rows: d, columns: d)
        (direction[i, j], direction[j, i]) = (1, 1)
        return direction
      }
    }
  }

  /// The rotation in the plane (i, j) of the axes, in coordinates where these have unit length.
  private static func rotation(_ i: Int, _ j: Int, _ deviations: [Double]) -> Matrix {
    var direction = Matrix(rows: deviations.count, columns: deviations.count)
    direction[i, j] = deviations[j] / deviations[i]
    direction[j, i] = -deviations[i] / deviations[j]
    return direction
  }

  /// The principal axes Dₖ, one a column, and the standard deviations along them: Bₖ = Dₖ diag(deviations).
  ///
  /// Axes in common are those of a sum of the covariances whose terms have unequal shares, so that two directions are
  /// equally wide in it only if they are so in every component.
  private static func axes(_ orientation: Character, _ covariances: [Matrix])
    -> [(axes: Matrix, deviations: [Double])]?
  {
    let d = covariances.first?.rows ?? 0
    var common = Matrix.identity(d)
    if orientation == "E" {
      var sum = Matrix(rows: d, columns: d)
      for (k, covariance) in covariances.enumerated() {
        sum = sum + covariance * ((1 + Double(k).squareRoot() / 3) / covariance.diagonal.reduce(0, +))
      }
      common = SymmetricEigen(sum).vectors
    }
    var result: [(axes: Matrix, deviations: [Double])] = []
    for covariance in covariances {
      let axes = orientation == "V" ? SymmetricEigen(covariance).vectors : common
      let deviations = (axes.transposed * covariance * axes).diagonal.map { $0.squareRoot() }
      guard deviations.allSatisfy({ $0 > 0 && $0.isFinite }) else { return nil }
      result.append((axes, deviations))
    }
    return result
  }
}
