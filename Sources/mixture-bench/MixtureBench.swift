internal import ArgumentParser

@main
struct MixtureBench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "mixture-bench",
    abstract: "Times the parts of gmm-report, and sets them against what this machine can do.",
    discussion: """
      Run it in the package's own folder, optimised: swift run -c release mixture-bench. Every benchmark runs in a \
      process of its own on made-up data that are the same everywhere.

      Rates are counted from the operations and bytes that the work asks for (Sources/mixture-bench/Work.swift). Peaks \
      are measured in the same run: multiplications and additions on registers, and a copy from memory to memory.
      """)

  @Option(help: ArgumentHelp("Only benchmarks whose name holds this text; may be repeated.", valueName: "text"))
  var filter: [String] = []

  @Option(help: "Rounds, of which the median and the best are shown; 5 when absent, 9 with '--growth'.")
  var rounds: Int?

  @Option(help: "At most this many threads; one a processor when absent.")
  var threads: Int?

  @Option(help: "table, json or csv.")
  var format = Format.table

  @Flag(help: "Lists the benchmarks and times nothing.")
  var list = false

  @Flag(help: "Times an EM iteration over ever more rows, components and columns, and prints them as CSV.")
  var growth = false

  @Option(
    help: ArgumentHelp(
      "Writes the data of the benchmarks to a folder instead: rows and starts as little-endian doubles, and as CSV.",
      valueName: "dir"))
  var write: String?

  @Flag(help: "Waits for a line before each round of the one benchmark, and prints each as JSON.")
  var paced = false

  @Option(help: ArgumentHelp("This benchmark alone, in this process, its result as JSON.", valueName: "name"))
  var only: String?

  @Flag(help: .hidden)
  var peaks = false

  enum Format: String, ExpressibleByArgument, CaseIterable { case table, json, csv }

  func validate() throws {
    if let rounds, rounds < 1 { throw ValidationError("'--rounds' is \(rounds); it is at least 1.") }
    if let threads, threads < 1 { throw ValidationError("'--threads' is \(threads); it is at least 1.") }
    for text in filter where !Benchmark.all.contains(where: { $0.name.contains(text) }) {
      throw ValidationError("No benchmark has '\(text)' in its name; '--list' shows them.")
    }
    if paced, chosen.count != 1 {
      throw ValidationError("'--paced' runs one benchmark and \(chosen.count) are chosen; name it by '--only'.")
    }
    if let only, chosen.isEmpty { throw ValidationError("There is no benchmark '\(only)'; '--list' shows them.") }
  }

  func run() throws {
    let runs = Runs(settings: .init(threads: threads), rounds: rounds ?? 5)
    if peaks {
      print(try Machine.measured(threads: threads ?? Machine.processors).json())
    } else if list {
      for benchmark in chosen { print("\(benchmark.name)  \(benchmark.summary)") }
    } else if growth {
      try Growth(threads: threads, rounds: rounds ?? 9).run { line in
        print(line)
        Terminal.flush()
      }
    } else if let write {
      try writeData(to: write)
    } else if paced {
      try runs.paced(chosen[0])
    } else if only != nil, let benchmark = chosen.first {
      print(try runs.inProcess(benchmark).json())
    } else {
      try measure(runs)
    }
  }

  private var chosen: [Benchmark] {
    if let only { return Benchmark.all.filter { $0.name == only } }
    return Benchmark.all.filter { benchmark in filter.isEmpty || filter.contains { benchmark.name.contains($0) } }
  }

  private func measure(_ runs: Runs) throws {
    let machine = try runs.machine()
    let results = try chosen.map { benchmark in
      Terminal.note(benchmark.name)
      return try runs.inChild(benchmark)
    }
    let findings = Findings(machine: machine, results: results)
    switch format {
    case .table: print(findings.table)
    case .json: print(try findings.json())
    case .csv: print(findings.commaSeparated, terminator: "")
    }
  }

  private func writeData(to folder: String) throws {
    for data in Set(chosen.compactMap(\.data)).sorted(by: { $0.size < $1.size }) {
      Terminal.note(data.size)
      try data.writeNumbers(to: folder)
    }
    guard chosen.contains(where: { $0.name.hasPrefix("csv/") }) else { return }
    try Benchmark.million.writeText(.few, to: "\(folder)/4 decimals.csv")
    try Benchmark.million.writeText(.all, to: "\(folder)/17 digits.csv")
  }
}
