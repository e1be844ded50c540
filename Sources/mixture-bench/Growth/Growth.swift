/// How the time of an EM iteration grows with the rows, the components and the columns: the numbers of charts.
struct Growth {
  /// One size along a sweep.
  struct Step {
    let sweep: Sweep
    let structure: Work.Structure
    let data: SyntheticData
  }

  /// What grows.
  enum Sweep: String, CaseIterable { case rows, components, columns }

  var threads: Int?
  var rounds: Int

  /// Every size that is timed.
  static let steps: [Step] = {
    let rows = [10_000, 30_000, 100_000, 300_000, 1_000_000, 3_000_000, 10_000_000].flatMap { n in
      [Work.Structure.full, .diagonal].map {
        Step(sweep: .rows, structure: $0, data: SyntheticData(rows: n, columns: 10, components: 6))
      }
    }
    let components = [1, 2, 4, 8, 16, 32].flatMap { k in
      [Work.Structure.full, .diagonal].map {
        Step(sweep: .components, structure: $0, data: SyntheticData(rows: 100_000, columns: 10, components: k))
      }
    }
    let columns = [2, 4, 8, 16, 32, 64].flatMap { d in
      [Work.Structure.full, .diagonal].map {
        Step(sweep: .columns, structure: $0, data: SyntheticData(rows: 100_000, columns: d, components: 4))
      }
    }
    return rows + components + columns
  }()

  /// Times every step and hands on lines of comma-separated text, a header first.
  func run(_ hand: (String) -> Void) throws {
    hand("sweep,covariance,rows,columns,components,iteration_seconds,ns_per_row")
    for step in Self.steps {
      let seconds = try time(step)
      let data = step.data
      hand(
        "\(step.sweep),\(step.structure),\(data.rows),\(data.columns),\(data.components),\(seconds),"
          + "\(seconds * 1e9 / Double(data.rows))")
    }
  }

  /// The seconds of an iteration, from the fastest of several fits of few iterations and of many: all that disturbs a
  /// fit makes it slower.
  private func time(_ step: Step) throws -> Double {
    let timed = try TimedEM(step.structure, step.data, threads: threads)
    let few = 4
    let first = try Stopwatch.iteration(of: few, timed.fit).seconds
    let more = max(8, min(2000, Int(0.2 / max(first, 1e-6))))
    func fastest(_ iterations: Int) throws -> Double {
      try (0..<rounds).map { _ in try Stopwatch.time { try timed.fit(iterations) }.seconds }.min() ?? .nan
    }
    return (try fastest(few + more) - fastest(few)) / Double(more)
  }
}
