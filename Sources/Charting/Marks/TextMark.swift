/// A note at a place in data units, moved by the engine to where it covers least; left out where it would lie on other
/// text.
package struct TextMark: Mark {
  package var x: Double
  package var y: Double
  package var label: Label
  /// Whether the note stands beside the place and an arrow points at it; otherwise it stands on it.
  package var arrow: Bool
  /// How far from the place the note keeps, in CSS pixels, where a symbol stands there; `nil` lets it stand on it.
  package var clearance: Double?

  package init(
    _ text: String, x: Double, y: Double, paint: Paint = .muted, arrow: Bool = false, clearance: Double? = nil
  ) {
    self.init(lines: text.lines(of: 32), x: x, y: y, paint: paint, arrow: arrow, clearance: clearance)
  }

  /// - Parameter lines: one string a line.
  package init(
    lines: [String], x: Double, y: Double, paint: Paint = .muted, arrow: Bool = false, clearance: Double? = nil
  ) {
    self.x = x
    self.y = y
    self.arrow = arrow
    self.clearance = clearance
    label = Label(lines: lines, paint: paint)
  }

  package func extend(x: inout Extent, y: inout Extent) {
    x.include(self.x)
    y.include(self.y)
  }

  package func draw(in panel: inout PanelDrawing) {
    guard panel.x.shows(x), panel.y.shows(y) else { return }
    let place = panel.point(x, y)
    panel.labels.append(
      LabelRequest(
        label, paint: .muted, swatch: nil, beside: clearance.map { .points([place], $0) } ?? .place(place), light: true,
        arrow: arrow))
  }
}

extension String {
  /// The text broken at spaces into lines of about so many characters, and where it says so itself.
  fileprivate func lines(of length: Int) -> [String] {
    split(separator: "\n").flatMap { line -> [String] in
      line.split(separator: " ").reduce(into: [String]()) { lines, word in
        if let last = lines.last, last.count + word.count < length {
          lines[lines.count - 1] = last + " " + word
        } else {
          lines.append(String(word))
        }
      }
    }
  }
}
