import Notebooks
import Testing

@Suite struct LiftRoleTests {
  static let readings = [
    Reading("We use {eval}`f.rows` rows", "We use <eval @1:9 f.rows @1:15> rows"),
    Reading("{eval}`` a`b ``", "<eval @1:2 a`b @1:10>"),
    Reading("**{eval}`a`**, [{eval}`b`](u)", "<strong <eval @1:4 a @1:10>>, <link u '' <eval @1:18 b @1:24>>"),
    Reading("# {eval}`a` {#sec-a}", "h1 @1:1 <eval @1:4 a @1:10> #sec-a @1:15"),
    Reading("> [!TIP] {eval}`a`\n> {eval}`b`", "tip @1:3 '<eval @1:11 a @1:17>' (<eval @2:4 b @2:10>)"),
    Reading("`{eval}`a", "<code {eval}>a"),
    Reading("\\{eval}`a`", "{eval}<code a>"),
    Reading("{eval} `a`", "{eval} <code a>"),
    Reading("{a b}`c`", "{a b}<code c>"),
    Reading("> {eval}`a +\n> b`", "quote (<eval @1:4 a +\n  b @1:10>)"),
    Reading("<!-- {evil}`a` --> b", "html <!-- {evil}`a` --> b\n"),
    Reading("b <!-- {evil}`a` -->", "b <html <!-- {evil}`a` -->>"),
  ]

  @Test(arguments: readings) func rolesAreFoundInRunningText(_ reading: Reading) throws {
    #expect(try prose(reading.source) == reading.expected)
  }

  static let mistakes = [
    Mistake("a {⟦1⟧eval1}`x` b", "unknown role 'eval1'; did you mean 'eval'?"),
    Mistake("a {⟦1⟧python}`x` b", "unknown role 'python'; the one role is {eval}"),
    Mistake("a {eval}⟦1⟧`x b", "the backtick that opens this role's text is not closed"),
    Mistake("a {eval}⟦1⟧` ` b", "{eval} has no expression; write one, as in {eval}`wine.rows`"),
    Mistake("A.[^a]\n\n[^a]: {⟦1⟧evl}`x`", "unknown role 'evl'; did you mean 'eval'?"),
    Mistake("|a|\n|-|\n|{⟦1⟧evl}`x`|", "unknown role 'evl'; did you mean 'eval'?"),
    Mistake("![a {⟦1⟧eval}`x`](b.png)", "the alternative text of an image holds no roles"),
  ]

  @Test(arguments: mistakes) func aMistakeIsToldWithItsPlace(_ mistake: Mistake) {
    #expect(mistake.told == mistake.expected)
  }
}

@Suite struct HeadingLabelTests {
  static let readings = [
    Reading("## Data {#sec-data}", "h2 @1:1 Data #sec-data @1:11"),
    Reading("## Data {#sec-a_b} ##", "h2 @1:1 Data #sec-a_b @1:11"),
    Reading("Data {#sec-x}\n====", "h1 @1:1 Data #sec-x @1:8"),
    Reading("Text {#sec-x}", "Text {#sec-x}"),
    Reading("# `{#sec-x}`", "h1 @1:1 <code {#sec-x}>"),
  ]

  @Test(arguments: readings) func aLabelEndsItsHeading(_ reading: Reading) throws {
    #expect(try prose(reading.source) == reading.expected)
  }

  static let mistakes = [
    Mistake("# A {#⟦1⟧sec-a} b", "a label stands at the end of its heading"),
    Mistake(
      "# A {#⟦1⟧data}",
      "'data' is no label of a section; it begins with 'sec-' and holds letters, digits, '-' and '_', as in {#sec-data}"
    ),
    Mistake("# A ⟦1⟧{#sec-a", "this label is not closed; end it with '}'"),
  ]

  @Test(arguments: mistakes) func aMistakeIsToldWithItsPlace(_ mistake: Mistake) {
    #expect(mistake.told == mistake.expected)
  }
}
