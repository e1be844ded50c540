/// Builds HTML text from tags and text, everything escaped on the way in.
///
/// An attribute whose value is `nil` is left out. One that holds a file (a `data:` URI) stands on a line of its own, so
/// that the line-by-line difference of two pages shows what else changed.
package struct HTMLWriter: Sendable {
  package typealias Attributes = KeyValuePairs<String, String?>

  /// What is written so far.
  package private(set) var html = ""

  /// - Parameter capacity: in bytes, as many as are likely to come.
  package init(capacity: Int = 0) { html.reserveCapacity(capacity) }

  /// A start tag, or an element that has no content.
  package mutating func open(_ name: String, _ attributes: Attributes = [:]) {
    html += "<" + name
    for case (let attribute, let value?) in attributes {
      html += value.hasPrefix("data:") ? "\n" : " "
      html += attribute + "=\"" + HTMLEscaping.attribute(value) + "\""
    }
    html += ">"
  }

  package mutating func close(_ name: String) { html += "</" + name + ">" }

  package mutating func text(_ string: String) { html += HTMLEscaping.text(string) }

  /// What is HTML already.
  package mutating func raw(_ markup: String) { html += markup }

  /// Ends the line, unless it is empty.
  package mutating func endLine() {
    if let last = html.utf8.last, last != UInt8(ascii: "\n") { html += "\n" }
  }
}
