import Notebooks
import Testing

@Suite struct DiagnosticRenderingTests {
  private func rendered(_ source: String, line: Int, column: Int, width: Int = 100) -> [String] {
    let diagnostic = Diagnostic.error("no", at: SourceLocation(line: line, column: column))
    return diagnostic.rendered(inSource: source, path: "n.md", width: width)
      .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  @Test func placeMessageHintLineAndCaret() {
    let diagnostic = Diagnostic.error(
      "unknown column 'residual suger'", at: SourceLocation(line: 2, column: 4), hint: "did you mean 'residual sugar'?")
    #expect(
      diagnostic.rendered(inSource: "kind: plot\nx: residual suger\n", path: "notebooks/wine.md") == """
        notebooks/wine.md:2:4: error: unknown column 'residual suger'; did you mean 'residual sugar'?
        x: residual suger
           ^
        """)
  }

  @Test func withoutAPlaceThereIsNoSourceLine() {
    #expect(Diagnostic.warning("odd", at: nil).rendered(inSource: "x", path: "n.md") == "n.md: warning: odd")
    #expect(rendered("x", line: 9, column: 1) == ["n.md:9:1: error: no"])
  }

  @Test(arguments: [
    ("\tab", 3, "\tab", "\t ^"), ("日本x", 3, "日本x", "    ^"), ("e\u{301}x", 2, "e\u{301}x", " ^"),
    ("🍷x", 2, "🍷x", "  ^"), ("ab", 3, "ab", "  ^"), ("ab", 99, "ab", "  ^"), ("\u{FEFF}ab\r\n", 2, "ab", " ^"),
    ("a\u{1B}b", 3, "a\u{FFFD}b", "  ^"), ("", 1, "", "^"),
  ])
  func theCaretStandsUnderItsCharacter(_ source: String, column: Int, line: String, caret: String) {
    #expect(rendered(source, line: 1, column: column).dropFirst() == [line, caret])
  }

  @Test(arguments: [
    (1, "abcdefghij…", "^"), (13, "…hijklmnopq…", "      ^"), (26, "…qrstuvwxyz", "          ^"),
  ])
  func aLongLineIsCutAroundItsColumn(column: Int, line: String, caret: String) {
    #expect(rendered("abcdefghijklmnopqrstuvwxyz", line: 1, column: column, width: 10).dropFirst() == [line, caret])
  }
}
