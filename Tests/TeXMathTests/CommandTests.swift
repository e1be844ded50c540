import Foundation
import TeXMath
import Testing

struct CommandTests {
  /// What follows the commands that do not stand alone.
  private static let rests: [String: String] = {
    var rests: [String: String] = [
      "left": "(x\\right)", "begin": "{matrix}x\\end{matrix}", "label": "{eq-x}", "tag": "{1}", "not": "=",
      "operatorname": "{KL}", "component": "{A}{x}",
    ]
    for name in ["frac", "dfrac", "tfrac", "binom", "dbinom", "tbinom", "overset", "underset", "stackrel"] {
      rests[name] = "{x}{y}"
    }
    for size in ["big", "Big", "bigg", "Bigg"] {
      for side in ["", "l", "m", "r"] { rests[size + side] = "\\|" }
    }
    for name in TeX.commands where name.hasPrefix("math") || name.hasPrefix("text") { rests[name] = "{x}" }
    for name in TeX.commands where name.hasPrefix("wide") || name.hasPrefix("over") || name.hasPrefix("under") {
      rests[name] = rests[name] ?? "{x}"
    }
    for name in [
      "sqrt", "hat", "bar", "tilde", "vec", "dot", "ddot", "check", "breve", "acute", "grave", "phantom", "boxed",
      "boldsymbol", "bm", "mbox", "emph", "xrightarrow", "xleftarrow",
    ] { rests[name] = "{x}" }
    for name in ["textstyle"] { rests[name] = " x" }
    return rests
  }()

  @Test(arguments: TeX.commands) func everyCommandIsRead(name: String) throws {
    let formula = try TeXExpression(parsing: "a \\\(name)\(Self.rests[name] ?? " ") b")
    #expect(formula.mathML(display: true).contains("<mi>𝑏</mi>"))
  }

  @Test func commandsHaveOneMeaning() {
    #expect(Set(TeX.commands).count == TeX.commands.count)
  }

  @Test(arguments: TeX.environments) func everyEnvironmentIsRead(name: String) throws {
    let columns = name == "array" ? "{cc}" : ""
    let formula = try TeXExpression(parsing: "\\begin{\(name)}\(columns)a & b \\\\[2pt] x & y \\end{\(name)}")
    let mathML = formula.mathML(display: true)
    #expect(mathML.components(separatedBy: "<mtd").count == 5)
    #expect(mathML.components(separatedBy: "<mtr").count == 3)
  }
}
