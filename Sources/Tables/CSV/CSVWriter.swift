extension Table {
  /// The table as comma-separated text with a header, UTF-8, each line ended by LF.
  ///
  /// Numbers have as many digits as it takes to read the same number back; a missing cell is empty.
  package func csv() -> [UInt8] {
    let cells = [columns.map { quoted($0.name) }] + (0..<rowCount).map { row in columns.map { $0.text(at: row) } }
    return Array(cells.map { $0.joined(separator: ",") + "\n" }.joined().utf8)
  }
}

extension Column {
  fileprivate func text(at row: Int) -> String {
    switch cells {
    case .number(let numbers): shortestText(numbers[row])
    case .category(let categories): categories[row].map(quoted) ?? ""
    case .boolean(let flags): flags[row].map { $0 ? "true" : "false" } ?? ""
    }
  }
}

/// The shortest decimal text that reads back as the same number; nothing for NaN.
private func shortestText(_ number: Double) -> String {
  if number.isNaN { return "" }
  if number == number.rounded(), abs(number) < 1e15 { return String(Int64(number)) }
  return "\(number)"
}

/// The text in quotes where it would not come back as it is.
private func quoted(_ text: String) -> String {
  let isPlain = !text.contains { ",\"".contains($0) || $0.isNewline } && text.first != " " && text.last != " "
  return isPlain && !text.isEmpty ? text : "\"" + text.replacing("\"", with: "\"\"") + "\""
}
