/// Draws the grid and the axes of one panel.
struct AxisDrawing {
  let frame: Rect
  let x: PlacedAxis
  let y: PlacedAxis
  /// Where the horizontal axis is labelled with categories.
  let names: CategoryLabels?
  let theme: Theme

  private func crisp(_ pixel: Double) -> Double { (pixel * 2).rounded() / 2 }

  /// Lines at the labels, below everything else; none where the base line lies.
  func grid(_ grid: Panel.Grid, overflow: Axis.Overflow?) -> [Primitive] {
    var path = Path()
    if grid.contains(.horizontal) {
      for pixel in y.ticks.map({ crisp(y.pixel($0.value)) }) where frame.maxY - pixel > 1 {
        path.append(.line(Point(frame.minX, pixel), Point(frame.maxX, pixel)))
      }
    }
    if grid.contains(.vertical) {
      for tick in x.ticks where tick.value != overflow?.place {
        let pixel = crisp(x.pixel(tick.value))
        path.append(.line(Point(pixel, frame.minY), Point(pixel, frame.maxY)))
      }
    }
    return path.isEmpty ? [] : [.stroke(path, Stroke(theme.grid, width: Style.axisWidth))]
  }

  /// The base line with its ticks and labels, and the labels of the vertical axis.
  ///
  /// - Parameters:
  ///   - labelsY: whether the vertical axis is labelled here.
  ///   - numbers: of the two axes in the scene.
  func axes(_ base: Panel.Base, labelsY: Bool, numbers: (x: Int, y: Int)) -> [Primitive] {
    var path = Path()
    if base != .none { path.append(.line(Point(frame.minX, frame.maxY), Point(frame.maxX, frame.maxY))) }
    var texts: [Primitive] = []
    if base.rawValue >= Panel.Base.ticks.rawValue {
      for tick in x.ticks {
        let pixel = crisp(x.pixel(tick.value))
        path.append(.line(Point(pixel, frame.maxY), Point(pixel, frame.maxY + Style.tickLength)))
        guard base == .labels, names == nil else { continue }
        let place = Point(x.pixel(tick.value), frame.maxY + Style.tickLength + Style.tickGap)
        texts.append(text(tick.label, at: place, anchor: .middle, baseline: .top, role: role(x, numbers.x)))
      }
    }
    if base == .labels, let names {
      let top = frame.maxY + Style.tickLength + Style.tickGap
      texts += names.runs(at: top, color: theme.muted).map { .text($0) }
    }
    for tick in labelsY ? y.ticks : [] {
      let place = Point(frame.minX - Style.yTickGap, y.pixel(tick.value))
      texts.append(text(tick.label, at: place, anchor: .end, baseline: .middle, role: role(y, numbers.y)))
    }
    let line = path.isEmpty ? [] : [Primitive.stroke(path, Stroke(theme.axis, width: Style.axisWidth))]
    return line + texts
  }

  private func text(
    _ label: RichText, at place: Point, anchor: TextRun.Anchor, baseline: TextRun.Baseline, role: TextRun.Role
  ) -> Primitive {
    .text(
      TextRun(label, at: place, style: Style.tick, color: theme.muted, anchor: anchor, baseline: baseline, role: role))
  }

  private func role(_ axis: PlacedAxis, _ index: Int) -> TextRun.Role {
    if case .ordinal = axis.scale { return .category }
    // Between 1 and 2 there are no three whole numbers to label.
    let wholes = axis.domain.upperBound.rounded(.down) - axis.domain.lowerBound.rounded(.up) + 1
    if axis.integers, wholes < 3 { return .category }
    return .tick(axis: index)
  }
}
