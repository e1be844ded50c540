import Charting
import Foundation
import Testing

@Suite struct SmoothedCountsTests {
  private func counts(_ points: [(Double, Double)], _ deviation: (x: Double, y: Double)) -> [Double] {
    SmoothedCounts(
      x: points.map(\.0), y: points.map(\.1), over: 0...40, 0...30, columns: 40, rows: 30, deviation: deviation
    ).values
  }

  @Test func pointsInsideAreAllThere() {
    let values = counts([(20.5, 15.5), (18.2, 14.9), (22, 16)], (x: 2, y: 1.5))
    #expect(abs(values.reduce(0, +) - 3) < 1e-9)
    #expect(counts([(-1, 3), (50, 3), (3, 31)], (x: 1, y: 1)).allSatisfy { $0 == 0 })
  }

  /// A single point becomes the Gaussian about its cell, by its own formula.
  @Test func aPointBecomesAGaussian() {
    let values = counts([(20.5, 15.5)], (x: 2, y: 1.5))
    func bell(_ distance: Int, _ deviation: Double) -> Double {
      exp(-0.5 * Double(distance * distance) / (deviation * deviation))
    }
    let (across, up) = ((-6...6).map { bell($0, 2) }.reduce(0, +), (-5...5).map { bell($0, 1.5) }.reduce(0, +))
    for (dx, dy) in [(0, 0), (1, 0), (0, 2), (-3, 1)] {
      let expected = bell(dx, 2) / across * bell(dy, 1.5) / up
      #expect(abs(values[(15 + dy) * 40 + 20 + dx] - expected) < 1e-12)
    }
  }

  /// Scott's rule for 64 points of variance 1: n^(−1/6) = 1/2, halved 1/4 of a unit, 4 cells to the unit.
  @Test func deviationByScottsRule() {
    let values = (0..<64).map { $0 % 2 == 0 ? 1.0 : -1 }
    #expect(abs(SmoothedCounts.deviation(of: values, over: 0...10, cells: 160) - 4) < 1e-9)
    #expect(SmoothedCounts.deviation(of: [], over: 0...10, cells: 40) == 1)
  }
}
