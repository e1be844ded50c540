extension Diagnostic {
  /// The diagnostic as a terminal shows it: place, message and hint; the source line; a caret under the column.
  ///
  /// ```
  /// notebooks/wine.md:41:3: error: unknown column 'residual suger'; did you mean 'residual sugar'?
  /// x: residual suger
  ///    ^
  /// ```
  ///
  /// - Parameters:
  ///   - source: the whole text of the notebook.
  ///   - path: how the notebook is called.
  ///   - width: characters of the source line shown at most; a longer one is cut around the column.
  /// - Returns: three lines without a line end, or one when no place is meant.
  package func rendered(inSource source: String, path: String, width: Int = 100) -> String {
    let sentence = "\(severity.rawValue): \(message)" + (hint.map { "; \($0)" } ?? "")
    guard let location else { return "\(path): \(sentence)" }
    let head = "\(path):\(location.line):\(location.column): \(sentence)"
    let text = SourceText(source)
    guard (1...text.lineCount).contains(location.line) else { return head }
    let line = Array(text.text(text.range(ofLine: location.line - 1)))
    let column = min(max(location.column - 1, 0), line.count)
    let shown = Self.window(of: line.count, around: column, width: max(width, 8))
    let before = shown.lowerBound > 0 ? "…" : ""
    let after = shown.upperBound < line.count ? "…" : ""
    let visible = String(line[shown].map(Self.printable))
    let indent = before.map { _ in " " }.joined() + line[shown.lowerBound..<column].map(Self.blank).joined()
    return "\(head)\n\(before)\(visible)\(after)\n\(indent)^"
  }

  /// The characters to show of a line of `count`, at most `width`, `column` among them.
  private static func window(of count: Int, around column: Int, width: Int) -> Range<Int> {
    guard count > width else { return 0..<count }
    let start = min(max(column - width / 2, 0), count - width)
    return start..<start + width
  }

  /// Control characters would move the cursor of a terminal.
  private static func printable(_ character: Character) -> Character {
    let isControl = character.unicodeScalars.contains { $0.properties.generalCategory == .control }
    return isControl && character != "\t" ? "\u{FFFD}" : character
  }

  /// What is as wide as a character and empty; a tab for a tab.
  private static func blank(_ character: Character) -> String {
    character == "\t" ? "\t" : String(repeating: " ", count: cells(of: character))
  }

  /// How many cells of a terminal a character takes: two for East Asian wide ones and emoji (Unicode UAX #11).
  private static func cells(of character: Character) -> Int {
    guard let scalar = character.unicodeScalars.first else { return 0 }
    if scalar.properties.isEmojiPresentation { return 2 }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: return wide.contains { $0.contains(scalar.value) } ? 2 : 1
    }
  }

  private static let wide: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xA000...0xA4CF,
    0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6,
    0x1F300...0x1F64F, 0x1F900...0x1F9FF, 0x20000...0x3FFFD,
  ]
}
