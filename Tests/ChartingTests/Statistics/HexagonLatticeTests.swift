import Charting
import Testing

@Suite struct HexagonLatticeTests {
  /// 4,000 points in a band, and one without a place.
  private static let cloud: (x: [Double], y: [Double]) = {
    var generator = SplitMix64(state: 3)
    let x = (0..<4000).map { _ in Double.random(in: -3...9, using: &generator) }
    let y = x.map { 40 * $0 + Double.random(in: 0...300, using: &generator) }
    return (x + [.nan], y + [1])
  }()

  @Test func everyPointLiesInOneCell() throws {
    let (x, y) = Self.cloud
    let lattice = try #require(HexagonLattice(x: x, y: y, columns: 30, rows: 25))
    let members = lattice.cells(x: x, y: y).flatMap(\.members)
    #expect(members.sorted() == Array(0..<4000))
  }

  /// Centres found by their distance to all others, in widths and √3/2 of a width a row.
  @Test func aPointLiesInTheNearestCell() throws {
    let (x, y) = Self.cloud
    let lattice = try #require(HexagonLattice(x: x, y: y, columns: 12, rows: 9))
    let cells = lattice.cells(x: x, y: y)
    func distance(_ cell: HexagonLattice.Cell, _ point: Int) -> Double {
      let (u, v) = ((x[point] - cell.x) / lattice.width, (y[point] - cell.y) / lattice.rowHeight)
      return u * u + 0.75 * v * v
    }
    for (index, cell) in cells.enumerated() {
      for member in cell.members.prefix(5) {
        let own = distance(cell, member)
        #expect(cells.indices.allSatisfy { $0 == index || distance(cells[$0], member) >= own - 1e-9 })
      }
    }
  }

  @Test func cellsAreEqualHexagons() throws {
    let (x, y) = Self.cloud
    let lattice = try #require(HexagonLattice(x: x, y: y, columns: 30, rows: 25))
    let corners = lattice.corners
    let next = corners.dropFirst() + corners.prefix(1)
    let area = abs(zip(corners, next).reduce(0) { $0 + $1.0.x * $1.1.y - $1.1.x * $1.0.y }) / 2
    #expect(abs(area - lattice.width * lattice.rowHeight) < 1e-9 * area)
    // With rows √3/2 of a width high, all sides are of one length.
    let scale = lattice.width * 0.75.squareRoot() / lattice.rowHeight
    let sides = zip(corners, next).map { a, b in
      ((a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y) * scale * scale).squareRoot()
    }
    #expect(sides.allSatisfy { abs($0 - lattice.width / 3.0.squareRoot()) < 1e-9 })
  }

  /// Data on a grid of recorded values: cells away from the edge hold equally many, so there are no stripes.
  @Test(arguments: [(7, 5), (11, 9), (20, 17), (33, 40)])
  func roundedDataShowNoStripes(columns: Int, rows: Int) throws {
    let x = (0..<200).flatMap { i in (0..<120).map { _ in Double(i) / 10 } }
    let y = (0..<200).flatMap { _ in (0..<120).map { Double($0) / 4 } }
    let lattice = try #require(HexagonLattice(x: x, y: y, columns: columns, rows: rows))
    let inner = lattice.cells(x: x, y: y).filter { cell in
      (lattice.width..<19.9 - lattice.width).contains(cell.x)
        && (lattice.rowHeight..<29.75 - lattice.rowHeight).contains(cell.y)
    }
    let counts = inner.map(\.count)
    #expect(counts.count > 8)
    let expected = lattice.width / 0.1 * lattice.rowHeight / 0.25
    // What lies halfway between two rows goes to the one or the other.
    #expect(counts.allSatisfy { abs(Double($0) - expected) <= 1 + 0.25 * lattice.width / 0.1 })
    #expect(abs((lattice.width / 0.2).rounded() - lattice.width / 0.2) < 1e-9)
  }

  @Test func widthsAreRound() throws {
    let (x, y) = Self.cloud
    let lattice = try #require(HexagonLattice(x: x, y: y, columns: 30, rows: 25))
    #expect(lattice.width == 0.4 && lattice.rowHeight == 30)
  }

  @Test(arguments: [([1, 1, 1], [1, 2, 3]), ([1, 2, 3], [4, 4, 4]), ([], []), ([.nan, 1], [1, .infinity])])
  func noLatticeOverALine(x: [Double], y: [Double]) {
    #expect(HexagonLattice(x: x, y: y, columns: 10, rows: 10) == nil)
  }
}
