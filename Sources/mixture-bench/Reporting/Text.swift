internal import Wording

extension Findings {
  /// A table for a terminal, and what its peaks are.
  package var table: String {
    let header = [
      "benchmark", "median", "best", "rows/s", "ns/(row·K)", "GF/s", "of peak", "GB/s", "of peak", "memory",
    ]
    let cells = [header] + results.map(cells)
    let widths = header.indices.map { column in cells.map { $0[column].count }.max() ?? 0 }
    let lines = cells.map { row in
      row.enumerated().map { column, cell in
        let padding = String(repeating: " ", count: widths[column] - cell.count)
        return column == 0 ? cell + padding : padding + cell
      }.joined(separator: "  ")
    }
    let failures = results.compactMap { result in result.failure.map { "\(result.name): not timed: \($0)" } }
    return (lines + failures + ["", machine.words]).joined(separator: "\n")
  }

  private func cells(_ result: Result) -> [String] {
    func text(_ value: Double?, _ format: NumberFormat) -> String { value.map(format.string) ?? "" }
    func part(_ value: Double?, of peak: Double) -> String { text(value.map { $0 / peak }, NumberFormat(.percent)) }
    return [
      result.name, Self.duration(result.seconds), Self.duration(result.best),
      text(result.rowsPerSecond.map { $0 * 1e-6 }, .significant(3)) + (result.rowsPerSecond == nil ? "" : " M"),
      text(result.nanosecondsPerRowComponent, .significant(3)),
      text(result.gigaOperations, .significant(3)), part(result.gigaOperations, of: machine.operations),
      text(result.gigaBytes, .significant(3)), part(result.gigaBytes, of: machine.bytes),
      text(result.memoryRatio, .fixed(2)) + (result.memoryRatio == nil ? "" : " × data"),
    ]
  }

  /// `1.23 s`, `45.6 ms`, `78.9 µs`
  private static func duration(_ seconds: Double?) -> String {
    guard let seconds else { return "" }
    let (scale, unit) = seconds >= 1 ? (1.0, "s") : seconds >= 1e-3 ? (1e3, "ms") : (1e6, "µs")
    return NumberFormat.significant(3).string(seconds * scale) + " " + unit
  }
}

extension Machine {
  /// What the fractions of a table are of.
  package var words: String {
    """
    Peaks of this machine (\(processor)), measured in the same run on \(threads) thread\(threads == 1 ? "" : "s"):
    \(NumberFormat.significant(3).string(operations)) GF/s, multiplications and additions in equal parts, \
    \(instructions), none of them fused, as in all that is timed here;
    \(NumberFormat.significant(3).string(bytes)) GB/s, a copy from memory to memory, bytes read and bytes written.
    """
  }
}
