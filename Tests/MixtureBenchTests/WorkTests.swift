import Testing
import mixture_bench

/// The counts against those taken by hand from the definitions.
@Suite struct WorkTests {
  /// One column, one component: a difference, a product with the reciprocal deviation, its square and their sum (4); the
  /// offset (2), the maximum and the difference (2), the exponential, its sum and its share (2); the logarithm and two
  /// more; then Σ r (1), Σ r y (2) and Σ r y² (2).
  @Test func aRowOfOneColumn() {
    let expected = 4 + 2 + 2 + Work.exponential + 2 + Work.logarithm + 2 + 1 + 2 + 2
    for structure in [Work.Structure.full, .tied, .diagonal] {
      let work = Work.emIteration(structure, rows: 1, columns: 1, components: 1)
      #expect(work.operations == expected, "\(structure)")
      #expect(work.bytes == 8)
    }
  }

  @Test func workIsProportionalToRows() throws {
    for structure in Work.Structure.allCases {
      let one = try #require(Work.emIteration(structure, rows: 1, columns: 10, components: 6).operations)
      let million = Work.emIteration(structure, rows: 1_000_000, columns: 10, components: 6)
      #expect(million.operations == 1_000_000 * one)
      #expect(million.bytes == 80_000_000)
      #expect(million.rowComponents == 6_000_000)
    }
  }

  /// Only full and tied covariances have work that grows with the square of the columns: 2 d² of it, of which tied ones
  /// share a half between components.
  @Test func workGrowsWithColumnsAsItsStructureSays() throws {
    func curvature(_ structure: Work.Structure, components: Int) throws -> Double {
      let counts = try [1, 2, 3].map { d in
        try #require(Work.emIteration(structure, rows: 1, columns: d, components: components).operations)
      }
      return (counts[2] - 2 * counts[1] + counts[0]) / 2
    }
    #expect(try curvature(.full, components: 5) == 10)
    #expect(try curvature(.tied, components: 5) == 6)
    #expect(try curvature(.diagonal, components: 5) == 0)
    #expect(try curvature(.spherical, components: 5) == 0)
  }

  /// Two rows' distances to three centres in two columns: 3 × (2 differences, 2 squares, 2 additions, 1 comparison), and
  /// 2 additions and a count for the nearest one.
  @Test func lloydIterationsCountDistances() {
    let work = Work.lloydIteration(rows: 2, columns: 2, clusters: 3)
    let expected: Double = 2 * (3 * 7 + 3)
    #expect(work.operations == expected)
    #expect(work.bytes == 32)
  }
}
