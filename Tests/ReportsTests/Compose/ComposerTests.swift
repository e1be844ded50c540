import Notebooks
import Reports
import TeXMath
import Testing

struct ComposerTests {
  /// The blocks of a notebook in which every value reads as its expression in brackets.
  private func blocks(_ source: String) throws -> [Report.Block] {
    let notebook = try Notebook(parsing: source, path: "test.md")
    let composer = Composer(try Numbering(of: notebook))
    return try notebook.blocks.flatMap { block -> [Report.Block] in
      guard case .markup(let markup) = block else { return [] }
      return try composer.blocks(for: [markup]) { value in
        switch value {
        case .role(let role): "<\(role.body.value)>"
        case .pinned(let pinned): "<\(pinned.expression.value)|\(pinned.text.value)>"
        }
      }
    }
  }

  @Test func valuesStandInText() throws {
    #expect(
      try blocks("We use {eval}`a.rows` rows, *{eval}`b:.1f`*, <!--=c-->12<!--/-->.") == [
        .paragraph([
          .text("We use "), .value("<a.rows>"), .text(" rows, "), .emphasis([.value("<b:.1f>")]), .text(", "),
          .value("<c|12>"), .text("."),
        ])
      ])
  }

  @Test func referencesReadAsNames() throws {
    #expect(
      try blocks("# A {#sec-a}\n\nSee @sec-a.\nAnd @eq-x.\n\n$$ \\label{eq-x} x $$") == [
        .heading(level: 2, anchor: "sec-a", number: "1", [.text("A")]),
        .paragraph([
          .text("See "), .reference(anchor: "sec-a", text: "Section 1"), .text("."), .softBreak, .text("And "),
          .reference(anchor: "eq-x", text: "Equation 1"), .text("."),
        ]),
        .formula(.init(try TeXExpression(parsing: "\\label{eq-x} x"), anchor: "eq-x", number: 1)),
      ])
  }

  @Test func statementsAreCountedByKind() throws {
    let callouts = try blocks(
      """
      > [!THEOREM] One
      > a

      > [!NOTE]
      > b

      - > [!DEFINITION]
        > c

      > [!PROOF]
      > d

      > [!THEOREM]
      > e
      """)
    #expect(callouts.flatMap(numbers) == ["theorem 1", "note -", "definition 1", "proof -", "theorem 2"])
  }

  private func numbers(_ block: Report.Block) -> [String] {
    switch block {
    case .callout(let callout): ["\(callout.kind) \(callout.number.map { String($0) } ?? "-")"]
    case .list(let list): list.items.flatMap { $0.blocks.flatMap(numbers) }
    default: []
    }
  }

  @Test func blocksKeepTheirForm() throws {
    #expect(
      try blocks("3. [x] a\n4. b\n\n---\n\n| h | n |\n| --- | ---: |\n| `c` | 1 |\n\n<div>\n</div>") == [
        .list(
          .init(
            start: 3,
            items: [
              .init(isChecked: true, blocks: [.paragraph([.text("a")])]), .init(blocks: [.paragraph([.text("b")])]),
            ])),
        .rule,
        .table(
          .init(
            columns: [.init([.text("h")]), .init([.text("n")], alignment: .right)],
            rows: [[[.code("c")], [.text("1")]]])),
        .html("<div>\n</div>\n"),
      ])
  }

  @Test func whatTheCallerThrowsIsThrownOn() throws {
    struct Failure: Error {}
    let composer = Composer(try NumberingTests.numbering("text"))
    let role = Role(
      name: Located("eval", at: SourceLocation(line: 1, column: 1)),
      body: Located("x", at: SourceLocation(line: 1, column: 7)))
    #expect(throws: Failure.self) { try composer.phrases(for: [.strong([.role(role)])]) { _ in throw Failure() } }
  }

  /// A caption that was put together in the run may mention what nobody checked.
  @Test func unknownMentionOfTheRunIsReported() throws {
    let composer = Composer(try NumberingTests.numbering("text"))
    let place = SourceLocation(line: 4, column: 2)
    #expect(throws: Diagnostics([.error("unknown reference 'fig-x'", at: place)])) {
      try composer.phrases(for: [.reference(Located("fig-x", at: place))]) { _ in "" }
    }
  }

  @Test func headerHoldsTheFrontMatter() throws {
    let notebook = try Notebook(
      parsing: "---\ntitle: A {eval}`n`\nauthor: Ada\nlang: de\n---\ntext", path: "test.md")
    let header = try Composer(Numbering(of: notebook)).header(for: notebook.frontMatter) { _ in "7" }
    #expect(header == Report.Header(title: [.text("A "), .value("7")], author: "Ada", language: "de"))
  }
}
