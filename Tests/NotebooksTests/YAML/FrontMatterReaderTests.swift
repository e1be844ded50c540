import Notebooks
import Testing

@Suite struct FrontMatterReaderTests {
  @Test func everyKeyIsRead() throws {
    let source = """
      ---
      title: "Wine: {eval}`params.k` kinds of $x$"
      subtitle: A *note*
      author: A. Author
      date: 2024-05-01
      lang: en-GB
      description: 'What: it is'
      params: {k: 2, name: "yes"}
      seed: 42
      theme: dark
      formats: [html, md]
      figures: [png, svg]
      bibliography: refs.bib
      ---
      Text.
      """
    let notebook = try Notebook(parsing: source, path: "n.md")
    let front = notebook.frontMatter
    #expect(
      front.title == [
        .text("Wine: "),
        .role(
          Role(
            name: Located("eval", at: SourceLocation(line: 2, column: 16)),
            body: Located("params.k", at: SourceLocation(line: 2, column: 22)))),
        .text(" kinds of "),
        .math(Math(tex: "x", location: SourceLocation(line: 2, column: 42))),
      ])
    #expect(front.subtitle == [.text("A "), .emphasis([.text("note")])])
    #expect(front.author == "A. Author")
    #expect(front.date == "2024-05-01")
    #expect(front.language == "en-GB")
    #expect(front.description == "What: it is")
    #expect(front.parameters.map(\.name) == ["k", "name"])
    #expect(
      front.parameters.map(\.value) == [
        .scalar(.init("2", at: SourceLocation(line: 8, column: 13))),
        .scalar(.init("yes", isQuoted: true, at: SourceLocation(line: 8, column: 23))),
      ])
    #expect(front.seed == Located(42, at: SourceLocation(line: 9, column: 7)))
    #expect(front.theme == Located("dark", at: SourceLocation(line: 10, column: 8)))
    #expect(front.formats.map(\.value) == ["html", "md"])
    #expect(front.figures.map(\.value) == ["png", "svg"])
    #expect(front.bibliography?.value == "refs.bib")
    #expect(notebook.blocks == [.markup(.paragraph([.text("Text.")]))])
  }

  @Test func oneFormatNeedsNoList() throws {
    #expect(try Notebook(parsing: "---\nformats: md\n---\n", path: "n.md").frontMatter.formats.map(\.value) == ["md"])
  }

  @Test(arguments: ["", "Text", "---\n---\n", "---\n...\nText", "---\ntitle:\n---\n"])
  func nothingIsInvented(_ source: String) throws {
    #expect(try Notebook(parsing: source, path: "n.md").frontMatter == FrontMatter())
  }

  static let mistakes = [
    Mistake("---\n⟦1⟧titel: x\n---\n", "unknown key 'titel' in the front matter; did you mean 'title'?"),
    Mistake(
      "---\n⟦1⟧zzzzzz: x\n---\n",
      "unknown key 'zzzzzz' in the front matter; it takes title, subtitle, author, date, lang, description, params, seed, "
        + "theme, formats, figures and bibliography"),
    Mistake("---\nseed: ⟦1⟧-1\n---\n", "'seed' is a whole number from 0 to 18446744073709551615"),
    Mistake("---\nseed: ⟦1⟧[1]\n---\n", "'seed' is a whole number from 0 to 18446744073709551615"),
    Mistake("---\ntitle: ⟦1⟧[a, b]\n---\n", "'title' is text, not a list; put it in quotes"),
    Mistake("---\nauthor: ⟦1⟧{a: b}\n---\n", "'author' is text, not a mapping; put it in quotes"),
    Mistake("---\nparams: ⟦1⟧2\n---\n", "'params' maps names to values; write params: {k: 2}"),
    Mistake(
      "---\nparams: {⟦1⟧2k: 2}\n---\n",
      "'2k' is no name for a parameter; a name holds letters, digits and '_' and begins with no digit"),
    Mistake("⟦1⟧---\ntitle: x\n", "the front matter is not closed; end it with '---' on a line of its own"),
    Mistake("---\n⟦1⟧- a\n---\n", "expected 'key: value'"),
    Mistake("---\ntitle: x {⟦1⟧evil}`k`\n---\n", "unknown role 'evil'; did you mean 'eval'?"),
    Mistake(
      "---\ntitle: a⟦1⟧: b\n---\n", "text that holds ': ' must be quoted; put the whole value in double quotes"),
    Mistake(
      "---\nseed: ⟦1⟧x\n---\n\n```{⟦2⟧}\n```\n", "'seed' is a whole number from 0 to 18446744073709551615",
      "a directive needs a verb between its braces; as in ```{plot} fig-name"),
  ]

  @Test(arguments: mistakes) func aMistakeIsToldWithItsPlace(_ mistake: Mistake) {
    #expect(mistake.told == mistake.expected)
  }
}
