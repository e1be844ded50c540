import Notebooks
import Testing

@Suite struct LiftPinTests {
  static let readings = [
    Reading("BIC <!--=k3.bic:.1f-->6041.2<!--/-->.", "BIC <pin k3.bic:.1f @1:10 6041.2 @1:23>."),
    Reading("a <!-- = b --> c", "a <html <!-- = b -->> c"),
    Reading("`<!--=a-->1<!--/-->`", "<code <!--=a-->1<!--/-->>"),
    Reading(
      "|a|\n|-|\n| <!--=a-->1<!--/--> |",
      "table none [\"a\"] [[\"<pin a @3:8 1 @3:12>\"]]"),
  ]

  @Test(arguments: readings) func aPinnedValueIsFound(_ reading: Reading) throws {
    #expect(try prose(reading.source) == reading.expected)
  }

  static let first =
    "a pinned value cannot stand first on a line: it would open an HTML block; "
    + "put a word before it or break the line elsewhere"
  static let mistakes = [
    Mistake("⟦1⟧<!--=a-->1<!--/--> b", first),
    Mistake("Text\n⟦1⟧<!--=a-->1<!--/--> b", first),
    Mistake("- ⟦1⟧<!--=a-->1<!--/--> b", first),
    Mistake("> ⟦1⟧<!--=a-->1<!--/--> b", first),
    Mistake(
      "<div>\nb ⟦1⟧<!--=a-->1<!--/-->\n</div>",
      "a pinned value inside an HTML block is not verified; set the text off from the HTML by blank lines"),
    Mistake(
      "x <!--=a⟦1⟧--b-->1<!--/-->",
      "'--' cannot stand in a pinned value: it would end the comment early; write '- -' or put brackets around the second "
        + "term"),
    Mistake("x ⟦1⟧<!--=a-->1", "this pinned value is not closed; end its text with '<!--/-->'"),
    Mistake("x ⟦1⟧<!--=a", "the comment of this pinned value is not closed; end it with '-->'"),
    Mistake("x <!--=⟦1⟧ -->1<!--/-->", "this pinned value has no expression"),
    Mistake(
      "x 1⟦1⟧<!--/-->",
      "this ends a pinned value that was never opened; a pinned value reads <!--=expression-->text<!--/-->"),
  ]

  @Test(arguments: mistakes) func aMistakeIsToldWithItsPlace(_ mistake: Mistake) {
    #expect(mistake.told == mistake.expected)
  }
}
