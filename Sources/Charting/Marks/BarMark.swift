/// Upright bars on a continuous axis: the bins of a histogram, or one layer of stacked ones.
package struct BarMark: Mark {
  /// One bar, in data units.
  package struct Bar: Sendable, Hashable {
    package var x: ClosedRange<Double>
    /// Foot and top; equal for an empty bar, which is not drawn.
    package var y: ClosedRange<Double>

    package init(x: ClosedRange<Double>, y: ClosedRange<Double>) {
      self.x = x
      self.y = y
    }
  }

  package var bars: [Bar]
  package var paint: Paint

  package init(_ bars: [Bar], paint: Paint = .neutral) {
    self.bars = bars
    self.paint = paint
  }

  /// Bars that stand on 0.
  ///
  /// - Parameters:
  ///   - edges: the ends of the bins, ascending: one more than heights.
  ///   - heights: a negative one hangs from 0; NaN is an empty bar.
  package init(edges: [Double], heights: [Double], paint: Paint = .neutral) {
    self.init(edges: edges, spans: heights.map(Self.span), paint: paint)
  }

  /// Bars from foot to top, as `stacked(_:)` makes them.
  package init(edges: [Double], spans: [ClosedRange<Double>], paint: Paint) {
    self.init(zip(zip(edges, edges.dropFirst()), spans).map { Bar(x: $0.0...$0.1, y: $1) }, paint: paint)
  }

  /// Foot and top of a bar of a height on 0.
  static func span(_ height: Double) -> ClosedRange<Double> { min(0, height)...max(0, height) }

  package var grid: Panel.Grid? { .horizontal }

  package func extend(x: inout Extent, y: inout Extent) {
    for bar in bars {
      x.include([bar.x.lowerBound, bar.x.upperBound])
      if bar.y.lowerBound < 0 { y.include(bar.y.lowerBound) } else { y.include(bar.y.lowerBound, room: .flush) }
      y.include(bar.y.upperBound)
    }
    y.include(0, room: .flush)
  }

  /// Edges are moved to half pixels, whole ones at 2×, so that gaps between bars are all as wide.
  package func draw(in panel: inout PanelDrawing) {
    var path = Path()
    for bar in bars where bar.y.upperBound > bar.y.lowerBound {
      let (left, right) = (Self.snapped(panel.x.edge(bar.x.lowerBound)), Self.snapped(panel.x.edge(bar.x.upperBound)))
      let (foot, top) = (Self.snapped(panel.y.edge(bar.y.lowerBound)), Self.snapped(panel.y.edge(bar.y.upperBound)))
      let gap = right - left > 3 ? Style.barGap : 0
      // A layer's lower edge shows as a line of background, unless the layer is hardly thicker than the line.
      let lift = foot - top > 1.5 && bar.y.lowerBound > 0 ? 0.5 : 0
      let rect = Rect(minX: left + gap / 2, minY: top, maxX: right - gap / 2, maxY: max(top + 0.5, foot - lift))
      path.append(.rect(rect))
      panel.obstacles.add(rect, weight: 1)
    }
    if !path.isEmpty { panel.add(fill: path, paint) }
  }

  private static func snapped(_ pixel: Double) -> Double { (pixel * 2).rounded() / 2 }
}
