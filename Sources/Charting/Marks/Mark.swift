/// Something drawn in a panel from data: bars, a line, points, …
///
/// A new mark is one file: a value with its data and paints, which says what of the axes it takes up and draws itself.
package protocol Mark: Sendable {
  /// The grid that helps to read it; `nil` when it does not care.
  var grid: Panel.Grid? { get }

  /// Adds what it takes up, in data units.
  func extend(x: inout Extent, y: inout Extent)

  /// Draws itself, in pixels.
  func draw(in panel: inout PanelDrawing)
}

extension Mark {
  package var grid: Panel.Grid? { nil }
}
