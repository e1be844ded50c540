import Notebooks
import Testing

@Suite struct InlineTextTests {
  private let origin = SourceLocation(line: 7, column: 11)

  @Test(arguments: [
    ("Fitted @eq-mix; BIC {eval}`g2.bic:.1f`.", "Fitted <ref eq-mix @7:19>; BIC <eval @7:32 g2.bic:.1f @7:38>."),
    ("1. no list", "1. no list"), ("# no heading", "# no heading"), ("> no quote $x$", "> no quote <math x @7:23>"),
    ("| a |", "| a |"), ("$x$", "<math x @7:12>"), ("a\n- b {eval}`c`\n", "a - b <eval @8:6 c @8:12>"), ("", ""),
    ("a[^n] \\[^n] `[^n]`", "a<note n @7:14> [^n] <code [^n]>"), ("$$x$$", "<math x @7:13>"),
    ("*é* [@k]", "<em é> <cite k @7:17>"), ("<!--=a-->1<!--/-->", "<pin a @7:16 1 @7:20>"),
  ])
  func anOptionHoldsOneLineOfMarkdown(_ text: String, expected: String) throws {
    #expect(outline(try [Inline](parsingInline: text, at: origin)) == expected)
  }

  @Test func mistakesHaveThePlaceInTheNotebook() {
    #expect(
      throws: Diagnostics([
        .error("unknown role 'evl'", at: SourceLocation(line: 7, column: 14), hint: "did you mean 'eval'?")
      ])
    ) {
      try [Inline](parsingInline: "a {evl}`x`", at: origin)
    }
  }
}
