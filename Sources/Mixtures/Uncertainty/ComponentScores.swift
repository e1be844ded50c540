/// Sums over rows of each component's scores: the derivatives of log πₖ N(x | μₖ, Σₖ), in coordinates where the component
/// has mean 0 and covariance I.
///
/// A component's block holds 1 for log πₖ, the d coordinates y for its mean, and for i ≥ j the entry yᵢyⱼ (½ (yᵢ² − 1)
/// where i = j) for its covariance. The noise, if any, comes last with a block of the 1 alone.
struct ComponentScores {
  let dimension: Int
  /// Where each component's block starts, and at the end the length of all.
  let starts: [Int]
  /// Σᵢ wᵢ rᵢₖ sᵢₖ: the gradient of ℓ.
  let gradient: [Double]
  /// Σᵢ wᵢ (δₖₗ rᵢₖ − rᵢₖ rᵢₗ) sᵢₖ sᵢₗᵀ: the part of the Hessian of ℓ that Louis (1982) adds to the expected one of the
  /// complete data.
  let spread: Matrix

  /// - Parameter whiteners: Bₖ⁻¹ with Bₖ Bₖᵀ = Σₖ, K of them.
  init(_ mixture: GaussianMixture, _ samples: Samples, whiteners: [Matrix], threads: Int) {
    let d = mixture.dimension
    let block = 1 + d + d * (d + 1) / 2
    let responsibilities = mixture.responsibilities(samples)
    let sizes = (0..<responsibilities.columns).map { $0 < whiteners.count ? block : 1 }
    let starts = sizes.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1) }
    let length = starts[starts.count - 1]
    // Rows are shared out in pieces of fixed length and added in order, whatever the number of threads; longer pieces
    // for more numbers keep the sums of all pieces small.
    let piece = max(2048, samples.rowCount / 64)
    let pieces = (samples.rowCount + piece - 1) / piece
    let parts = Parallel.map(pieces, threads: threads) { index -> [Double] in
      var sums = Array(repeating: 0.0, count: length + length * length)
      var scores = Array(repeating: 0.0, count: length)
      for i in index * piece..<min((index + 1) * piece, samples.rowCount) {
        for k in sizes.indices {
          scores[starts[k]] = 1
          guard k < whiteners.count else { continue }
          Self.fill(&scores, at: starts[k] + 1, whiteners[k], mixture.means[row: k], samples[row: i])
        }
        Self.add(scores, responsibilities[row: i], weight: samples.weight(i), starts, to: &sums)
      }
      return sums
    }
    var total = parts[0]
    for part in parts.dropFirst() { for e in total.indices { total[e] += part[e] } }
    dimension = d
    self.starts = starts
    gradient = Array(total[..<length])
    var spread = Matrix(rows: length, columns: length, values: Array(total[length...]))
    for a in 0..<length { for b in 0..<a { spread[b, a] = spread[a, b] } }
    self.spread = spread
  }

  /// The scores of one row for the mean and covariance of one component.
  private static func fill(
    _ scores: inout [Double], at start: Int, _ whitener: Matrix, _ mean: [Double], _ row: ArraySlice<Double>
  ) {
    let d = mean.count
    for j in 0..<d {
      var y = 0.0
      for l in 0..<d { y += whitener[j, l] * (row[row.startIndex + l] - mean[l]) }
      scores[start + j] = y
    }
    var e = start + d
    for i in 0..<d {
      for j in 0...i {
        scores[e] = i == j ? (scores[start + i] * scores[start + i] - 1) / 2 : scores[start + i] * scores[start + j]
        e += 1
      }
    }
  }

  /// Adds a row to the gradient and to the lower triangle of the spread.
  private static func add(
    _ scores: [Double], _ shares: [Double], weight: Double, _ starts: [Int], to sums: inout [Double]
  ) {
    let length = scores.count
    for k in shares.indices where shares[k] > 0 {
      for l in 0...k where shares[l] > 0 {
        let factor = weight * (k == l ? shares[k] - shares[k] * shares[k] : -shares[k] * shares[l])
        for a in starts[k]..<starts[k + 1] {
          let scaled = factor * scores[a]
          let row = length + a * length
          for b in starts[l]..<min(starts[l + 1], a + 1) { sums[row + b] += scaled * scores[b] }
        }
      }
      for a in starts[k]..<starts[k + 1] { sums[a] += weight * shares[k] * scores[a] }
    }
  }

  /// nₖ = Σᵢ wᵢ rᵢₖ.
  func count(_ k: Int) -> Double { gradient[starts[k]] }

  /// Σᵢ wᵢ rᵢₖ y, d numbers.
  func first(_ k: Int) -> [Double] { Array(gradient[starts[k] + 1...starts[k] + dimension]) }

  /// Σᵢ wᵢ rᵢₖ y yᵀ, d × d.
  func second(_ k: Int) -> Matrix {
    var result = Matrix(rows: dimension, columns: dimension)
    var e = starts[k] + 1 + dimension
    for i in 0..<dimension {
      for j in 0...i {
        let sum = i == j ? 2 * gradient[e] + count(k) : gradient[e]
        (result[i, j], result[j, i]) = (sum, sum)
        e += 1
      }
    }
    return result
  }
}
