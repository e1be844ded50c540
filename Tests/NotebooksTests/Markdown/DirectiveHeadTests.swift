import Notebooks
import Testing

@Suite struct DirectiveHeadTests {
  static let mistakes = [
    Mistake("```{fit⟦1⟧ g2\n```", "'}' is missing after 'fit'"),
    Mistake("```⟦1⟧fit} g2\n```", "'{' is missing before 'fit'; a directive begins ```{fit}"),
    Mistake("```{⟦1⟧}\n```", "a directive needs a verb between its braces; as in ```{plot} fig-name"),
    Mistake("```{⟦1⟧ fit } g2\n```", "a directive's verb is one word without blanks; write ```{verb} name"),
    Mistake("```{⟦1⟧.python}\n```", "a directive's verb is one word without blanks; write ```{verb} name"),
    Mistake(
      "```{fit} g2 ⟦1⟧k=3 more\n```",
      "unexpected 'k=3' after the directive's name; options go in the body, one 'option: value' a line"),
    Mistake("```{fit}⟦1⟧g2\n```", "a space is missing after '}'"),
    Mistake(
      "Text.\n\n⟦1⟧```{fit} g2\ndata: x\n", "this directive's fence is not closed; end it with ``` on a line of its own"
    ),
    Mistake(
      "- item\n\n  ⟦1⟧```{fit} g2\n  ```",
      "a directive cannot stand inside a list; begin its fence at the left margin, on a line of its own"),
    Mistake(
      "> ⟦1⟧```{fit} g2\n> ```",
      "a directive cannot stand inside a quote; begin its fence at the left margin, on a line of its own"),
    Mistake(
      "> [!NOTE]\n> ⟦1⟧~~~{fit} g2\n> ~~~",
      "a directive cannot stand inside a callout; begin its fence at the left margin, on a line of its own"),
    Mistake(
      "A[^a]\n\n[^a]: B\n\n    ⟦1⟧```{fit} g2\n    ```",
      "a directive cannot stand inside a footnote; begin its fence at the left margin, on a line of its own"),
  ]

  @Test(arguments: mistakes) func aMistakeIsToldWithItsPlace(_ mistake: Mistake) {
    #expect(mistake.told == mistake.expected)
  }

  @Test(arguments: ["```{fit} g2\n```", "~~~{fit} g2\n~~~", "  ```` {fit}   g2 \n\n````", "Text\n```{fit} g2\r\n```"])
  func aFenceWithAVerbInBracesIsACall(_ source: String) throws {
    let calls = try Notebook(parsing: source, path: "n.md").blocks.compactMap { block -> DirectiveCall? in
      if case .directive(let call) = block { call } else { nil }
    }
    #expect(calls.map(\.verb.value) == ["fit"])
    #expect(calls.map(\.name?.value) == ["g2"])
    #expect(calls.map(\.body) == [nil])
  }

  @Test func anIndentedBodyKeepsItsColumns() throws {
    let blocks = try Notebook(parsing: "  ```{fit} g2\n    data: x\n  ```", path: "n.md").blocks
    guard case .directive(let call)? = blocks.first, case .mapping(let entries, _)? = call.body else {
      Issue.record("no call with a mapping")
      return
    }
    #expect(call.location == SourceLocation(line: 1, column: 3))
    #expect(entries.map(\.key) == [Located("data", at: SourceLocation(line: 2, column: 5))])
  }

  @Test func otherFencesStayCode() throws {
    let source = "````markdown\n```{fit} g2\n```\n````\n\n```python x\n{eval}`a`\n```\n\n    $x$ {evil}`b`\n"
    #expect(
      try Notebook(parsing: source, path: "n.md").blocks == [
        .markup(.code(language: "markdown", text: "```{fit} g2\n```\n")),
        .markup(.code(language: "python", text: "{eval}`a`\n")),
        .markup(.code(language: "", text: "$x$ {evil}`b`\n")),
      ])
  }
}
