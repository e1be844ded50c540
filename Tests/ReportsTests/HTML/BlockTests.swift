import Reports
import Testing

@Suite struct BlockTests {
  @Test(
    arguments: [
      (
        .heading(level: 2, anchor: "sec-data", number: "2", [.text("Data")]),
        """
        <h2 id="sec-data"><span class="number">2</span> Data\
        <a class="anchor" href="#sec-data" aria-label="Link to this section">#</a></h2>
        """
      ),
      (
        .heading(level: 9, anchor: "deep", number: nil, [.text("Deep")]),
        "<h6 id=\"deep\">Deep<a class=\"anchor\" href=\"#deep\" aria-label=\"Link to this section\">#</a></h6>"
      ),
      (
        .list(.init(start: 3, items: [.init(blocks: [.paragraph([.text("c")])])])),
        "<ol start=\"3\">\n<li>c</li>\n</ol>"
      ),
      (
        .list(.init(isTight: false, items: [.init(blocks: [.paragraph([.text("a")])])])),
        "<ul>\n<li>\n<p>a</p>\n</li>\n</ul>"
      ),
      (
        .list(.init(items: [.init(isChecked: true, blocks: [.paragraph([.text("a")])])])),
        "<ul class=\"tasks\">\n<li><input type=\"checkbox\" disabled=\"\" checked=\"\" aria-label=\"done\"> a</li>\n</ul>"
      ),
      (.quote([.paragraph([.text("q")])]), "<blockquote>\n<p>q</p>\n</blockquote>"),
      (
        .code(language: "yaml", text: "\na: <b>\n"),
        "<pre tabindex=\"0\"><code class=\"language-yaml\">\na: &lt;b&gt;\n</code></pre>"
      ),
      (.rule, "<hr>"),
      (.html("<p>as it is</p>"), "<p>as it is</p>"),
      (
        .details(summary: [.text("More")], [.paragraph([.text("a")])]),
        "<details>\n<summary>More</summary>\n<p>a</p>\n</details>"
      ),
      (
        .callout(.init(kind: .tip, blocks: [.paragraph([.text("a")])])),
        """
        <aside class="callout tip" role="note">
        <p class="title"><span class="label">Tip</span></p>
        <p>a</p>
        </aside>
        """
      ),
      (
        .callout(.init(kind: .warning, title: [.text("Not converged")], blocks: [], isFromRun: true)),
        """
        <aside class="callout warning" id="page:warning-1" role="note">
        <p class="title"><span class="label hidden">Warning: </span>Not converged</p>
        </aside>
        """
      ),
      (
        .callout(.init(kind: .theorem, number: 2, title: [.text("Jensen")], blocks: [.paragraph([.text("a")])])),
        """
        <div class="callout theorem">
        <p class="title"><span class="label">Theorem\u{A0}2</span> (Jensen).</p>
        <p>a</p>
        </div>
        """
      ),
    ] as [(Report.Block, String)])
  func writes(block: Report.Block, expected: String) throws {
    #expect(try html([block]) == expected)
  }
}
