import ReportChecks
import Reports
import Testing

struct MarkdownBlockTests {
  private static func item(_ blocks: Report.Block...) -> Report.List.Item { .init(blocks: blocks) }
  private static func text(_ text: String) -> Report.Block { .paragraph([.text(text)]) }

  static let blocks: [(Report.Block, String)] = [
    (.heading(level: 3, anchor: "a", number: "2.1", [.text("Two # signs #")]), "### 2.1 Two # signs \\#"),
    (
      .paragraph([.text("One sentence."), .softBreak, .text("Another,"), .lineBreak, .text("broken.")]),
      "One sentence.\nAnother,\\\nbroken."
    ),
    (
      .list(.init(start: 9, items: [item(text("a"), .list(.init(items: [item(text("b"))]))), item(text("c"))])),
      "9. a\n   - b\n10. c"
    ),
    (.list(.init(isTight: false, items: [item(text("a"), text("b")), item(text("c"))])), "- a\n\n  b\n\n- c"),
    (
      .list(.init(items: [.init(isChecked: true, blocks: [text("a")]), .init(isChecked: false, blocks: [text("b")])])),
      "- [x] a\n- [ ] b"
    ),
    (
      .quote([text("a"), .code(language: "swift", text: "let x = 1\n\nx\n")]),
      "> a\n>\n> ```swift\n> let x = 1\n>\n> x\n> ```"
    ),
    (.code(language: "", text: "```\nx\n```\n"), "````\n```\nx\n```\n````"),
    (.callout(.init(kind: .note, blocks: [text("a")])), "> [!NOTE]\n> a"),
    (.callout(.init(kind: .warning, title: [.text("T")], blocks: [text("a")])), "> [!WARNING]\n> **T**\n>\n> a"),
    (
      .callout(.init(kind: .theorem, number: 1, title: [.text("EM climbs")], blocks: [text("a"), text("b")])),
      "> **Theorem 1 (EM climbs).** a\n>\n> b"
    ),
    (.callout(.init(kind: .proof, blocks: [.rule])), "> **Proof.**\n>\n> ***"),
    // GitHub knows alerts at the top level only.
    (.quote([.callout(.init(kind: .note, blocks: [text("a")]))]), "> > **Note.** a"),
    (
      .claims([
        .init(
          statement: "g.bic < 1", holds: false,
          values: [.init(name: "g.bic", value: "2"), .init(name: "n", value: "3")]),
        .init(statement: "1 < 2", holds: true, values: []),
      ]),
      "- ✗ `g.bic < 1` (`g.bic` = 2, `n` = 3)\n- ✓ `1 < 2`"
    ),
    (
      .table(
        .init(
          anchor: "tbl-a", number: 2, caption: [.text("Both.")],
          columns: [.init([.text("a|b")]), .init([.code("c|d")], alignment: .right), .init([], alignment: .center)],
          rows: [[[.text("1")], [.value("2.50")]]])),
      """
      <a id="tbl-a"></a>**Table 2.** Both.

      | a\\|b | `c\\|d` |  |
      | --- | ---: | :---: |
      | 1 | 2.50 |  |
      """
    ),
    (
      .figure(
        .init(
          anchor: "fig-a", number: 3, caption: [.text("Bins.")], alt: "Two [peaks].", longDescription: [text("More.")],
          width: 1, height: 1, images: [])),
      """
      <a id="fig-a"></a>
      ![Two \\[peaks\\].](test/fig-a.png)

      **Figure 3.** Bins.

      <details>
      <summary>Description of Figure 3</summary>

      More.

      </details>
      """
    ),
    (
      .details(summary: [.text("a < b")], [text("c")]),
      "<details>\n<summary>a &lt; b</summary>\n\nc\n\n</details>"
    ),
  ]

  @Test(arguments: blocks) func block(block: Report.Block, expected: String) {
    #expect(markdownText([block]) == expected + "\n")
  }

  @Test func neighbouringListsStayApart() throws {
    let bullets = Report.Block.list(.init(items: [Self.item(Self.text("a"))]))
    let document = try markdown([bullets, bullets, bullets])
    #expect(document.children.map(\.kind) == ["list", "list", "list"])
  }

  @Test func linksLeadToAnchorsThatAreWritten() throws {
    let text = markdownText(
      [
        .heading(level: 2, anchor: "sec-a", number: "1", [.text("A")]),
        .heading(level: 2, anchor: "b", number: "2", [.text("B")]),
        .paragraph([
          .reference(anchor: "sec-a", text: "Section 1"), .text(" "), .citation([1]), .footnote(number: 1),
        ]),
      ], notes: [[.paragraph([.text("Note.")]), .paragraph([.text("More.")])]],
      references: [.init(anchor: "ref-x", text: [.text("X.")])])
    #expect(
      text == """
        ## <a id="sec-a"></a>1 A

        ## 2 B

        [Section 1](#sec-a) \\[[1](#ref-x)\\][^1]

        ## References

        1. <a id="ref-x"></a>X.

        [^1]: Note.

            More.

        """)
  }

  @Test(arguments: [
    (Phrase.link(destination: "https://x.org/a_b", title: "", [.text("https://x.org/a_b")]), "<https://x.org/a_b>"),
    (.link(destination: "a b(c)", title: "T \"q\"", [.text("t]")]), #"[t\]](<a b(c)> "T \"q\"")"#),
    (.image(source: "p.jpg", title: "", alt: "A *photo*"), #"![A \*photo\*](p.jpg)"#),
    (.code("a`b"), "``a`b``"), (.code("`"), "`` ` ``"), (.html("<br>"), "<br>"),
  ])
  func phrase(phrase: Phrase, expected: String) {
    #expect(markdownText([.paragraph([.text("x "), phrase])]) == "x \(expected)\n")
  }
}
