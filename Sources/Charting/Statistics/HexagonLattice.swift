/// A honeycomb of equal hexagons, each standing on a corner, over the plane of two scales.
///
/// Lengths are places on the scales: data units on a linear one, decades on a logarithmic one.
///
/// - SeeAlso: Carr, Littlefield, Nicholson & Littlefield, *Scatterplot matrix techniques for large N*, JASA 82, 1987.
package struct HexagonLattice: Sendable, Hashable {
  /// A hexagon in which points lie.
  package struct Cell: Sendable, Hashable {
    package var x: Double
    package var y: Double
    /// The points in it, by their place in the data.
    package var members: [Int]

    package var count: Int { members.count }
  }

  /// From one upright side to the other.
  package let width: Double
  /// From one row of centres to the next.
  package let rowHeight: Double
  /// A centre.
  private let originX: Double
  private let originY: Double

  /// A lattice that fits data: about so many hexagons across and rows of them.
  ///
  /// Where data were recorded in steps, a hexagon is an even number of steps wide and a whole number of them high, and
  /// its upright sides lie between recorded values; otherwise neighbours would hold unequal numbers of them, and the
  /// picture would show stripes that are not in the data.
  ///
  /// - Returns: `nil` unless the values spread over both axes.
  package init?(x: [Double], y: [Double], columns: Int, rows: Int) {
    let (xs, ys) = (x.sortedFinite(), y.sortedFinite())
    guard let left = xs.first, let right = xs.last, let low = ys.first, let high = ys.last, left < right, low < high,
      (right - left).isFinite, (high - low).isFinite
    else { return nil }
    let across = Self.fitted((right - left) / Double(max(columns, 1)), steps: 2, of: xs)
    let up = Self.fitted((high - low) / Double(max(rows, 1)), steps: 1, of: ys)
    (width, rowHeight) = (across.length, up.length)
    originX = left + (across.granule ?? 0) / 2
    // Rows are parted by slanting sides; of an even number of steps none lies halfway between two centres.
    let isEven = up.granule.map { (up.length / $0).rounded().truncatingRemainder(dividingBy: 2) == 0 } ?? false
    originY = low + (isEven ? (up.granule ?? 0) / 2 : 0)
  }

  /// A multiple of so many granules near a length; a round length where they are much coarser, or there are none.
  private static func fitted(_ length: Double, steps: Double, of sorted: [Double]) -> (length: Double, granule: Double?)
  {
    guard let granule = Resolution.granule(ofSorted: sorted), steps * granule <= 2 * length else {
      return (Resolution.shortDecimal(length, within: 0.05 * length), nil)
    }
    let count = max(1, (length / (steps * granule)).rounded()) * steps
    return (Resolution.shortDecimal(count * granule, within: 1e-6 * granule), granule)
  }

  /// The hexagons with points in them, row by row from the lowest, from left to right.
  ///
  /// - Parameters:
  ///   - x, y: places of the points; those that are not finite are left out.
  package func cells(x: [Double], y: [Double]) -> [Cell] {
    var members: [Place: [Int]] = [:]
    for index in 0..<min(x.count, y.count) where x[index].isFinite && y[index].isFinite {
      members[place(x[index], y[index]), default: []].append(index)
    }
    return members.keys.sorted { ($0.row, $0.column) < ($1.row, $1.column) }.map { place in
      let centre = centre(place)
      return Cell(x: centre.x, y: centre.y, members: members[place] ?? [])
    }
  }

  /// Every second row is moved by half a hexagon.
  private struct Place: Hashable {
    var row: Int
    var column: Int
  }

  private func centre(_ place: Place) -> (x: Double, y: Double) {
    let shift = place.row & 1 == 0 ? 0 : 0.5
    return (originX + (Double(place.column) + shift) * width, originY + Double(place.row) * rowHeight)
  }

  /// The hexagon whose centre is nearest: in one of the two rows about the point.
  private func place(_ x: Double, _ y: Double) -> Place {
    let (u, v) = ((x - originX) / width, (y - originY) / rowHeight)
    let below = Int(v.rounded(.down).clamped(-1e9, 1e9))
    func nearest(_ row: Int) -> (place: Place, distance: Double) {
      let shift = row & 1 == 0 ? 0 : 0.5
      let column = (u - shift).rounded()
      let (across, up) = (u - shift - column, v - Double(row))
      // In widths: a row is √3/2 of a width high.
      return (Place(row: row, column: Int(column.clamped(-1e9, 1e9))), across * across + 0.75 * up * up)
    }
    let (lower, upper) = (nearest(below), nearest(below + 1))
    return lower.distance <= upper.distance ? lower.place : upper.place
  }

  /// The corners of a hexagon about its centre, from the top round to the right.
  package var corners: [(x: Double, y: Double)] {
    let (half, tip) = (width / 2, rowHeight * 2 / 3)
    return [(0, tip), (half, tip / 2), (half, -tip / 2), (0, -tip), (-half, -tip / 2), (-half, tip / 2)]
  }
}
