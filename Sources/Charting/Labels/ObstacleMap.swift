/// How much ink lies where in a panel: what a label would cover.
///
/// Ink is counted in square cells; sums over rectangles are read off running sums, so trying a place costs the same
/// however many points there are.
package struct ObstacleMap: Sendable {
  private static let cell = 3.0

  private let frame: Rect
  private let columns: Int
  private let rows: Int
  private var ink: [Double]
  /// Sums of `ink` over all cells left of and above a corner; built by `finish()`.
  private var sums: [Double] = []

  package init(_ frame: Rect) {
    self.frame = frame
    columns = max(1, Int((frame.width / Self.cell).rounded(.up)))
    rows = max(1, Int((frame.height / Self.cell).rounded(.up)))
    ink = Array(repeating: 0, count: columns * rows)
  }

  /// A filled rectangle; `weight` is the cost of covering it, where 1 is a line.
  package mutating func add(_ rect: Rect, weight: Double) {
    guard let rect = rect.intersection(frame) else { return }
    let (left, right) = (column(rect.minX), column(rect.maxX))
    for row in row(rect.minY)...row(rect.maxY) {
      for column in left...right { ink[row * columns + column] += weight * 0.1 }
    }
  }

  package mutating func add(disc center: Point, radius: Double) {
    let box = Rect(center: center, width: 2 * radius, height: 2 * radius)
    guard let rect = box.intersection(frame) else { return }
    let cells = (row(rect.maxY) - row(rect.minY) + 1) * (column(rect.maxX) - column(rect.minX) + 1)
    add(rect, weight: 30 / Double(cells))
  }

  package mutating func add(line points: [Point], weight: Double) {
    for (a, b) in zip(points, points.dropFirst()) {
      let length = a.distance(to: b)
      guard length.isFinite, length < 1e5 else { continue }
      let steps = max(1, Int(length / Self.cell))
      for step in 0...steps {
        let place = a + (b - a) * (Double(step) / Double(steps))
        if frame.contains(place) { ink[row(place.y) * columns + column(place.x)] += weight }
      }
    }
  }

  /// The area between two curves over the same x.
  package mutating func add(between top: [Point], and foot: [Point], weight: Double) {
    for index in top.indices.dropFirst() where foot.indices.contains(index) {
      let (a, b) = (top[index - 1], top[index])
      guard b.x > a.x, b.x - a.x < 1e5, a.y.isFinite, foot[index].y.isFinite else { continue }
      // Strips narrower than a cell share it.
      let share = min(1, (b.x - a.x) / Self.cell)
      add(Rect(minX: a.x, minY: (a.y + b.y) / 2, maxX: b.x, maxY: foot[index].y), weight: weight * share)
    }
  }

  /// Makes the sums that `cost` reads, once everything has been added.
  package mutating func finish() {
    sums = Array(repeating: 0, count: (columns + 1) * (rows + 1))
    for row in 0..<rows {
      var line = 0.0
      for column in 0..<columns {
        line += ink[row * columns + column]
        sums[(row + 1) * (columns + 1) + column + 1] = sums[row * (columns + 1) + column + 1] + line
      }
    }
  }

  /// The ink inside a rectangle.
  package func cost(of rect: Rect) -> Double {
    guard !sums.isEmpty, let rect = rect.intersection(frame) else { return 0 }
    let (left, right) = (column(rect.minX), column(rect.maxX) + 1)
    let (top, bottom) = (row(rect.minY), row(rect.maxY) + 1)
    func sum(_ row: Int, _ column: Int) -> Double { sums[row * (columns + 1) + column] }
    return sum(bottom, right) - sum(top, right) - sum(bottom, left) + sum(top, left)
  }

  private func column(_ x: Double) -> Int { min(columns - 1, max(0, Int((x - frame.minX) / Self.cell))) }
  private func row(_ y: Double) -> Int { min(rows - 1, max(0, Int((y - frame.minY) / Self.cell))) }
}
