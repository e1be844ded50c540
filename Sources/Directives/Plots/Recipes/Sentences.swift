internal import Wording

/// `two` for 2; numerals from thirteen on.
func spelled(_ count: Int) -> String {
  let words = [
    "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
  ]
  return words.indices.contains(count) ? words[count] : NumberFormat.count.string(Double(count))
}

/// `two peaks`
func spelled(_ count: Int, _ noun: String) -> String { "\(spelled(count)) \(noun)\(count == 1 ? "" : "s")" }

/// Sentences on one line, the empty ones left out.
func sentences(_ parts: String...) -> String { parts.filter { !$0.isEmpty }.joined(separator: " ") }

/// `58 rows not drawn: a value is missing.`; nothing of no rows.
func notDrawn(_ rows: Int) -> String {
  rows == 0 ? "" : "\(counted(rows, "row")) not drawn: a value is missing."
}

/// `n = 1,599.`
func sampleSize(_ count: Int) -> String { "n = \(NumberFormat.count.string(Double(count)))." }
