internal import TeXMath

/// Writes the parts of a page one after the other and remembers what a later part needs to know of the earlier ones.
struct PageWriter {
  var html = HTMLWriter()
  let report: Report
  /// How often each footnote has been mentioned so far, by its number.
  var mentions: [Int: Int] = [:]
  /// Every character that the formulas written so far draw.
  var mathGlyphs: Set<Unicode.Scalar> = []
  /// The components of mixtures shown so far, counted from 0.
  var components: Set<Int> = []
  /// Tables written so far: a table without an anchor is named by its place.
  var tables = 0
  /// Callouts written so far that the run raised.
  var warnings = 0

  init(_ report: Report) { self.report = report }

  /// An element within a line.
  mutating func inline(
    _ name: String, _ attributes: HTMLWriter.Attributes = [:], _ content: (inout PageWriter) -> Void
  ) {
    html.open(name, attributes)
    content(&self)
    html.close(name)
  }

  /// An element that stands on a line of its own, its content within that line.
  mutating func line(
    _ name: String, _ attributes: HTMLWriter.Attributes = [:], _ content: (inout PageWriter) -> Void
  ) {
    html.endLine()
    inline(name, attributes, content)
    html.endLine()
  }

  /// An element whose content stands on lines of its own.
  mutating func block(
    _ name: String, _ attributes: HTMLWriter.Attributes = [:], _ content: (inout PageWriter) -> Void
  ) {
    html.endLine()
    html.open(name, attributes)
    html.endLine()
    content(&self)
    html.endLine()
    html.close(name)
    html.endLine()
  }
}
