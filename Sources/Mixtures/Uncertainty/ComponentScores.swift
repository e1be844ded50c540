/// Sums over rows of each component's scores: the derivatives of log πₖ N(x | μₖ, Σₖ), or of its observed part, in
/// coordinates where the component has mean 0 and covariance I.
///
/// A component's block holds 1 for log πₖ, the d entries of v for its mean, and for i ≥ j the entry vᵢvⱼ − Pᵢⱼ (half of it
/// where i = j) for its covariance. Of a whole row, v = y and P = I; with o the observed columns and B Bᵀ = Σ,
/// v = Bᵀ_o Σ_oo⁻¹ (x_o − μ_o) and P = Bᵀ_o Σ_oo⁻¹ B_o. The noise, if any, comes last with a block of the 1 alone.
struct ComponentScores {
  /// The rows that have the same cells.
  struct Pattern {
    /// P of every component, K matrices of d × d.
    let precisions: [Matrix]
    /// Σᵢ wᵢ rᵢₖ sᵢₖ
    var gradient: [Double]
  }

  let dimension: Int
  /// Where each component's block starts, and at the end the length of all.
  let starts: [Int]
  private(set) var patterns: [Pattern] = []
  /// Σᵢ wᵢ rᵢₖ sᵢₖ: the gradient of ℓ.
  private(set) var gradient: [Double]
  /// Σᵢ wᵢ (δₖₗ rᵢₖ − rᵢₖ rᵢₗ) sᵢₖ sᵢₗᵀ: the part of the Hessian of ℓ that Louis (1982) adds to the expected one of the
  /// complete data.
  private(set) var spread: Matrix

  /// - Returns: nil when a covariance is not positive definite in some of its columns.
  init?(_ mixture: GaussianMixture, _ samples: Samples, _ chart: CovarianceChart, threads: Int) {
    let d = mixture.dimension
    let responsibilities = mixture.responsibilities(samples, threads: threads)
    let block = 1 + d + d * (d + 1) / 2
    let sizes = (0..<responsibilities.columns).map { $0 < mixture.components ? block : 1 }
    dimension = d
    starts = sizes.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1) }
    let length = starts[starts.count - 1]
    gradient = Array(repeating: 0, count: length)
    spread = Matrix(rows: length, columns: length)
    for (observed, rows) in RowPattern.places(in: samples.values, dimension: d) where !observed.isEmpty {
      guard let views = Self.views(mixture, chart, observed) else { return nil }
      let sums = sums(rows, of: samples, responsibilities, mixture, views, observed, threads: threads)
      patterns.append(Pattern(precisions: views.map(\.precision), gradient: Array(sums[..<length])))
      for e in 0..<length { gradient[e] += sums[e] }
      for e in 0..<length * length { spread.values[e] += sums[length + e] }
    }
    for a in 0..<length { for b in 0..<a { spread[b, a] = spread[a, b] } }
  }

  /// How one component sees some columns of a row.
  private struct View {
    /// v = A (x_o − μ_o), d × |o|
    let whitener: Matrix
    let precision: Matrix
  }

  private static func views(_ mixture: GaussianMixture, _ chart: CovarianceChart, _ observed: [Int]) -> [View]? {
    let d = mixture.dimension
    if observed.count == d { return chart.whiteners.map { View(whitener: $0, precision: .identity(d)) } }
    var views: [View] = []
    for (frame, covariance) in zip(chart.frames, mixture.covariances) {
      let part = observed.flatMap { a in observed.map { covariance[a, $0] } }
      let rows = Matrix(rows: observed.count, columns: d, values: observed.flatMap { frame[row: $0] })
      guard let inverse = Cholesky(part[...], dimension: observed.count)?.inverse else { return nil }
      let whitener = rows.transposed * inverse
      views.append(View(whitener: whitener, precision: whitener * rows))
    }
    return views
  }

  /// The gradient and the lower triangle of the spread over these rows.
  ///
  /// Rows are shared out in pieces of fixed length and added in order, whatever the number of threads.
  private func sums(
    _ rows: [Int], of samples: Samples, _ responsibilities: Matrix, _ mixture: GaussianMixture, _ views: [View],
    _ observed: [Int], threads: Int
  ) -> [Double] {
    let length = gradient.count
    let piece = max(2048, rows.count / 64)
    let parts = Parallel.map((rows.count + piece - 1) / piece, threads: threads) { index -> [Double] in
      var sums = Array(repeating: 0.0, count: length + length * length)
      var scores = Array(repeating: 1.0, count: length)
      for i in rows[index * piece..<min((index + 1) * piece, rows.count)] {
        for (k, view) in views.enumerated() {
          let apart = observed.map { samples[i, $0] - mixture.means[k, $0] }
          fill(&scores, at: starts[k] + 1, view, apart)
        }
        add(scores, responsibilities[row: i], weight: samples.weight(i), to: &sums)
      }
      return sums
    }
    var total = parts[0]
    for part in parts.dropFirst() { for e in total.indices { total[e] += part[e] } }
    return total
  }

  /// The scores of one row for the mean and covariance of one component.
  private func fill(_ scores: inout [Double], at start: Int, _ view: View, _ apart: [Double]) {
    let d = dimension
    for j in 0..<d {
      var sum = 0.0
      for (l, difference) in apart.enumerated() { sum += view.whitener[j, l] * difference }
      scores[start + j] = sum
    }
    var e = start + d
    for i in 0..<d {
      for j in 0...i {
        let entry = scores[start + i] * scores[start + j] - view.precision[i, j]
        scores[e] = i == j ? entry / 2 : entry
        e += 1
      }
    }
  }

  private func add(_ scores: [Double], _ shares: [Double], weight: Double, to sums: inout [Double]) {
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
}
