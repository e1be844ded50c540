/// How the coordinates y = L⁻¹ (x − μ) of a whole row follow from those of its observed part.
///
/// With Σ = L Lᵀ let L_o be its observed rows, and V the rotation that makes L_o V = [G 0] with G lower triangular. Then
/// Σ_oo = G Gᵀ, and with u = G⁻¹ (x_o − μ_o) the whole row is y = V_o u + V_m e, where e is standard normal and
/// independent of u: given x_o it has the mean V_o u and the covariance V_m V_mᵀ. No covariance is formed or inverted on
/// the way, and every row of L keeps its own scale, so neither condition nor units cost digits.
struct ObservedFactor {
  /// The observed columns, ascending.
  let observed: [Int]
  /// d
  let dimension: Int
  /// G, |o| × |o|, row-major, zero above the diagonal.
  let lower: [Double]
  /// V, d × d, row-major: V_o are its first |o| columns.
  let rotation: [Double]

  /// - Parameters:
  ///   - factor: L, d × d, row-major, lower triangular with a positive diagonal.
  ///   - observed: ascending.
  init(_ factor: [Double], dimension d: Int, observed: [Int]) {
    let count = observed.count
    var rows = observed.flatMap { factor[$0 * d..<($0 + 1) * d] }
    var rotation = Matrix.identity(d).values
    for (i, column) in observed.enumerated() {
      // Row i reaches to `column`: plane rotations fold it, from the right, into its first i + 1 entries.
      for c in stride(from: column, to: i, by: -1) {
        let (a, b) = (rows[i * d + c - 1], rows[i * d + c])
        let largest = max(abs(a), abs(b))
        guard largest > 0 else { continue }
        let length = largest * ((a / largest) * (a / largest) + (b / largest) * (b / largest)).squareRoot()
        let (cosine, sine) = (a / length, b / length)
        for row in i..<count { Self.turn(&rows, row * d + c, cosine, sine) }
        for row in 0..<d { Self.turn(&rotation, row * d + c, cosine, sine) }
        rows[i * d + c - 1] = length
        rows[i * d + c] = 0
      }
    }
    lower = (0..<count).flatMap { i in (0..<count).map { rows[i * d + $0] } }
    self.observed = observed
    dimension = d
    self.rotation = rotation
  }

  /// Turns the entries before and at `place`.
  private static func turn(_ values: inout [Double], _ place: Int, _ cosine: Double, _ sine: Double) {
    let (a, b) = (values[place - 1], values[place])
    values[place - 1] = cosine * a + sine * b
    values[place] = cosine * b - sine * a
  }

  /// log det G
  var logDeterminant: Double {
    let count = observed.count
    return (0..<count).reduce(0) { $0 + Elementary.log(lower[$1 * count + $1]) }
  }

  /// G with reciprocal diagonal, as the kernels take it.
  var kernelFactor: [Double] {
    let count = observed.count
    var result = lower
    for i in 0..<count { result[i * count + i] = 1 / result[i * count + i] }
    return result
  }

  /// V_oᵀ y: what the observed part sees of whole coordinates.
  func project(_ y: ArraySlice<Double>) -> [Double] {
    let start = y.startIndex
    return observed.indices.map { c in
      (0..<dimension).reduce(0) { $0 + rotation[$1 * dimension + c] * y[start + $1] }
    }
  }

  /// Adds Σ r y and the lower triangle of Σ r (y yᵀ + V_m V_mᵀ), from Σ r, Σ r u and Σ r u uᵀ.
  ///
  /// - Parameters:
  ///   - part: Σ r, Σ r u (|o|), Σ r u uᵀ (|o| × |o|, lower triangle), as `mk_pass` writes them.
  ///   - block: Σ r, Σ r y (d), Σ r y yᵀ (d × d) so far.
  func spread(_ part: ArraySlice<Double>, into block: inout ArraySlice<Double>) {
    let (d, count, from, to) = (dimension, observed.count, part.startIndex, block.startIndex)
    let share = part[from]
    block[to] += share
    // V [T 0; 0 r I], T being the second moments of u.
    var half = Array(repeating: 0.0, count: d * d)
    for j in 0..<d {
      var first = 0.0
      for c in 0..<count {
        first += rotation[j * d + c] * part[from + 1 + c]
        var sum = 0.0
        for e in 0..<count {
          sum += rotation[j * d + e] * part[from + 1 + count + max(c, e) * count + min(c, e)]
        }
        half[j * d + c] = sum
      }
      block[to + 1 + j] += first
      for c in count..<d { half[j * d + c] = share * rotation[j * d + c] }
    }
    for j in 0..<d {
      for i in 0...j {
        var sum = 0.0
        for c in 0..<d { sum += half[j * d + c] * rotation[i * d + c] }
        block[to + 1 + d + j * d + i] += sum
      }
    }
  }
}
