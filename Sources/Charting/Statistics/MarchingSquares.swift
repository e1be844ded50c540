/// Follows a level through a grid cell by cell; crossings are interpolated linearly along the cells' sides.
///
/// Every crossing lies on a side of the grid. In each cell the line runs from one side to another with the higher
/// ground on its left, so a side is entered from one cell and left into the next: the links form chains without any
/// search. A saddle, whose opposite corners are both high, is cut by the mean of its corners.
///
/// To close regions at the border, the grid is surrounded by nodes that lie on its border and count as low.
struct MarchingSquares {
  private let level: Double
  private let xs: [Double]
  private let ys: [Double]
  /// `xs.count · ys.count` values; low ground outside is −∞.
  private let values: [Double]

  init(_ grid: ScalarGrid, level: Double, closedAtBorder: Bool) {
    self.level = level
    let (xs, ys) = (grid.xs, grid.ys)
    // What is not a number is low, so that a line goes around it.
    let values = grid.values.map { $0.isNaN ? -.infinity : $0 }
    guard closedAtBorder, let left = xs.first, let right = xs.last, let bottom = ys.first, let top = ys.last else {
      (self.xs, self.ys, self.values) = (xs, ys, values)
      return
    }
    self.xs = [left] + xs + [right]
    self.ys = [bottom] + ys + [top]
    let outside = [Double](repeating: -.infinity, count: xs.count + 2)
    var padded = outside
    for row in ys.indices {
      padded.append(-.infinity)
      padded += values[row * xs.count..<(row + 1) * xs.count]
      padded.append(-.infinity)
    }
    self.values = padded + outside
  }

  /// Open chains first, then closed ones, each group in the order of the grid.
  func lines() -> [ContourMark.Line] {
    let sides = 2 * xs.count * ys.count
    var next = [Int](repeating: -1, count: sides)
    var isEntered = [Bool](repeating: false, count: sides)
    for row in 0..<(ys.count - 1) {
      for column in 0..<(xs.count - 1) {
        for (from, to) in links(column, row) {
          next[from] = to
          isEntered[to] = true
        }
      }
    }
    var result: [ContourMark.Line] = []
    for side in 0..<sides where next[side] >= 0 && !isEntered[side] {
      result.append(chain(from: side, &next, closed: false))
    }
    for side in 0..<sides where next[side] >= 0 { result.append(chain(from: side, &next, closed: true)) }
    return result.filter { $0.x.count > 1 }
  }

  /// The pieces of the line in one cell, as numbers of sides.
  private func links(_ column: Int, _ row: Int) -> [(from: Int, to: Int)] {
    let corner = row * xs.count + column
    let corners = [values[corner], values[corner + 1], values[corner + xs.count + 1], values[corner + xs.count]]
    let (bottom, left) = (2 * corner, 2 * corner + 1)
    let (top, right) = (2 * (corner + xs.count), 2 * (corner + 1) + 1)
    let pattern = corners.enumerated().reduce(0) { $1.element >= level ? $0 | 1 << $1.offset : $0 }
    // Bits: 1 bottom left, 2 bottom right, 4 top right, 8 top left.
    switch pattern {
    case 1: return [(bottom, left)]
    case 2: return [(right, bottom)]
    case 3: return [(right, left)]
    case 4: return [(top, right)]
    case 6: return [(top, bottom)]
    case 7: return [(top, left)]
    case 8: return [(left, top)]
    case 9: return [(bottom, top)]
    case 11: return [(right, top)]
    case 12: return [(left, right)]
    case 13: return [(bottom, right)]
    case 14: return [(left, bottom)]
    case 5, 10:
      let joined = corners.reduce(0, +) / 4 >= level
      if pattern == 5 { return joined ? [(bottom, right), (top, left)] : [(bottom, left), (top, right)] }
      return joined ? [(left, bottom), (right, top)] : [(right, bottom), (left, top)]
    default: return []
    }
  }

  private func chain(from start: Int, _ next: inout [Int], closed: Bool) -> ContourMark.Line {
    var line = ContourMark.Line(x: [], y: [], closed: closed)
    var side = start
    while side >= 0 {
      let (x, y) = crossing(side)
      if x != line.x.last || y != line.y.last {
        line.x.append(x)
        line.y.append(y)
      }
      (side, next[side]) = (next[side], -1)
    }
    // A closed chain comes back to its first crossing, which is not repeated.
    if closed, line.x.count > 1, line.x.last == line.x.first, line.y.last == line.y.first {
      line.x.removeLast()
      line.y.removeLast()
    }
    return line
  }

  /// Where the level lies on a side: numbers 2k run from node k to the right, 2k + 1 upwards.
  private func crossing(_ side: Int) -> (Double, Double) {
    let node = side / 2
    let (column, row) = (node % xs.count, node / xs.count)
    let isHorizontal = side % 2 == 0
    let other = isHorizontal ? node + 1 : node + xs.count
    let share = fraction(values[node], values[other])
    if isHorizontal { return (xs[column] + share * (xs[column + 1] - xs[column]), ys[row]) }
    return (xs[column], ys[row] + share * (ys[row + 1] - ys[row]))
  }

  private func fraction(_ a: Double, _ b: Double) -> Double {
    guard a.isFinite else { return 1 }
    guard b.isFinite else { return 0 }
    return a == b ? 0.5 : ((level - a) / (b - a)).clamped(0, 1)
  }
}
