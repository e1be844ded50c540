import Tables
import Testing

@Suite struct NaturalOrderTests {
  @Test(arguments: [
    ["2", "10"], ["-1", "0.5", "3"], ["Team 2", "Team 10"], ["a", "B", "c"], ["x9y", "x10a"], ["a", "a1", "aa"],
    ["K = 2", "K = 10", "L"], ["01", "1", "2"],
  ])
  func isWhatPeopleExpect(sorted: [String]) {
    #expect(Categories(sorted.reversed().map { $0 }).levels == sorted)
  }

  @Test func isTotal() {
    let texts = ["", "a", "A", "a1", "a01", "1", "01", "1.0", "b2", "b10", "é"]
    for a in texts {
      for b in texts {
        #expect(naturallyPrecedes(a, b) != naturallyPrecedes(b, a) || a == b)
        for c in texts where naturallyPrecedes(a, b) && naturallyPrecedes(b, c) { #expect(naturallyPrecedes(a, c)) }
      }
    }
  }
}
