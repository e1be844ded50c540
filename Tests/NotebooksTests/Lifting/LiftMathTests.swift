import Notebooks
import Testing

@Suite struct LiftMathTests {
  static let readings = [
    Reading("a $x_1$ b", "a <math x_1 @1:4> b"),
    Reading("é $x$, ($y$)", "é <math x @1:4>, (<math y @1:10>)"),
    Reading("**$x$** *$y$*", "<strong <math x @1:4>> <em <math y @1:11>>"),
    Reading("$a_b$ and $c_d$", "<math a_b @1:2> and <math c_d @1:12>"),
    Reading("$n$th $k$-means", "<math n @1:2>th <math k @1:8>-means"),
    Reading("$5 and $6", "$5 and $6"),
    Reading("$5 and $x$", "$5 and <math x @1:9>"),
    Reading("5$ and 6$", "5$ and 6$"),
    Reading("$ x$ $x $ a$b$", "$ x$ $x $ a$b$"),
    Reading("$a$5", "$a$5"),
    Reading("\\$x$ and $\\$5$", "$x$ and <math \\$5 @1:11>"),
    Reading("`$x$` ``$y` $z$``", "<code $x$> <code $y` $z$>"),
    Reading("$`a*b`$", "<math a*b @1:3>"),
    Reading("$a\nb$", "<math a\nb @1:2>"),
    Reading("$a\n\nb$", "$a | b$"),
    Reading("[$x$](u$y$v)", "<link u$y$v '' <math x @1:3>>"),
    Reading("y <a b=\"$x$\">", "y <html <a b=\"$x$\">>"),
    Reading("$$ x $$", "MATH x @1:4"),
    Reading("$$\n\\label{eq-a}\n- b\n# c\n$$\n\nd", "MATH \\label{eq-a}\n- b\n# c @2:1 | d"),
    Reading("We have\n$$x$$\nand $y$", "We have | MATH x @2:3 | and <math y @3:6>"),
    Reading("a $$x$$ b", "a | MATH x @1:5 | b"),
    Reading("> a\n>\n> $$\n> x\n> y\n> $$\n> b", "quote (a | MATH x\n  y @4:3 | b)"),
    Reading("> $a\n> b$ c", "quote (<math a\n  b @1:4> c)"),
    Reading("- a\n  $$x$$", "tight (a | MATH x @2:5)"),
    Reading("## A $$x$$", "h2 @1:1 A <math x @1:8>"),
    Reading("```math\nx\n y\n```", "MATH x\n y @2:1"),
    Reading("> ```math\n> x\n> ```", "quote (MATH x @2:3)"),
    Reading("$$$ a $$$", "$$$ a $$$"),
    Reading(
      "|a|b|\n|-|-|\n|$5|$6|\n|$\\|x\\|$|$y$|",
      "table none,none [\"a\", \"b\"] [[\"$5\", \"$6\"], [\"<math |x| @4:3>\", \"<math y @4:11>\"]]"
    ),
    Reading("\u{E000}0\u{E001} $x$ `\u{E000}`", "\u{E000}0\u{E001} <math x @1:6> <code \u{E000}>"),
    Reading("    \u{E000}0\u{E001}\n\n$x$", "code  \u{E000}0\u{E001}\n | <math x @3:2>"),
    Reading("a\r\n$x$\r\n\r\n$y$", "a⏎<math x @2:2> | <math y @4:2>"),
    Reading("\u{FEFF}$x$", "<math x @1:2>"),
    Reading("\t\n日本 $x$", "日本 <math x @2:5>"),
  ]

  @Test(arguments: readings) func mathsIsFoundAsGitHubDoes(_ reading: Reading) throws {
    #expect(try prose(reading.source) == reading.expected)
  }

  static let mistakes = [
    Mistake("a\n\n⟦1⟧$$\nx\n\ny", "the formula opened here is not closed; end it with '$$' before the next blank line"),
    Mistake("> ⟦1⟧$$ x\n\n$$y$$", "the formula opened here is not closed; end it with '$$' before the next blank line"),
    Mistake(
      "⟦1⟧$$ x\n```{fit} g\n```", "the formula opened here is not closed; end it with '$$' before the next blank line"),
  ]

  @Test(arguments: mistakes) func aMistakeIsToldWithItsPlace(_ mistake: Mistake) {
    #expect(mistake.told == mistake.expected)
  }
}
