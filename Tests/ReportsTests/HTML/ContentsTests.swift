import Reports
import Testing

@Suite struct ContentsTests {
  static func heading(_ level: Int, _ anchor: String) -> Report.Block {
    .heading(level: level, anchor: anchor, number: nil, [.text(anchor), .footnote(number: 1)])
  }

  static func contents(_ blocks: [Report.Block]) throws -> String {
    let page = try htmlPage(of: .of(blocks, notes: [[.paragraph([.text("n")])]]))
    return passage(of: page, from: "<p class=\"label\">Contents</p>", to: "</nav>")
  }

  @Test func sectionsAreNestedToTwoLevels() throws {
    #expect(
      try Self.contents([3, 2, 3, 4, 2].enumerated().map { Self.heading($1, "s\($0)") }) == """
        <ol>
        <li><a href="#s0">s0</a></li>
        <li><a href="#s1">s1</a>
        <ol>
        <li><a href="#s2">s2</a></li>
        </ol>
        </li>
        <li><a href="#s4">s4</a></li>
        </ol>
        """)
  }

  @Test func columnAndFoldedFormSayTheSame() throws {
    let page = try htmlPage(of: .sample())
    let column = passage(of: page, from: "<p class=\"label\">Contents</p>", to: "</nav>")
    let folded = passage(of: page, from: "<nav aria-label=\"Contents\">", to: "</nav>")
    #expect(column == folded && column.contains("#sec-model"))
  }

  @Test func oneSectionNeedsNoContents() throws {
    #expect(try !htmlPage(of: .of([.heading(level: 2, anchor: "a", number: nil, [.text("a")])])).contains("<nav"))
  }
}
