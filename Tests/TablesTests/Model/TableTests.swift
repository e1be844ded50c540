import Tables
import Testing

@Suite struct TableTests {
  @Test func refusesColumnsThatDoNotFit() {
    #expect(throws: TableError("there are two columns 'a'")) {
      try Table(columns: [Column("a", numbers: [1]), Column("a", numbers: [2])])
    }
    #expect(throws: TableError("column 'b' has 1 cells where the table has 2 rows")) {
      try Table(columns: [Column("a", numbers: [1, 2]), Column("b", numbers: [2])])
    }
  }

  @Test func numbersRowsFromOne() throws {
    #expect(try Table(columns: [Column("a", numbers: [5, 6])]).rowNumbers == [1, 2])
  }
}
