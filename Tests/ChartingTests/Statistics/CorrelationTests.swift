import Charting
import Testing

@Suite struct CorrelationTests {
  /// Anscombe's first set: r = 0.8164, slope 0.5001, intercept 3.0001.
  private static let x = [10.0, 8, 13, 9, 11, 14, 6, 4, 12, 7, 5]
  private static let y = [8.04, 6.95, 7.58, 8.81, 8.33, 9.96, 7.24, 4.26, 10.84, 4.82, 5.68]

  @Test func anscombe() throws {
    let r = try #require(Correlation.of(Self.x, Self.y).value)
    #expect(abs(r - 0.81642051634484) < 1e-12)
    // R: cor(x, y, method = "spearman").
    #expect(abs(try #require(Correlation.of(Self.x, Self.y, method: .spearman).value) - 0.81818181818182) < 1e-12)
    let line = try #require(LeastSquares(Self.x, Self.y))
    #expect(abs(line.slope - 0.50009090909091) < 1e-12)
    #expect(abs(line(0) - 3.00009090909091) < 1e-12)
    #expect(abs(line.determination - 0.66654245950919) < 1e-12)
  }

  /// Shifts and scales change nothing, a sign turns it, whatever the size of the numbers.
  @Test(arguments: [1, 1e-300, 1e300, 1e150]) func invariance(size: Double) throws {
    let r = try #require(Correlation.of(Self.x, Self.y).value)
    let scaled = Self.x.map { $0 / 20 * size }
    #expect(abs(try #require(Correlation.of(scaled, Self.y).value) - r) < 1e-9)
    #expect(abs(try #require(Correlation.of(Self.y, scaled.map { -$0 }).value) + r) < 1e-9)
    let shifted = Self.x.map { $0 + 1e6 }
    #expect(abs(try #require(Correlation.of(shifted, Self.y).value) - r) < 1e-9)
  }

  /// Ranks see only the order: 2 and 3 tie at 2.5.
  @Test func ranksShareTies() throws {
    let r = try #require(Correlation.of([1, 2, 2, 9], [1, 2, 3, 4], method: .spearman).value)
    // Pearson's r of (1, 2.5, 2.5, 4) and (1, 2, 3, 4): 4.5 / √(4.5 · 5).
    #expect(abs(r - 4.5 / (4.5 * 5).squareRoot()) < 1e-12)
    #expect(abs(try #require(Correlation.of([1, 10, 100], [2, 3, 4], method: .spearman).value) - 1) < 1e-12)
  }

  @Test func missingAndConstantColumns() {
    let pair = Correlation.of([1, .nan, 3, 4], [1, 2, .infinity, 5])
    #expect(pair.count == 2)
    #expect(pair.value.map { abs($0 - 1) < 1e-12 } ?? false)
    #expect(Correlation.of([1, 1, 1], [1, 2, 3]).value == nil)
    #expect(Correlation.of([1], [2]).value == nil)
    #expect(Correlation.of([], []).count == 0)
    #expect(LeastSquares([2, 2], [1, 5]) == nil)
    #expect(LeastSquares([], []) == nil)
    #expect(LeastSquares([1, 2], [5, 5])?.slope == 0)
  }

  /// Two blocks shuffled into each other come out as blocks, and the order is a permutation.
  @Test func leavesOfBlocks() {
    let block = [0, 1, 0, 1, 0]
    let similarity = block.indices.map { a in
      block.indices.map { b in a == b ? 1 : block[a] == block[b] ? 0.8 : 0.1 }
    }
    let order = LeafOrder.order(similarity)
    #expect(order.sorted() == [0, 1, 2, 3, 4])
    #expect(zip(order, order.dropFirst()).count { block[$0] != block[$1] } == 1)
    #expect(LeafOrder.order([]) == [])
    #expect(LeafOrder.order([[1]]) == [0])
  }

  /// Of a chain 0–2–1 with falling likeness, neighbours stay neighbours.
  @Test func leavesOfAChain() {
    #expect([[0, 2, 1], [1, 2, 0]].contains(LeafOrder.order([[1, 0.1, 0.9], [0.1, 1, 0.8], [0.9, 0.8, 1]])))
  }
}
