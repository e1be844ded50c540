import Tables
import Testing

@Suite struct TableOperationsTests {
  private func wine() throws -> Table {
    try Table(columns: [
      Column("residual sugar", unit: "g/L", numbers: [1, 2, .nan, 6]),
      Column("color", texts: ["red", "white", "red", nil]),
    ])
  }

  @Test func filtersKeepTheNumbersOfRows() throws {
    let kept = try wine().filtered([false, true, nil, true])
    #expect(kept.rowNumbers == [2, 4])
    #expect(kept["residual sugar"]?.numbers == [2, 6])
    #expect(try kept.filtered([false, true]).rowNumbers == [4])
  }

  @Test func dropsRowsThatLackACell() throws {
    #expect(try wine().droppingMissing().rowNumbers == [1, 2])
  }

  @Test func selectsAndNamesWhatIsUnknown() throws {
    #expect(try wine().selecting(["color", "residual sugar"]).columnNames == ["color", "residual sugar"])
    #expect(throws: TableError("unknown column 'colour'", hint: "did you mean 'color'?")) {
      try wine().selecting(["colour"])
    }
    #expect(throws: TableError("unknown column 'x'", hint: "the columns are residual sugar and color")) {
      try wine().column("x")
    }
  }

  @Test func addsReplacesAndRenames() throws {
    let more = try wine().adding(Column("n", numbers: [1, 2, 3, 4]))
    #expect(more.columnNames == ["residual sugar", "color", "n"])
    #expect(try more.adding(Column("n", numbers: [0, 0, 0, 0]))["n"]?.numbers == [0, 0, 0, 0])
    #expect(try wine().renaming(["residual sugar": "sugar"]).columnNames == ["sugar", "color"])
    #expect(throws: TableError("there are two columns 'color'")) { try wine().renaming(["residual sugar": "color"]) }
  }

  @Test func standardizesWithN() throws {
    let column = try #require(try wine().standardized()["residual sugar"])
    let numbers = try #require(column.numbers)
    // Mean 3, population variance (4 + 1 + 9) / 3.
    let scale = (14.0 / 3).squareRoot()
    for (number, centred) in zip([numbers[0], numbers[1], numbers[3]], [-2.0, -1, 3]) {
      #expect(abs(number - centred / scale) < 1e-15)
    }
    #expect(numbers[2].isNaN)
    #expect(column.unit == nil)
  }

  @Test func aConstantColumnBecomesZeros() throws {
    let table = try Table(columns: [Column("x", numbers: [0.1, 0.1, 0.1, .nan])])
    let numbers = try #require(table.standardized()["x"]?.numbers)
    #expect(numbers.prefix(3).allSatisfy { $0 == 0 } && numbers[3].isNaN)
  }
}
