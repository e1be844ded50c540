import Notebooks
import Testing

@Suite struct YAMLMistakeTests {
  /// Bodies of a directive; the fence is put around them.
  static let mistakes = [
    Mistake(
      "caption: ⟦1⟧@fig-x shows", "text that begins with '@' must be quoted; put the whole value in double quotes"),
    Mistake(
      "caption: ⟦1⟧{eval}`k` wines", "text that begins with '{' must be quoted; put the whole value in double quotes"),
    Mistake("caption: ⟦1⟧[a] and b", "text that begins with '[' must be quoted; put the whole value in double quotes"),
    Mistake("x: ⟦1⟧`code`", "text that begins with '`' must be quoted; put the whole value in double quotes"),
    Mistake("x: ⟦1⟧*Old* one", "text that begins with '*' must be quoted; put the whole value in double quotes"),
    Mistake("x: ⟦1⟧*old", "text that begins with '*' must be quoted; put the whole value in double quotes"),
    Mistake("x: ⟦1⟧!not this", "text that begins with '!' must be quoted; put the whole value in double quotes"),
    Mistake("x: ⟦1⟧&c and d", "text that begins with '&' must be quoted; put the whole value in double quotes"),
    Mistake("x: ⟦1⟧%d", "text that begins with '%' must be quoted; put the whole value in double quotes"),
    Mistake("x: ⟦1⟧@a \"b\"", "text that begins with '@' must be quoted; put the whole value in single quotes"),
    Mistake("caption: Wine⟦1⟧: a story", "text that holds ': ' must be quoted; put the whole value in double quotes"),
    Mistake("- \"a\"⟦1⟧ == b", "the quotes end before the text does; put the whole value in single quotes"),
    Mistake("a: 'it'⟦1⟧s'", "the quotes end before the text does; put the whole value in double quotes"),
    Mistake("x: 1\ny: 2\n⟦1⟧x: 3", "'x' is given twice; keep one of them"),
    Mistake("x: {a: 1, ⟦1⟧a: 2}", "'a' is given twice; keep one of them"),
    Mistake("x: 1\n  ⟦1⟧y: 2", "this line's indentation does not fit the line above"),
    Mistake("⟦1⟧x 1\ny: 2", "expected 'option: value'; put a ':' and a space after the option's name"),
    Mistake("y: 2\n⟦1⟧x 1", "expected 'option: value'; put a ':' and a space after the option's name"),
    Mistake("⟦1⟧word", "expected 'option: value'; one option a line"),
    Mistake("x: ⟦1⟧[1, 2\ny: 3", "the list opened here is not closed; its items are parted by ',' and end with ']'"),
    Mistake("x: ⟦1⟧{a: 1", "the mapping opened here is not closed; its entries are parted by ',' and end with '}'"),
    Mistake("x: ⟦1⟧\"open\ny: 2", "the text that this quote opens is not closed"),
    Mistake(
      #"x: "$⟦1⟧\mu$""#,
      "text in double quotes cannot hold this backslash; use single quotes, where a backslash stands for itself"),
    Mistake(
      #"x: "⟦1⟧$\theta$""#,
      "a backslash in double quotes made a control character; use single quotes, where a backslash stands for itself"),
    Mistake("\t⟦1⟧x: 1", "a tab cannot indent YAML; use spaces"),
    Mistake("x: 1\n⟦1⟧---\ny: 2", "'---' cannot stand here"),
    Mistake("é: ⟦1⟧\u{1}", "a control character cannot stand here"),
    Mistake("x:\n  ? ⟦1⟧[a]\n  : b", "the name of an option is text"),
  ]

  @Test(arguments: mistakes) func aMistakeIsToldWithItsPlaceAndCure(_ body: Mistake) {
    let mistake = Mistake("```{plot} fig-x\n\(body.source)\n```\n", body.messages[0])
    #expect(mistake.told == mistake.expected)
  }

  @Test(arguments: [
    "x: 'a: b'", "x: \"@a\"", "x: a:b", "- a < 1 # why", "x: |\n  a: {b", "x: [a, {b: c}] # d", "# nothing",
  ])
  func whatIsWellQuotedPasses(_ body: String) {
    #expect(Told(parsing: "```{plot} fig-x\n\(body)\n```\n").messages == [])
  }

  @Test func scalarsKeepTextPlaceAndWhetherTheyAreText() throws {
    let body = "a: 010\nb: 'no'\nc: |\n  two\n  lines\nd: 日本 x\ne:\n"
    let blocks = try Notebook(parsing: "```{plot} fig-x\n\(body)```\n", path: "n.md").blocks
    guard case .directive(let call)? = blocks.first, case .mapping(let entries, _)? = call.body else {
      Issue.record("no mapping")
      return
    }
    let scalars = entries.prefix(4).map(\.value)
    #expect(
      scalars == [
        .scalar(.init("010", at: SourceLocation(line: 2, column: 4))),
        .scalar(.init("no", isQuoted: true, at: SourceLocation(line: 3, column: 5))),
        .scalar(.init("two\nlines\n", isQuoted: true, at: SourceLocation(line: 5, column: 3))),
        .scalar(.init("日本 x", at: SourceLocation(line: 7, column: 4))),
      ])
    guard case .scalar(let empty)? = entries.last?.value else {
      Issue.record("no empty scalar")
      return
    }
    #expect(empty.text == "" && !empty.isQuoted)
  }
}
