import Directives
import Notebooks
import Reports
import Testing
import Wording

/// Reads every kind of option; what it found is in its one paragraph.
private struct Probe: Directive {
  enum Shade: String, CaseIterable { case light, dark }

  static let name = "probe"
  static let summary = "reads options of every kind"
  static let options = [
    OptionDoc("text", "text", "a text"),
    OptionDoc("whole", "whole number", default: "7", "a whole number"),
    OptionDoc("number", "number", "a positive number"),
    OptionDoc("flag", "true or false", "a flag"),
    OptionDoc("shade", "light or dark", default: "light", "a choice"),
    OptionDoc("range", "two numbers", "a range"),
    OptionDoc("counts", "whole numbers", "several whole numbers"),
    OptionDoc("numbers", "numbers", "several numbers"),
    OptionDoc("columns", "columns", "columns"),
    OptionDoc("where", "expression", "a condition"),
    OptionDoc("rename", "mapping", "new names"),
    OptionDoc("seed", "whole number", "a seed"),
    OptionDoc("caption", "inline Markdown", "a caption"),
    OptionDoc("parts", "list of mappings", "parts with options of their own"),
  ]

  private let found: [String]

  init(_ options: inout Options) throws {
    var found: [String] = []
    func note(_ name: String, _ value: String?) { if let value { found.append("\(name)=\(value)") } }
    note("text", options.text("text")?.value)
    note("whole", options.wholeNumber("whole", 1...9).map { "\($0)" })
    note("number", options.number("number", "a positive number") { $0 > 0 }.map { "\($0)" })
    note("flag", options.boolean("flag").map { "\($0)" })
    note("shade", options.choice("shade", Shade.self)?.rawValue)
    note("range", options.range("range").map { "\($0)" })
    note("counts", options.wholeNumbers("counts").map { "\($0)" })
    note("numbers", options.numbers("numbers").map { "\($0)" })
    note("columns", options.columns("columns").map { "\($0.map(\.value))" })
    note("where", options.expression("where")?.source.value)
    note("rename", options.textMapping("rename").map { "\($0.map { $0.key.value + ">" + $0.value.value })" })
    note("seed", options.seed("seed").map { "\($0)" })
    note("caption", options.inlines("caption").map { "\($0.count)" })
    let docs = [OptionDoc("weight", "number", isRequired: true, "its share")]
    let parts = options.records("parts", of: "a part", docs: docs) { inner in
      try inner.required(inner.number("weight"))
    }
    note("parts", parts.map { "\($0)" })
    self.found = found
  }

  func run(in session: inout Session) -> [Report.Block] { [.paragraph([.text(found.joined(separator: " "))])] }
}

@Suite struct OptionsTests {
  private func workbench() -> Workbench { Workbench(registry: Registry([Probe.self])) }

  private func cell(_ body: String, params: String = "{k: 3, name: x}") -> String {
    "---\nparams: \(params)\n---\n```{probe}\n\(body)\n```\n"
  }

  @Test(arguments: [
    ("text: on", "text=on whole=7 shade=light"),
    ("text: 010", "text=010 whole=7 shade=light"),
    ("whole: 3\nshade: dark", "whole=3 shade=dark"),
    ("whole: 3.0\nnumber: 1e-6\nflag: true", "whole=3 number=1e-06 flag=true shade=light"),
    ("range: [0, 10.5]", "whole=7 shade=light range=0.0...10.5"),
    ("counts: 1..4", "whole=7 shade=light counts=[1, 2, 3, 4]"),
    ("counts: [6, 1..2, 2]", "whole=7 shade=light counts=[1, 2, 6]"),
    ("numbers: [1, -2.5]", "whole=7 shade=light numbers=[1.0, -2.5]"),
    ("columns: residual sugar", "whole=7 shade=light columns=[\"residual sugar\"]"),
    ("columns: [a, b]", "whole=7 shade=light columns=[\"a\", \"b\"]"),
    ("where: a > 1 and b", "whole=7 shade=light where=a > 1 and b"),
    ("rename: {z: y, a: b}", "whole=7 shade=light rename=[\"z>y\", \"a>b\"]"),
    ("seed: 18446744073709551615", "whole=7 shade=light seed=18446744073709551615"),
    ("parts: [{weight: 1}, {weight: 2}]", "whole=7 shade=light parts=[1.0, 2.0]"),
    ("whole: \"{eval}`params.k`\"", "whole=3 shade=light"),
    ("whole: \"{eval}`params.k + 1`\"", "whole=4 shade=light"),
    ("columns: [\"{eval}`params.name`\", b]", "whole=7 shade=light columns=[\"x\", \"b\"]"),
  ])
  func reads(body: String, expected: String) throws {
    #expect(try workbench().run(cell(body)).report.paragraphs == [expected])
  }

  @Test(arguments: [
    ("txt: a", "5:1: 'probe' has no option 'txt' (did you mean 'text'?)"),
    ("whole: many", "5:8: expected a whole number, not 'many'"),
    ("whole: 2.5", "5:8: expected a whole number, not '2.5'"),
    ("whole: 12", "5:8: expected a whole number from 1 to 9, not '12'"),
    ("whole: [1]", "5:8: expected a whole number, not a list"),
    ("number: -1", "5:9: expected a positive number, not '-1'"),
    ("number: 0x10", "5:9: expected a positive number, not '0x10'"),
    ("number: .inf", "5:9: expected a positive number, not '.inf'"),
    ("flag: on", "5:7: expected true or false, not 'on'"),
    ("shade: drak", "5:8: expected light or dark, not 'drak' (did you mean 'dark'?)"),
    ("range: [3, 1]", "5:8: expected two numbers such as [0, 10], the smaller first, not a list"),
    ("counts: 9..1", "5:9: expected whole numbers from 1 on, such as 3, 1..9 or [1, 2, 4], not '9..1'"),
    ("counts: [1, x]", "5:13: expected whole numbers from 1 on, such as 3, 1..9 or [1, 2, 4], not 'x'"),
    ("numbers: [1, two]", "5:14: expected a number, not 'two'"),
    ("columns: [a, a]", "5:14: column 'a' is named twice"),
    ("where: a >", "5:11: the expression ends where a value should follow"),
    ("rename: old", "5:9: expected a mapping such as {old: new}, not 'old'"),
    ("seed: -1", "5:7: expected a whole number from 0 to 18446744073709551615, not '-1'"),
    ("parts: [3]", "5:9: expected a part as a mapping, not '3'"),
    ("parts: [{wieght: 3}]", "5:10: a part has no option 'wieght' (did you mean 'weight'?)"),
    ("text: {a: b}", "5:7: expected text, not a mapping"),
    ("whole: \"{eval}`params.q`\"", "5:23: a set of parameters has no 'q' (it has k and name)"),
    (
      "whole: \"{eval}`g2.bic`\"",
      "5:16: unknown name 'g2' (an option can use parameters only: results do not exist yet when it is read)"
    ),
    ("echo: maybe", "5:7: expected true or false, not 'maybe'"),
  ])
  func refuses(body: String, expected: String) {
    #expect(workbench().mistakes(cell(body)).first == expected)
  }

  @Test func allMistakesOfACellAreFound() {
    #expect(
      workbench().mistakes(cell("whole: many\nflag: on\nshde: dark")) == [
        "5:8: expected a whole number, not 'many'",
        "6:7: expected true or false, not 'on'",
        "7:1: 'probe' has no option 'shde' (did you mean 'shade'?)",
      ])
  }

  @Test func anUnnamedDirectiveTakesNoName() {
    #expect(workbench().mistakes("```{probe} x\n```\n") == ["1:12: 'probe' takes no name (write {probe} alone)"])
  }

  @Test func aParameterFromOutsideReplacesTheNotebooks() throws {
    var workbench = workbench()
    workbench.parameters = [("k", "8")]
    #expect(try workbench.run(cell("whole: \"{eval}`params.k`\"")).report.paragraphs == ["whole=8 shade=light"])
    workbench.parameters = [("q", "8")]
    #expect(
      workbench.mistakes(cell("")) == ["the notebook has no parameter 'q' (its parameters are k and name)"])
  }
}
