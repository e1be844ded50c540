import Reports
import TeXMath
import Testing

@Suite struct InlineTests {
  static let works = ["one", "two", "three"].map { Report.Reference(anchor: "ref-\($0)", text: [.text($0)]) }

  @Test(
    arguments: [
      ([.text("a < b")], "a &lt; b"),
      ([.value("1,599")], "1,599"),
      ([.emphasis([.text("a"), .strong([.text("b")])])], "<em>a<strong>b</strong></em>"),
      ([.strikethrough([.text("a")])], "<s>a</s>"),
      ([.code("<a>")], "<code>&lt;a&gt;</code>"),
      ([.component(6, [.text("G")])], "<span class=\"named component-7\">G</span>"),
      ([.text("one"), .softBreak, .text("two"), .lineBreak, .text("three")], "one\ntwo<br>\nthree"),
      ([.html("<kbd>"), .text("&"), .html("</kbd>")], "<kbd>&amp;</kbd>"),
      (
        [.link(destination: "https://example.org/?a&b", title: "\"T\"", [.text("it")])],
        "<a class=\"worded\" href=\"https://example.org/?a&amp;b\" title=\"&quot;T&quot;\">it</a>"
      ),
      (
        [.link(destination: "https://example.org", title: "", [.text("https://example.org")])],
        "<a href=\"https://example.org\">https://example.org</a>"
      ),
      ([.link(destination: "JavaScript:alert(1)", title: "", [.text("it")])], "<a class=\"worded\">it</a>"),
      ([.link(destination: "java\tscript:alert(1)", title: "", [.text("it")])], "<a class=\"worded\">it</a>"),
      (
        [.reference(anchor: "fig-hist", text: "Figure 3")],
        "<a class=\"reference\" href=\"#fig-hist\">Figure\u{A0}3</a>"
      ),
      (
        [.image(source: "data:image/png;base64,AA==", title: "", alt: "A dot")],
        "<img alt=\"A dot\"\nsrc=\"data:image/png;base64,AA==\">"
      ),
      (
        [.image(source: "https://example.org/a.png", title: "", alt: "A dot")],
        "<a class=\"worded\" href=\"https://example.org/a.png\">A dot</a>"
      ),
    ] as [([Phrase], String)])
  func writes(phrases: [Phrase], expected: String) throws {
    #expect(try html(phrases) == expected)
  }

  @Test func citationLinksToItsWorks() throws {
    #expect(
      try html([.citation([1, 3])], references: Self.works)
        == "[<a href=\"#ref-one\" role=\"doc-biblioref\">1</a>,\u{A0}<a href=\"#ref-three\" role=\"doc-biblioref\">3</a>]"
    )
  }

  @Test func mathsIsThatOfItsExpression() throws {
    let expression = try TeXExpression(parsing: "x_1 < 2")
    #expect(try html([.math(expression)]) == expression.mathML(display: false))
    #expect(
      try html([.math(expression), .text("), then")])
        == "<span class=\"together\">" + expression.mathML(display: false) + "),</span> then")
  }
}
