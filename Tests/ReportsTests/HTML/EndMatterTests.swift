import Reports
import Testing

@Suite struct EndMatterTests {
  @Test func notesLinkBackToEveryMention() throws {
    let page = try htmlPage(
      of: .of(
        [.paragraph([.text("a"), .footnote(number: 1), .text("b"), .footnote(number: 1)])],
        notes: [[.paragraph([.text("Note.")])]]))
    #expect(
      passage(of: page, from: "<p>a", to: "</p>") == """
        <sup><a id="fnref:1" href="#fn:1" role="doc-noteref" aria-label="Note 1">1</a></sup>b\
        <sup><a id="fnref:1:2" href="#fn:1" role="doc-noteref" aria-label="Note 1">1</a></sup>
        """)
    #expect(
      passage(of: page, from: "<ol class=\"notes\">", to: "</ol>") == """
        <li id="fn:1">
        <p>Note.\u{A0}<a class="back" href="#fnref:1" role="doc-backlink" aria-label="Back to the text, mention 1">\
        ↩\u{FE0E}</a>\u{A0}\
        <a class="back" href="#fnref:1:2" role="doc-backlink" aria-label="Back to the text, mention 2">↩\u{FE0E}</a></p>
        </li>
        """)
  }

  @Test func worksStandInTheirOrder() throws {
    let page = try htmlPage(of: .of([], references: InlineTests.works))
    #expect(
      passage(of: page, from: "<ol class=\"references\">", to: "</ol>") == """
        <li id="ref-one">one</li>
        <li id="ref-two">two</li>
        <li id="ref-three">three</li>
        """)
  }

  @Test func provenanceIsFoldedAndComplete() throws {
    let page = try htmlPage(of: .sample())
    let sums = (String(repeating: "0a1b2c3d", count: 8), String(repeating: "4e5f6071", count: 8))
    #expect(
      passage(of: page, from: "<details class=\"provenance\" id=\"page:provenance\">", to: "</details>") == """
        <summary>How this report was made</summary>
        <dl>
        <dt>Program</dt><dd>gmm-report 0.1.0</dd>
        <dt>Notebook</dt><dd>faithful.md, SHA-256 <code class="checksum">\(sums.0)</code></dd>
        <dt>Data</dt><dd>data/faithful.csv, 2,344 bytes, SHA-256 <code class="checksum">\(sums.1)</code></dd>
        <dt>Seed</dt><dd>42</dd>
        <dt>params.k</dt><dd>2</dd>
        <dt>fit g2</dt><dd>full, k-means start, 20 restarts, tolerance 10⁻⁶, seed 42</dd>
        <dt>Warnings</dt><dd>1: <a href="#page:warning-1">warning 1</a></dd>
        </dl>
        """)
  }

  @Test func noWarningsAreSaid() throws {
    #expect(try htmlPage(of: .of([])).contains("<dt>Warnings</dt><dd>none</dd>"))
  }
}
