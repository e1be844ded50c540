/// A function of two variables sampled at the nodes of a rectangular grid.
package struct ScalarGrid: Sendable, Hashable {
  package let x: ClosedRange<Double>
  package let y: ClosedRange<Double>
  /// Nodes along x and along y, at least 2, the ends of the ranges included.
  package let columns: Int
  package let rows: Int
  /// `columns · rows` values, rows from the smallest y, each from the smallest x.
  package let values: [Double]

  /// - Precondition: at least 2 × 2 nodes, and a value for each.
  package init(x: ClosedRange<Double>, y: ClosedRange<Double>, columns: Int, rows: Int, values: [Double]) {
    precondition(columns >= 2 && rows >= 2 && values.count == columns * rows)
    self.x = x
    self.y = y
    self.columns = columns
    self.rows = rows
    self.values = values
  }

  /// Samples a function at the nodes.
  package init(
    x: ClosedRange<Double>, y: ClosedRange<Double>, columns: Int, rows: Int, _ function: (Double, Double) -> Double
  ) {
    let xs = Self.nodes(x, columns)
    let values = Self.nodes(y, rows).flatMap { y in xs.map { function($0, y) } }
    self.init(x: x, y: y, columns: columns, rows: rows, values: values)
  }

  package var xs: [Double] { Self.nodes(x, columns) }
  package var ys: [Double] { Self.nodes(y, rows) }

  private static func nodes(_ range: ClosedRange<Double>, _ count: Int) -> [Double] {
    let step = (range.upperBound - range.lowerBound) / Double(count - 1)
    return (0..<count).map { $0 == count - 1 ? range.upperBound : range.lowerBound + Double($0) * step }
  }
}
