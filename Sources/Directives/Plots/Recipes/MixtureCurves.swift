internal import Charting
internal import Mixtures

/// The weighted densities of a one-dimensional mixture and their sum, at places close enough to show every component.
struct MixtureCurves {
  /// Ascending.
  let x: [Double]
  /// πₖ N(x | μₖ, σₖ²): K curves.
  let parts: [[Double]]
  let sum: [Double]

  /// What holds the values and 3.5 standard deviations about every mean.
  let support: ClosedRange<Double>

  /// - Parameter range: the part to be shown; `nil` for the support.
  init(_ mixture: GaussianMixture, of values: [Double], over range: ClosedRange<Double>?) throws {
    let components = (0..<mixture.components).map { k in
      (mean: mixture.means[k, 0], deviation: mixture.covariances[k][0, 0].squareRoot())
    }
    let low = min(values.min() ?? .infinity, components.map { $0.mean - 3.5 * $0.deviation }.min() ?? 0)
    let high = max(values.max() ?? -.infinity, components.map { $0.mean + 3.5 * $0.deviation }.max() ?? 1)
    func even(_ range: ClosedRange<Double>) -> [Double] {
      (0...400).map { range.lowerBound + (range.upperBound - range.lowerBound) * Double($0) / 400 }
    }
    // Narrow components would fall between even places.
    let own = components.flatMap { part in (-28...28).map { part.mean + Double($0) / 8 * part.deviation } }
    let x = Set(even(low...high) + (range.map(even) ?? []) + own.filter { low < $0 && $0 < high }).sorted()
    let parts = try components.enumerated().map { k, part in
      let component = try GaussianMixture(
        weights: [1], means: Matrix(rows: 1, columns: 1, values: [part.mean]), covariances: [mixture.covariances[k]])
      return try component.densities(at: x).map { $0 * mixture.weights[k] }
    }
    self.init(x: x, parts: parts, support: low...high)
  }

  private init(x: [Double], parts: [[Double]], support: ClosedRange<Double>) {
    self.x = x
    self.parts = parts
    self.support = support
    sum = x.indices.map { i in parts.reduce(0) { $0 + $1[i] } }
  }

  /// The part of the curves over a range.
  func within(_ range: ClosedRange<Double>) -> MixtureCurves {
    let kept = x.indices.filter { range.contains(x[$0]) }
    return MixtureCurves(x: kept.map { x[$0] }, parts: parts.map { curve in kept.map { curve[$0] } }, support: support)
  }

  /// The local maxima of the sum: where and how high, from left to right.
  ///
  /// The logarithm of a density is nearly a parabola about its maximum; the place is the top of the one through the
  /// three points.
  var peaks: [(place: Double, height: Double)] {
    sum.indices.dropFirst().dropLast().filter { sum[$0] > sum[$0 - 1] && sum[$0] >= sum[$0 + 1] }.map { i in
      let slopes = (Self.slope(x[i - 1], x[i], sum[i - 1], sum[i]), Self.slope(x[i], x[i + 1], sum[i], sum[i + 1]))
      let bend = (slopes.1 - slopes.0) / ((x[i + 1] - x[i - 1]) / 2)
      let middle = (x[i - 1] + x[i]) / 2
      return (bend < 0 && bend.isFinite ? middle - slopes.0 / bend : x[i], sum[i])
    }
  }

  private static func slope(_ a: Double, _ b: Double, _ f: Double, _ g: Double) -> Double {
    (Elementary.log(g) - Elementary.log(f)) / (b - a)
  }

  /// The width of bins that comes nearest to this density: (6 / (n ∫ f′²))^⅓.
  ///
  /// - SeeAlso: D. W. Scott, *On optimal and data-based histograms*, Biometrika 66(3), 1979, (2.4).
  func binRule(count: Int) -> BinRule {
    let roughness = x.indices.dropFirst().reduce(0) { total, i in
      let rise = sum[i] - sum[i - 1]
      return total + rise * rise / (x[i] - x[i - 1])
    }
    let width = Elementary.exp(Elementary.log(6 / (Double(count) * roughness)) / 3)
    return width.isFinite && width > 0 ? .width(width) : .auto
  }
}
