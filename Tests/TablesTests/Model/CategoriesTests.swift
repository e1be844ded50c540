import Tables
import Testing

@Suite struct CategoriesTests {
  private let categories = Categories(["red", nil, "white", "red", "10", "9"])

  @Test func levelsStandInNaturalOrder() {
    #expect(categories.levels == ["9", "10", "red", "white"])
    #expect(categories.codes == [2, -1, 3, 2, 1, 0])
    #expect(categories.counts == [1, 1, 2, 1])
    #expect((0..<6).map { categories[$0] } == ["red", nil, "white", "red", "10", "9"])
  }

  @Test func levelsWithoutARowGo() throws {
    let table = try Table(columns: [Column("c", .category(categories))])
    guard case .category(let kept) = table.taking(rows: [0, 1, 3]).columns[0].cells else {
      Issue.record("still text")
      return
    }
    #expect(kept.levels == ["red"])
    #expect(kept.codes == [0, -1, 0])
  }
}
