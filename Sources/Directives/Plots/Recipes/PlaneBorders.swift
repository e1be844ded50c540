internal import Charting
internal import Mixtures

/// The lines in a plane at which the largest of K scores changes: borders of a classification.
struct PlaneBorders {
  /// The ends of the axes, so that lines reach the edges of the panel.
  let x: ClosedRange<Double>
  let y: ClosedRange<Double>

  private static let side = 240

  /// - Parameter scores: K scores at each of n places: n × K.
  func mark(_ scores: (Samples) -> Matrix) throws -> any Mark {
    let frame = ScalarGrid(x: x, y: y, columns: Self.side, rows: Self.side) { _, _ in 0 }
    let ys = frame.ys
    let places = ys.flatMap { y in frame.xs.flatMap { x in [x, y] } }
    let scores = scores(try Samples(values: places, dimension: 2))
    // Every border parts two components, so those of all but one are all borders there are.
    let lines = (0..<scores.columns - 1).flatMap { k in
      ScalarGrid(
        x: x, y: y, columns: Self.side, rows: Self.side,
        values: (0..<scores.rows).map { Self.lead(of: k, scores, row: $0) }
      ).isolines(at: 0)
    }
    return ContourMark([.init(lines: lines, stroke: .muted, width: 1.4)])
  }

  /// By how much score k is ahead of the best other one.
  private static func lead(of k: Int, _ scores: Matrix, row: Int) -> Double {
    var others = -Double.greatestFiniteMagnitude
    for other in 0..<scores.columns where other != k { others = max(others, scores[row, other]) }
    return max(scores[row, k], -1e300) - max(others, -1e300)
  }
}

extension Cloud {
  /// Ends of the axes that hold the points, the ellipses at 2σ and some room around them.
  func frame(with mixture: GaussianMixture) -> PlaneBorders {
    func ends(_ values: [Double], _ axis: Int) -> ClosedRange<Double> {
      let reaches = (0..<mixture.components).flatMap { k in
        let reach = 2 * mixture.covariances[k][axis, axis].squareRoot()
        return [mixture.means[k, axis] - reach, mixture.means[k, axis] + reach]
      }
      let all = (values + reaches).filter(\.isFinite)
      let (low, high) = (all.min() ?? 0, all.max() ?? 1)
      let room = high > low ? 0.04 * (high - low) : max(abs(low) * 0.1, 0.5)
      return low - room...high + room
    }
    return PlaneBorders(x: ends(x, 0), y: ends(y, 1))
  }
}
