import ReportChecks
import Reports
import Testing

/// What is written is what GitHub shows.
struct MarkdownEscapingTests {
  static let nasty = [
    "*stars* and **more**", "_under_ snake_case __init__ _a", "`code` and ``two``", "[link](x) [ref] [x]: /u",
    "![alt](a)",
    "<b>bold</b> <!-- no --> <http://x.y>", "a < b > c & d", "&amp; &#42; &copy; AT&T; R&", "~~struck~~ ~x~ ~/home",
    "a | b", "| a | b |\n| --- | --- |", "a\n:-:", "a | b\n--- | ---", "# heading", "a\n## b", "#hashtag", "#",
    "1. one",
    "a\n1) b", "1986. A great year", "12.5 ml", "- item", "+ item", "* item", "-", "a\n---", "a\n===", "a\n- b",
    "-1 < x",
    "> quote", "a\n> b", "***", "---", "- - -", "$5 and $6", "cost $x$", "back\\slash \\* \\", "trailing!",
    "[^1]: note",
    "[^1]", "[ ] task", "https://example.org/a*b*c?d=_e_", "www.example.org/_x_", "me@example.org", "```\nfence\n```",
    "~~~\nfence", "    indented", "a  \nb", "a\\\nb", "\u{A0}*\u{A0}", "“*quoted*”", "\u{2212}1.5\u{2212}*x*", "é*é*é",
    "x_1 and x_2_", "a*b*c", "<script>", "</p>", "<?php", "<![CDATA[", ":smile", "=", "==", ": x", ":-", "-:", "0) x",
    "1234567890. ten digits", "&\n#x;", "\\&amp;", "!\n[a](b)", "#\ttab", "1.\ttab",
  ]

  @Test(arguments: nasty) func textIsShownAsWritten(text: String) throws {
    try check(text, in: shown(text))
  }

  @Test(arguments: nasty) func textInCellIsShownAsWritten(text: String) throws {
    let text = text.replacing("\n", with: " ")
    let table = Report.Table(columns: [.init([.text("head")]), .init([])], rows: [[[.text(text)], [.text("next")]]])
    let document = try markdown([.table(table)])
    let cells = document.all.filter { $0.kind == "table_cell" }
    #expect(cells.count == 4)
    try check(text, in: cells[2])
    try check("next", in: cells[3])
  }

  @Test(arguments: nasty) func headingIsShownAsWritten(text: String) throws {
    let text = text.replacing("\n", with: " ")
    let document = try markdown([.heading(level: 2, anchor: "a", number: nil, [.text(text)])])
    #expect(document.children.first?.kind == "heading")
    try check(text, in: #require(document.children.first))
  }

  @Test(arguments: nasty) func codeIsShownAsWritten(text: String) throws {
    let text = text.replacing("\n", with: " ")
    let code = try shown([.text("x"), .code(text), .text("y")])
    #expect(String(code.map(\.character)) == "x" + text + "y")
    #expect(code.dropFirst().dropLast().filter { $0.styles != ["code"] } == [])
  }

  @Test(arguments: 0..<8) func randomTextIsShownAsWritten(seed: Int) throws {
    var generator = Numbers(seed: seed)
    let pool = Array("ab1 .*_`[]()<>!#-+=|\\~$&;:\"'/@^{}%\u{A0}é−“\n  ")
    for _ in 0..<100 {
      let length = Int.random(in: 1...24, using: &generator)
      let text = String((0..<length).map { _ in pool.randomElement(using: &generator) ?? "a" })
      try check(text, in: shown(text))
    }
  }

  /// A value that ends where the text goes on makes a list marker, a footnote or an image of neither's doing.
  @Test(arguments: [
    ["1", ". one"], ["#", " two"], ["!", "[a](b)"], ["-", " x"], ["a", "_b_"], ["*", "*"], ["&", "amp;"],
  ])
  func valueBesideTextIsShownAsWritten(parts: [String]) throws {
    let line = try shown([.value(parts[0]), .text(parts[1])])
    #expect(String(line.map(\.character)) == parts.joined())
    #expect(line.filter { !$0.styles.isEmpty } == [])
  }

  private func shown(_ text: String) throws -> MarkdownNode {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { [Phrase.text(String($0))] }
    return try #require(try markdown([.paragraph(Array(lines.joined(separator: [.softBreak])))]).children.first)
  }

  private func shown(_ phrases: [Phrase]) throws -> [StyledCharacter] {
    try #require(try markdown([.paragraph(phrases)]).children.first).styledText
  }

  private func check(_ text: String, in node: MarkdownNode) throws {
    let expected = text.split(separator: "\n").map(Self.trimmed).filter { !$0.isEmpty }.joined(separator: "\n")
    let kinds = Set(node.all.dropFirst().map(\.kind))
    if expected.isEmpty { return }
    // The autolinks that remain are the bare addresses of mail, whose text stays as it is.
    #expect(kinds.isSubset(of: ["text", "softbreak", "html_inline", "link"]), "\(kinds)")
    #expect(String(node.styledText.map(\.character)) == expected)
  }

  private static func trimmed(_ line: Substring) -> String {
    var line = line.drop { $0 == " " || $0 == "\t" }
    while line.last == " " || line.last == "\t" { line.removeLast() }
    return String(line)
  }
}
