/// Where everything of a chart stands.
///
/// The header and the caption fix the height of the panels; heights fix the labels of the vertical axes; the widest of
/// those fixes the left edge that all panels share; what is left is the width, which fixes the horizontal axis.
struct ChartLayout {
  var header: [(text: RichText, style: TextStyle, baseline: Double)] = []
  var caption: [(text: RichText, baseline: Double)] = []
  var frames: [Rect] = []
  var x = PlacedAxis(scale: .linear, domain: 0...1, ticks: [], start: 0, end: 1)
  var ys: [PlacedAxis] = []
  var xTitle: [RichText] = []
  var yTitles: [[RichText]] = []
  /// The left edge of the key beside the panels.
  var keyLeft = 0.0

  /// - Parameters:
  ///   - keyWidth: of the legend and colour bar, 0 for none.
  ///   - marginWidth: what labels at line ends need to the right of the panels.
  init(_ chart: Chart, keyWidth: Double, marginWidth: Double, _ measurer: TextMeasurer) {
    let (top, bottom) = placeText(of: chart, measurer)
    let spans = Self.spans(of: chart, top: top, bottom: bottom, measurer)
    let extents = Self.extents(of: chart)
    let right = chart.size.width - Style.padding - (keyWidth > 0 ? keyWidth + Style.legendGap : 0)
    keyLeft = chart.size.width - Style.padding - keyWidth
    var domains: (x: ClosedRange<Double>?, y: ClosedRange<Double>?) = (nil, nil)
    for _ in 0..<(chart.equalAspect ? 3 : 1) {
      placeVertical(chart, spans, extents.y, domain: domains.y, measurer)
      let left = left(of: chart, measurer)
      placeHorizontal(chart, extents.x, left, right - marginWidth, limit: right, domain: domains.x, measurer)
      frames = spans.map { Rect(minX: x.start, minY: $0.lowerBound, maxX: x.end, maxY: $0.upperBound) }
      if chart.equalAspect, let y = ys.first { domains = Self.equalised(x, y) }
    }
  }

  /// Breaks the header and caption and gives the space left between them.
  private mutating func placeText(of chart: Chart, _ measurer: TextMeasurer) -> (top: Double, bottom: Double) {
    let width = chart.size.width - 2 * Style.padding
    var baseline = Style.titleBaseline
    let title = TextBlock(chart.title, Style.title, width: width, measurer)
    for (index, line) in title.lines.enumerated() {
      header.append((line, title.style, baseline + Double(index) * Style.titleLeading))
    }
    baseline = header.last.map { $0.baseline + Style.subtitleDrop } ?? baseline
    let subtitle = TextBlock(chart.subtitle, Style.subtitle, width: width, measurer)
    for (index, line) in subtitle.lines.enumerated() {
      header.append((line, subtitle.style, baseline + Double(index) * Style.subtitleLeading))
    }
    let top = header.last.map { $0.baseline + Style.headerGap } ?? Style.padding

    let note = TextBlock(chart.caption, Style.caption, width: width, measurer)
    for (index, line) in note.lines.enumerated() {
      let below = Double(note.lines.count - 1 - index) * Style.captionLeading
      caption.append((line, chart.size.height - Style.captionBaseline - below))
    }
    let height = measurer.extents(of: "H", style: Style.caption).capHeight
    let bottom = caption.first.map { $0.baseline - height - Style.captionGap } ?? chart.size.height - Style.padding
    return (top, bottom)
  }

  /// The top and bottom of every panel.
  private static func spans(
    of chart: Chart, top: Double, bottom: Double, _ measurer: TextMeasurer
  ) -> [ClosedRange<Double>] {
    var free = bottom - top
    var weights = 0.0
    for (index, panel) in chart.panels.enumerated() {
      free -= chart.baseHeight(index, measurer) + (index > 0 ? panel.gap : 0)
      switch panel.height {
      case .weight(let weight): weights += weight
      case .fixed(let height): free -= height
      }
    }
    var y = top
    return chart.panels.enumerated().map { index, panel in
      if index > 0 { y += panel.gap }
      let height: Double =
        switch panel.height {
        case .weight(let weight): max(20, free * weight / weights)
        case .fixed(let height): height
        }
      defer { y += height + chart.baseHeight(index, measurer) }
      return y.rounded()...(y + height).rounded()
    }
  }

  private static func extents(of chart: Chart) -> (x: Extent, y: [Extent]) {
    var x = Extent(chart.x.scale)
    let y = chart.panels.map { panel in
      var y = Extent(panel.y.scale)
      for mark in panel.marks { mark.extend(x: &x, y: &y) }
      return y
    }
    return (x, y)
  }

  private mutating func placeVertical(
    _ chart: Chart, _ spans: [ClosedRange<Double>], _ extents: [Extent], domain: ClosedRange<Double>?,
    _ measurer: TextMeasurer
  ) {
    let leading = measurer.extents(of: "0", style: Style.tick).capHeight + 6
    ys = chart.panels.indices.map { index in
      var axis = chart.panels[index].y
      if let domain { axis.range = domain }
      let height = spans[index].upperBound - spans[index].lowerBound
      let plan = AxisPlan(axis, extent: extents[index], length: height, vertical: true) { ticks, domain in
        let pixels = ticks.map { axis.scale.place($0.value) * height / (domain.upperBound - domain.lowerBound) }
        return zip(pixels, pixels.dropFirst()).allSatisfy { $1 - $0 >= leading }
      }
      return PlacedAxis(
        scale: axis.scale, domain: plan.domain, ticks: plan.ticks, start: spans[index].upperBound,
        end: spans[index].lowerBound, integers: axis.integers)
    }
    yTitles = zip(chart.panels, spans).map { panel, span in
      TextBlock(panel.y.title, Style.axisTitle, width: span.upperBound - span.lowerBound, measurer).lines
    }
  }

  /// The left edge of the panels: after the titles and labels of the vertical axes.
  private func left(of chart: Chart, _ measurer: TextMeasurer) -> Double {
    let titles = Double(yTitles.map(\.count).max() ?? 0) * Style.subtitleLeading
    let widths = ys.flatMap(\.ticks).map { measurer.extents(of: $0.label, style: Style.tick).width }
    let labels = widths.max().map { $0 + Style.yTickGap } ?? 0
    return (Style.padding + (titles > 0 ? titles + 4 : 0) + labels).rounded(.up)
  }

  private mutating func placeHorizontal(
    _ chart: Chart, _ extent: Extent, _ left: Double, _ right: Double, limit: Double, domain: ClosedRange<Double>?,
    _ measurer: TextMeasurer
  ) {
    var axis = chart.x
    if let domain { axis.range = domain }
    func width(_ tick: Tick) -> Double { measurer.extents(of: tick.label, style: Style.tick).width }
    // The last label may reach over the edge of the panel; the panel then gives way.
    var end = right.rounded(.down)
    for _ in 0..<3 {
      let plan = AxisPlan(axis, extent: extent, length: end - left, vertical: false) { ticks, domain in
        let scale = (end - left) / (domain.upperBound - domain.lowerBound)
        return zip(ticks, ticks.dropFirst()).allSatisfy { a, b in
          (axis.scale.place(b.value) - axis.scale.place(a.value)) * scale >= (width(a) + width(b)) / 2 + 10
        }
      }
      x = PlacedAxis(
        scale: axis.scale, domain: plan.domain, ticks: plan.ticks, start: left, end: end, integers: axis.integers)
      let over = x.ticks.map { x.pixel($0.value) + width($0) / 2 - limit }.max() ?? 0
      if over <= 0 { break }
      end -= over.rounded(.up)
    }
    xTitle = TextBlock(chart.x.title, Style.axisTitle, width: end - left, measurer).lines
  }

  /// Ends that give both axes the larger of the two units a pixel, around the same middle.
  private static func equalised(_ x: PlacedAxis, _ y: PlacedAxis) -> (ClosedRange<Double>, ClosedRange<Double>) {
    let pixels = min(x.pixelsPerUnit, -y.pixelsPerUnit)
    func ends(_ axis: PlacedAxis) -> ClosedRange<Double> {
      let middle = (axis.domain.lowerBound + axis.domain.upperBound) / 2
      let half = abs(axis.end - axis.start) / pixels / 2
      return middle - half...middle + half
    }
    return (ends(x), ends(y))
  }
}

extension Chart {
  func base(_ index: Int) -> Panel.Base {
    panels[index].base ?? (index == panels.count - 1 ? .labels : .ticks)
  }

  /// What the horizontal axis takes below a panel, in CSS pixels.
  func baseHeight(_ index: Int, _ measurer: TextMeasurer) -> Double {
    switch base(index) {
    case .none, .line: return 0
    case .ticks: return Style.tickLength
    case .labels:
      let labels = Style.tickLength + Style.tickGap + measurer.extents(of: "0", style: Style.tick).capHeight
      guard index == panels.count - 1, !x.title.isEmpty else { return labels }
      let width = size.width - 6 * Style.padding
      let lines = TextBlock(x.title, Style.axisTitle, width: width, measurer).lines.count
      let extents = measurer.extents(of: "H", style: Style.axisTitle)
      return labels + Style.axisTitleGap + extents.capHeight + extents.descent
        + Double(lines - 1) * Style.subtitleLeading
    }
  }
}
