internal import Charting
internal import Mixtures

/// The density of a mixture over two columns at the places of a grid.
struct DensitySurface {
  /// Over the whole support, for the levels of regions and the peaks.
  let whole: ScalarGrid
  /// Over the part shown.
  let shown: ScalarGrid
  private let marginal: GaussianMixture

  /// Places along each axis.
  private static let side = 240

  /// - Parameters:
  ///   - marginal: two-dimensional.
  ///   - ranges: the part shown; `nil` for the whole support of an axis.
  init(
    _ marginal: GaussianMixture, over cloud: Cloud, showing ranges: (x: ClosedRange<Double>?, y: ClosedRange<Double>?)
  ) throws {
    self.marginal = marginal
    let (x, y) = (Self.support(marginal, 0, cloud.x), Self.support(marginal, 1, cloud.y))
    whole = try Self.grid(marginal, x, y)
    shown = ranges.x == nil && ranges.y == nil ? whole : try Self.grid(marginal, ranges.x ?? x, ranges.y ?? y)
  }

  private static func grid(
    _ marginal: GaussianMixture, _ x: ClosedRange<Double>, _ y: ClosedRange<Double>
  ) throws -> ScalarGrid {
    func places(_ range: ClosedRange<Double>) -> [Double] {
      (0..<side).map { range.lowerBound + (range.upperBound - range.lowerBound) * Double($0) / Double(side - 1) }
    }
    let xs = places(x)
    let points = places(y).flatMap { y in xs.flatMap { x in [x, y] } }
    return ScalarGrid(
      x: x, y: y, columns: side, rows: side, values: marginal.densities(try Samples(values: points, dimension: 2)))
  }

  /// What holds the values and three standard deviations about every mean.
  private static func support(_ marginal: GaussianMixture, _ axis: Int, _ values: [Double]) -> ClosedRange<Double> {
    var (low, high) = (values.min() ?? .infinity, values.max() ?? -.infinity)
    for k in 0..<marginal.components {
      let spread = 3 * marginal.covariances[k][axis, axis].squareRoot()
      low = min(low, marginal.means[k, axis] - spread)
      high = max(high, marginal.means[k, axis] + spread)
    }
    return low...high
  }

  /// Whether no component is so narrow that its peak could fall between the places of the grid.
  private var isResolved: Bool {
    let steps = [
      (whole.x.upperBound - whole.x.lowerBound) / Double(whole.columns - 1),
      (whole.y.upperBound - whole.y.lowerBound) / Double(whole.rows - 1),
    ]
    return marginal.covariances.allSatisfy { covariance in
      (0...1).allSatisfy { covariance[$0, $0].squareRoot() >= 1.5 * steps[$0] }
    }
  }

  /// The places of the grid that stand above their eight neighbours, from the highest down; none where the grid could
  /// miss one.
  var peaks: [(x: Double, y: Double, density: Double)] {
    guard isResolved else { return [] }
    let (columns, values) = (whole.columns, whole.values)
    var peaks: [Int] = []
    for row in 1..<whole.rows - 1 {
      for column in 1..<columns - 1 {
        let own = row * columns + column
        let before = [own - columns - 1, own - columns, own - columns + 1, own - 1]
        let after = [own + 1, own + columns - 1, own + columns, own + columns + 1]
        if before.allSatisfy({ values[$0] < values[own] }), after.allSatisfy({ values[$0] <= values[own] }) {
          peaks.append(own)
        }
      }
    }
    let (xs, ys) = (whole.xs, whole.ys)
    return peaks.sorted { values[$0] > values[$1] }.map { (xs[$0 % columns], ys[$0 / columns], values[$0]) }
  }
}
