/// A symbol at every pair of coordinates.
package struct PointMark: Mark {
  package var x: [Double]
  package var y: [Double]
  /// One for all points, or one a point.
  package var paints: [Paint]
  /// One for all points, or one a point.
  package var symbols: [Symbol]
  /// In CSS pixels; by the number of points when `nil`.
  package var diameter: Double?
  /// Multiplies that of the paints; by the number of points when `nil`.
  package var opacity: Double?
  /// Points with a ring around them, by index: uncertain ones, or the winner.
  package var rings: [Int]
  /// In CSS pixels.
  package var ringDiameter: Double
  /// A rim in the colour of the background, for points on lines.
  package var rimmed: Bool
  /// Draws a triangle at the edge for every point above a fixed range, rather than nothing.
  package var marksOverflow: Bool
  /// Draws in a random order (always the same), so that no group hides another.
  package var shuffled: Bool
  package var label: Label?

  package init(
    x: [Double], y: [Double], paints: [Paint] = [.component(0)], symbols: [Symbol] = [.circle],
    diameter: Double? = nil, opacity: Double? = nil, rings: [Int] = [], ringDiameter: Double = 11,
    rimmed: Bool = false, marksOverflow: Bool = false, shuffled: Bool = true, label: Label? = nil
  ) {
    self.x = x
    self.y = y
    self.paints = paints
    self.symbols = symbols
    self.diameter = diameter
    self.opacity = opacity
    self.rings = rings
    self.ringDiameter = ringDiameter
    self.rimmed = rimmed
    self.marksOverflow = marksOverflow
    self.shuffled = shuffled
    self.label = label
  }

  package var grid: Panel.Grid? { .both }

  package func extend(x: inout Extent, y: inout Extent) {
    for (a, b) in zip(self.x, self.y) where a.isFinite && b.isFinite {
      x.include(a, room: .symbol)
      y.include(b, room: .symbol)
    }
  }

  package func draw(in panel: inout PanelDrawing) {
    let count = min(x.count, y.count)
    let byCount = Style.point(count: count)
    let (diameter, opacity) = (diameter ?? byCount.diameter, opacity ?? byCount.opacity)
    var stamps: [SymbolStamps] = []
    var shown: [Point] = []
    for index in shuffled ? Shuffle.order(count) : Array(0..<count) where panel.x.shows(x[index]) {
      var place = panel.point(x[index], y[index])
      var symbol = symbols[min(index, symbols.count - 1)]
      if !panel.y.shows(y[index]) {
        guard marksOverflow, y[index] > panel.y.scale.value(at: panel.y.domain.upperBound) else { continue }
        (place.y, symbol) = (panel.frame.minY + diameter / 2 + 1, .triangle)
      }
      shown.append(place)
      panel.obstacles.add(disc: place, radius: diameter / 2)
      let color = panel.theme.color(paints[min(index, paints.count - 1)]).opacity(opacity)
      if let last = stamps.last, last.symbol == symbol {
        stamps[stamps.count - 1].points.append(place)
        stamps[stamps.count - 1].colors.append(color)
      } else {
        let rim = rimmed ? Stroke(panel.theme.background, width: 1) : nil
        stamps.append(SymbolStamps(symbol, size: diameter, at: [place], colors: [color], outline: rim))
      }
    }
    for stamp in stamps { panel.addUncut(.symbols(stamp)) }
    drawRings(in: &panel)
    if let label, let paint = paints.first {
      panel.labels.append(
        LabelRequest(
          label, paint: paint, swatch: .symbol(symbols.first ?? .circle), beside: .points(shown, diameter / 2)))
    }
  }

  private func drawRings(in panel: inout PanelDrawing) {
    let places = rings.filter { panel.x.shows(x[$0]) && panel.y.shows(y[$0]) }.map { panel.point(x[$0], y[$0]) }
    guard !places.isEmpty else { return }
    for place in places { panel.obstacles.add(disc: place, radius: ringDiameter / 2) }
    // One ring is a mark of distinction, many are a property of points and stay faint.
    let stroke =
      places.count == 1
      ? Stroke(panel.theme.ink, width: 1.8) : Stroke(panel.theme.ink.opacity(0.55), width: 1)
    panel.addUncut(.symbols(SymbolStamps(.circle, size: ringDiameter, at: places, colors: [], outline: stroke)))
  }
}
