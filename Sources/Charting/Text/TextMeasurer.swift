import CPangoCairo

/// Measures text in the pinned face, and keeps the shaped lines for the renderer.
///
/// Belongs to one thread; the first in the program takes a few milliseconds to make, as many more as there are threads a
/// fraction of one.
package final class TextMeasurer {
  private struct Key: Hashable {
    var text: RichText
    var style: TextStyle
  }

  private let typesetter: Typesetter
  private var lines: [Key: SetLine] = [:]
  /// Characters met so far that no pinned face has, in order: they are drawn as boxes.
  package private(set) var missingCharacters: [Character] = []

  /// - Throws: `FontError` naming the package to install when a file of the face is missing.
  package init() throws(FontError) { typesetter = try Typesetter.borrowed() }

  deinit {
    // Lines hold on to the typesetter's context.
    lines = [:]
    typesetter.giveBack()
  }

  /// The extents of a line of text; asking again for the same text and style is cheap.
  package func extents(of text: RichText, style: TextStyle) -> TextExtents { line(text, style).extents }

  /// The upright box that holds a run where it is placed, turned and with its halo.
  package func bounds(of run: TextRun) -> Rect {
    let extents = extents(of: run.text, style: run.style)
    let box = extents.box.offset(by: extents.start(of: run)).inset(by: -(run.halo?.width ?? 0))
    let turned = box.corners.map { Rotation(degrees: run.angle).apply($0) + run.position }
    return Rect(
      minX: turned.map(\.x).min() ?? 0, minY: turned.map(\.y).min() ?? 0,
      maxX: turned.map(\.x).max() ?? 0, maxY: turned.map(\.y).max() ?? 0)
  }

  func line(_ text: RichText, _ style: TextStyle) -> SetLine {
    let key = Key(text: text, style: style)
    if let line = lines[key] { return line }
    // A whole report holds a few thousand labels; a bound only keeps a long-lived program from growing.
    if lines.count >= 8192 { lines.removeAll() }
    let line = SetLine(typesetter.layout(text, style), metrics: typesetter.metrics(of: style))
    lines[key] = line
    if line.lacksGlyphs { noteMissing(in: text.plain, style) }
    return line
  }

  private func noteMissing(in text: String, _ style: TextStyle) {
    for character in text where !missingCharacters.contains(character) {
      let alone = SetLine(typesetter.layout(RichText(String(character)), style), metrics: (0, 0, 0))
      if alone.lacksGlyphs { missingCharacters.append(character) }
    }
  }
}
