import Notebooks
import Testing

@Suite struct LiftReferenceTests {
  static let readings = [
    Reading(
      "See @fig-hist, @tbl-a_b. (@eq-mix) @sec-data!",
      "See <ref fig-hist @1:6>, <ref tbl-a_b @1:17>. (<ref eq-mix @1:28>) <ref sec-data @1:37>!"),
    Reading("@fig-a-- @fig-b's _@fig-c_", "<ref fig-a @1:2>-- <ref fig-b @1:11>'s <em <ref fig-c @1:21>>"),
    Reading("[@fig-a]", "[<ref fig-a @1:3>]"),
    Reading("x@fig-a /@fig-b @fig- @foo-a `@fig-a`", "x@fig-a /@fig-b @fig- @foo-a <code @fig-a>"),
    Reading("me@fig-a.com", "<link mailto:me@fig-a.com '' me@fig-a.com>"),
    Reading("[see @fig-a](http://a.b/@fig-a)", "<link http://a.b/@fig-a '' see @fig-a>"),
    Reading("https://a.b/@fig-a", "<link https://a.b/@fig-a '' https://a.b/@fig-a>"),
    Reading("\\@fig-a", "@fig-a"),
    Reading("As [@a; @b-c:2020] says", "As <cite a @1:6, b-c:2020 @1:10> says"),
    Reading("[@a](u) \\[@a]", "<link u '' @a> [@a]"),
    Reading("A[^n1] b[^N1]\n\n[^n1]: c", "A<note n1 @1:4> b<note n1 @1:11>"),
    Reading("`[^x]` \\[^x] [^y](z)", "<code [^x]> [^x] <link z '' ^y>"),
  ]

  @Test(arguments: readings) func referencesCitationsAndFootnotesAreFound(_ reading: Reading) throws {
    #expect(try prose(reading.source) == reading.expected)
  }

  static let mistakes = [
    Mistake(
      "a [⟦1⟧@a, @b]",
      "this is no citation; a citation reads [@key] or [@key; @other]; a bracket that is none is written \\["),
    Mistake(
      "a [@a; ⟦1⟧p. 3]",
      "this is no citation; a citation reads [@key] or [@key; @other]; a bracket that is none is written \\["),
    Mistake("a[^⟦1⟧nope]", "no footnote 'nope' is defined; define it on a line of its own: [^nope]: …"),
    Mistake("a[^⟦1⟧not] b[^note]\n\n[^note]: c", "no footnote 'not' is defined; did you mean 'note'?"),
  ]

  @Test(arguments: mistakes) func aMistakeIsToldWithItsPlace(_ mistake: Mistake) {
    #expect(mistake.told == mistake.expected)
  }

  /// What looks like a definition in code or HTML is none, and a note that nothing mentions is read all the same.
  @Test func notesThatTheProseDoesNotMentionAreKept() throws {
    let notebook = try Notebook(
      parsing: """
        ---
        title: T
        ---
        # H {#sec-h}

        ```
        [^code]: no
        ```

        <!--
        [^html]: no
        -->

        > a {eval}`x`
        > [^quote]: Q

        [^late]: L {eval}`y`
        """, path: "n.md")
    #expect(notebook.footnotes.map(\.label.value).contains("late"))
    #expect(notebook.footnotes.last.map { outline($0.blocks) } == "L <eval @17:13 y @17:19>")
    #expect(notebook.blocks.count == 4)
  }

  @Test func definitionsAreInTheOrderOfTheText() throws {
    let notes = try Notebook(parsing: "a[^b] c[^a]\n\n[^a]: *x* [^b]\n\n[^b]:\n    y\n\n    $z$\n", path: "n.md")
      .footnotes
    #expect(notes.map(\.label.value) == ["a", "b"])
    #expect(notes.map(\.label.location) == [SourceLocation(line: 3, column: 3), SourceLocation(line: 5, column: 3)])
    #expect(notes.map { outline($0.blocks) } == ["<em x> <note b @3:13>", "y | <math z @8:6>"])
  }
}
