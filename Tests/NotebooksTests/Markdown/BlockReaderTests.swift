import Notebooks
import Testing

@Suite struct BlockReaderTests {
  static let readings = [
    Reading("# A *b*\n\ntext\nmore  \nend", "h1 @1:1 A <em b> | text⏎more<br>end"),
    Reading("- a\n- b\n", "tight (a) (b)"),
    Reading("3. a\n\n4. b\n", "loose from 3 (a) (b)"),
    Reading("- [x] a\n- [ ] b", "tight [x] (a) [ ] (b)"),
    Reading("~~a~~ <b>c</b> ![x *y*](p.png \"t\")", "<del a> <html <b>>c<html </b>> <image p.png 't' x y>"),
    Reading("***", "rule"),
    Reading("<div>\nx\n</div>", "html <div>\nx\n</div>\n"),
    Reading(
      "|a|b|c|d|\n|-|:-|:-:|-:|\n|1|*2*| |4|",
      "table none,left,center,right [\"a\", \"b\", \"c\", \"d\"] "
        + "[[\"1\", \"<em 2>\", \"\", \"4\"]]"),
    Reading("> a\n> > b", "quote (a | quote (b))"),
    Reading("> [!NOTE]\n> a\n>\n> b", "note @1:3 '' (a | b)"),
    Reading("> [!Theorem] Jensen's *x*\n> a", "theorem @1:3 'Jensen's <em x>' (a)"),
    Reading("- > [!proof]\n  > $$x$$", "tight (proof @1:5 '' (MATH x @2:7))"),
    Reading("> \\[!NOTE]\n> a", "quote ([!NOTE]⏎a)"),
    Reading("[a]\n\n[a]: u 't'", "<link u 't' a>"),
  ]

  @Test(arguments: readings) func everyBlockIsRead(_ reading: Reading) throws {
    #expect(try prose(reading.source) == reading.expected)
  }

  @Test(arguments: Callout.Kind.allCases) func everyCalloutIsNamedInCapitals(_ kind: Callout.Kind) throws {
    #expect(try prose("> [!\(kind.rawValue.uppercased())]\n> a") == "\(kind.rawValue) @1:3 '' (a)")
  }

  static let mistakes = [
    Mistake("> [!⟦1⟧NOTTE]\n> a", "unknown callout 'NOTTE'; did you mean 'NOTE'?"),
    Mistake(
      "> [!⟦1⟧X] y",
      "unknown callout 'X'; there are NOTE, TIP, IMPORTANT, WARNING, CAUTION, DEFINITION, THEOREM, PROOF and EXAMPLE"),
    Mistake(
      "a {⟦1⟧evl}`x`\n\n> [!⟦2⟧NOTTE]\n\n```{plot} fig-x ⟦3⟧y\n```", "unknown role 'evl'; did you mean 'eval'?",
      "unknown callout 'NOTTE'; did you mean 'NOTE'?",
      "unexpected 'y' after the directive's name; options go in the body, one 'option: value' a line"),
  ]

  @Test(arguments: mistakes) func mistakesAreToldTogetherInOrder(_ mistake: Mistake) {
    #expect(mistake.told == mistake.expected)
  }

  @Test(arguments: [String(repeating: "> ", count: 5000) + "a", String(repeating: "*a **b ", count: 3000)])
  func nestingBeyondReasonIsNoCrash(_ source: String) {
    #expect(Told(parsing: source).messages.allSatisfy { $0 == "Markdown nested deeper than 100 levels" })
  }
}
