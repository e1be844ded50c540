extension LikelihoodSlice {
  /// The saddle of a slice over two parameters that lies near a place: where the gradient vanishes and ℓ bends up one way
  /// and down another.
  ///
  /// Newton's method on central differences.
  ///
  /// - Parameters:
  ///   - start: where to look.
  ///   - reach: how far from there it may lie along each parameter; differences are taken over a fiftieth of it.
  /// - Returns: nil when there is none within reach.
  package func saddle(near start: [Double], reach: [Double]) -> Place? {
    let h = reach.map { $0 / 50 }
    var place = start
    for _ in 0..<30 {
      func level(_ a: Double, _ b: Double) -> Double {
        logLikelihood(at: [place[0] + a * h[0], place[1] + b * h[1]])
      }
      let center = level(0, 0)
      let gradient = ((level(1, 0) - level(-1, 0)) / 2, (level(0, 1) - level(0, -1)) / 2)
      let (xx, yy) = (level(1, 0) - 2 * center + level(-1, 0), level(0, 1) - 2 * center + level(0, -1))
      let xy = (level(1, 1) - level(1, -1) - level(-1, 1) + level(-1, -1)) / 4
      let determinant = xx * yy - xy * xy
      guard determinant < 0 else { return nil }
      let move = [
        -(yy * gradient.0 - xy * gradient.1) / determinant, -(xx * gradient.1 - xy * gradient.0) / determinant,
      ]
      for axis in 0..<2 { place[axis] += move[axis] * h[axis] }
      guard zip(zip(place, start), reach).allSatisfy({ abs($0.0 - $0.1) <= $1 }) else { return nil }
      if move.allSatisfy({ abs($0) < 1e-3 }) {
        let height = logLikelihood(at: place)
        return height.isFinite ? Place(values: place, logLikelihood: height) : nil
      }
    }
    return nil
  }
}
