import Charting
import Testing

@Suite struct HexagonMarkTests {
  private let values: (x: [Double], y: [Double]) = ([0.7, 5.03, 9.21, 3.3], [1.01, 2.2, 7.7, 9.9])

  private func mark(_ cells: [HexagonMark.Cell]) throws -> HexagonMark {
    let lattice = try #require(HexagonLattice(x: values.x, y: values.y, columns: 8, rows: 8))
    return HexagonMark(lattice, cells: cells, x: 0...10, y: 1...9)
  }

  @Test func hexagonsStandAboutTheirCentres() throws {
    let mark = try mark([.init(x: 5, y: 5, paint: .ink)])
    let path = try #require(paths(drawn(mark)).first)
    let bounds = try #require(path.bounds)
    #expect(nodes(path).count == 6)
    #expect(abs(bounds.midX - 200) < 1e-9 && abs(bounds.midY - 100) < 1e-9)
    // 20 px and 10 px to the unit; neighbours reach over each other by less than a tenth.
    #expect((1...1.1).contains(bounds.width / (20 * mark.lattice.width)))
    #expect((1...1.1).contains(bounds.height / (10 * mark.lattice.rowHeight * 4 / 3)))
  }

  @Test func neighboursOfOnePaintShareAPath() throws {
    let cells: [(Double, Paint)] = [(2, .ink), (4, .ink), (6, .muted), (8, .ink)]
    let shown = paths(drawn(try mark(cells.map { .init(x: $0, y: 5, paint: $1) })))
    #expect(shown.map { nodes($0).count } == [12, 6, 6])
  }

  /// Translucent paints are laid on the page beforehand.
  @Test func colorsAreOpaque() throws {
    let primitives = drawn(try mark([.init(x: 5, y: 5, paint: Paint.ink.opacity(0.5))]))
    guard case .path(_, let fill, nil) = try #require(primitives.first) else {
      Issue.record("a hexagon is a filled path")
      return
    }
    #expect(fill == Theme.light.ink.opacity(0.5).over(.white))
  }

  @Test func placesOnALogarithmicAxisAreDecades() throws {
    let mark = try mark([.init(x: 1, y: 5, paint: .ink)])
    let path = try #require(paths(drawn(mark, in: panel(x: .log, xDomain: 0...2))).first)
    #expect(abs(try #require(path.bounds).midX - 200) < 1e-9)
  }

  @Test func theDataTakeUpTheAxes() throws {
    let (x, y) = domains(try mark([]))
    // With 4 % of room on either side.
    #expect(
      zip([x.lowerBound, x.upperBound, y.lowerBound, y.upperBound], [-0.4, 10.4, 0.68, 9.32]).allSatisfy {
        abs($0 - $1) < 1e-9
      })
  }
}
