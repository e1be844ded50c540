import Testing

/// What is said to somebody who calls the program wrongly, or asks how to call it.
@Suite struct UsageTests {
  @Test(arguments: [
    ([], "Name at least one notebook."),
    (["--strict"], "Name at least one notebook."),
    (["good.md", "--fromat", "md"], "Unknown option '--fromat'. Did you mean '--format'?"),
    (["good.md", "--landscape"], "Unknown option '--landscape'"),
    (["good.md", "--format", "pdf"], "There is no format 'pdf'; the formats are html and md."),
    (["good.md", "--format", "html,"], "There is no format ''; the formats are html and md."),
    (["good.md", "--format", ""], "There is no format ''; the formats are html and md."),
    (["good.md", "--figures", "gif"], "There is no figure format 'gif'; the figure formats are png, svg and pdf."),
    (["good.md", "--figures", ""], "There is no figure format ''; the figure formats are png, svg and pdf."),
    (["good.md", "--format"], "Missing value for '--format <html,md>'"),
    (["good.md", "--threads", "0"], "0 threads cannot do any work; write --threads 1 or more."),
    (["good.md", "--threads", "-2"], "-2 threads cannot do any work; write --threads 1 or more."),
    (["good.md", "--threads", "two"], "The value 'two' is invalid for '--threads <n>'"),
    (["good.md", "--param", "k"], "'k' does not set a parameter; write --param name=value."),
    (["good.md", "--param", "=4"], "'=4' does not set a parameter; write --param name=value."),
    (
      ["good.md", "other/good.md"],
      "good.md and other/good.md would be written to the same report; run one of them with another --output."
    ),
    (["directives", "fit"], "Unexpected argument 'fit'"),
  ])
  func wrongUsageEndsWith2(arguments: [String], message: String) throws {
    let desk = try Desk(["good.md": Notebooks.good, "wine.csv": Notebooks.wine])
    let run = try Program.run(arguments, in: desk.folder)
    #expect(run.status == 2)
    #expect(run.errors.hasPrefix("Error: \(message)\n"), "\(run.errors)")
    #expect(run.errors.contains("gmm-report --help") || run.errors.contains("gmm-report directives --help"))
    #expect(run.output == "")
    #expect(desk.files() == ["good.md", "wine.csv"])
  }

  @Test func helpNamesEveryOption() throws {
    let run = try Desk().run("--help")
    #expect(run.status == 0)
    #expect(run.errors == "")
    for option in [
      "--output <dir>", "--format <html,md>", "--figures <png,svg,pdf>", "--param <name=value>", "--threads <n>",
      "--fix",
      "--strict", "--quiet", "--timings",
      "--version", "--help", "gmm-report directives",
    ] {
      #expect(run.output.contains(option), "\(option)")
    }
  }

  @Test func versionIsPrinted() throws {
    let run = try Desk().run("--version")
    #expect(run.status == 0)
    #expect(run.output == "0.1.0\n")
  }

  @Test func directivesAreListed() throws {
    let run = try Desk().run("directives")
    #expect(run.status == 0)
    #expect(run.errors == "")
    let lines = run.output.split(separator: "\n").map(String.init)
    for start in ["DIRECTIVES", "MEMBERS", "FUNCTIONS", "OPERATORS", "FORMATS"] { #expect(lines.contains(start)) }
    for directive in [
      "{load} NAME", "{describe} ", "{table} ", "{fit} NAME", "{select} NAME", "{plot} fig-NAME", "{explain}",
      "{certificate} ", "{claim}",
    ] {
      #expect(lines.contains { $0.hasPrefix("  \(directive)") }, "\(directive)")
    }
    #expect(lines.contains { $0.hasPrefix("    components ") })
    #expect(lines.contains { $0.hasPrefix("    bic ") })
  }
}
