extension Findings {
  /// A header and a line for each benchmark, numbers in full; what does not apply is empty.
  package var commaSeparated: String {
    let header = [
      "benchmark", "seconds", "best_seconds", "rounds", "rows_per_second", "ns_per_row_component", "gf_per_s",
      "of_peak_gf", "gb_per_s", "of_peak_gb", "operations_per_byte", "peak_bytes", "peak_over_data", "threads",
      "instructions",
    ]
    return ([header] + results.map(cells)).map { $0.joined(separator: ",") + "\n" }.joined()
  }

  private func cells(_ result: Result) -> [String] {
    func text(_ value: Double?) -> String { value.map { "\($0)" } ?? "" }
    let intensity = result.operations.flatMap { operations in result.bytes.map { operations / $0 } }
    return [
      result.name, text(result.seconds), text(result.best), "\(result.rounds.count)", text(result.rowsPerSecond),
      text(result.nanosecondsPerRowComponent), text(result.gigaOperations),
      text(result.gigaOperations.map { $0 / machine.operations }), text(result.gigaBytes),
      text(result.gigaBytes.map { $0 / machine.bytes }), text(intensity), result.peakBytes.map { "\($0)" } ?? "",
      text(result.memoryRatio), "\(machine.threads)", machine.instructions,
    ]
  }
}
