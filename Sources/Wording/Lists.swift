/// `a, b and c`; the last two joined by `conjunction`.
package func joined(_ items: [String], _ conjunction: String = "and") -> String {
  guard let last = items.last, items.count > 1 else { return items.first ?? "" }
  return items.dropLast().joined(separator: ", ") + " \(conjunction) " + last
}

extension String {
  /// With a capital first letter, the rest as it is; names such as pH keep theirs.
  package var capitalizedFirst: String {
    let second = dropFirst().first
    return second?.isUppercase == true ? self : prefix(1).uppercased() + dropFirst()
  }
}

/// `1 row`, `2 rows`, `1,599 rows`; `many` is the plural where adding an s is not.
package func counted(_ count: Int, _ one: String, _ many: String? = nil) -> String {
  NumberFormat.count.string(Double(count)) + " " + (count == 1 ? one : many ?? one + "s")
}
