/// How benchmarks are run: each in a process of its own, so that its peak memory is its own too.
struct Runs {
  var settings = Benchmark.Settings()
  var rounds = 5

  /// Times one benchmark in this process. The first round warms caches and does not count.
  ///
  /// - Returns: without its peak memory, which only the process that started this one can tell.
  func inProcess(_ benchmark: Benchmark) -> Result {
    do {
      let round = try benchmark.prepare(settings)
      var check = try round().check
      var seconds: [Double] = []
      for _ in 0..<rounds {
        let sample = try round()
        seconds.append(sample.seconds)
        check = sample.check
      }
      return Result(
        name: benchmark.name, summary: benchmark.summary, rounds: seconds, check: check,
        dataBytes: benchmark.dataBytes, work: benchmark.work)
    } catch {
      return Result(name: benchmark.name, summary: benchmark.summary, rounds: [], failure: "\(error)")
    }
  }

  /// Times one benchmark in a process of its own.
  func inChild(_ benchmark: Benchmark) throws -> Result {
    let threads = settings.threads.map { ["--threads", "\($0)"] } ?? []
    let child = try ChildProcess.run(
      Executable.own, ["--only", benchmark.name, "--rounds", "\(rounds)"] + threads)
    guard child.status == 0, let found = try? Result(json: child.output) else {
      return Result(
        name: benchmark.name, summary: benchmark.summary, rounds: [],
        failure: "its process ended with status \(child.status)")
    }
    return Result(
      name: found.name, summary: found.summary, rounds: found.rounds, check: found.check,
      peakBytes: benchmark.dataBytes == nil ? nil : child.peakBytes, dataBytes: found.dataBytes,
      work: found.failure == nil ? benchmark.work : nil, failure: found.failure)
  }

  /// The peaks of this machine, measured in a process of its own, whose large arrays are gone when others begin.
  func machine() throws -> Machine {
    let child = try ChildProcess.run(
      Executable.own, ["--peaks", "--threads", "\(settings.threads ?? Machine.processors)"])
    return try Machine(json: child.output)
  }

  /// Times rounds one by one as lines arrive at standard input, and prints what each found as a line of JSON: so that
  /// another program can run in turn with this one.
  func paced(_ benchmark: Benchmark) throws {
    let round = try benchmark.prepare(settings)
    _ = try round()
    say("ready")
    while readLine() != nil {
      let sample = try round()
      say("{\"seconds\": \(sample.seconds), \"check\": \(sample.check.map { "\($0)" } ?? "null")}")
    }
  }

  private func say(_ line: String) {
    print(line)
    Terminal.flush()
  }
}
