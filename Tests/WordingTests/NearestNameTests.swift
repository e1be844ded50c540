import Testing
import Wording

@Suite struct NearestNameTests {
  let columns = ["fixed acidity", "residual sugar", "density", "pH", "quality"]

  @Test(arguments: [
    ("residual suger", "residual sugar"), ("Density", "density"), ("qualtiy", "quality"), ("ph", "pH"),
    ("fixedacidity", "fixed acidity"),
  ])
  func offers(typed: String, meant: String) {
    #expect(nearestName(to: typed, in: columns) == meant)
  }

  @Test(arguments: ["zzz", "alcohol", "x", ""])
  func offersNothingFarAway(typed: String) {
    #expect(nearestName(to: typed, in: columns) == nil)
  }
}

@Test func listsReadAsEnglish() {
  #expect(joined([]) == "")
  #expect(joined(["a"]) == "a")
  #expect(joined(["a", "b"], "or") == "a or b")
  #expect(joined(["a", "b", "c"]) == "a, b and c")
  #expect(counted(1, "row") == "1 row")
  #expect(counted(1599, "row") == "1,599 rows")
  #expect(counted(2, "entry", "entries") == "2 entries")
  #expect("the EM algorithm".capitalizedFirst == "The EM algorithm")
  #expect("".capitalizedFirst == "")
}
