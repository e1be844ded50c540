extension Chart {
  /// The chart in pixels, in the colours of a theme.
  ///
  /// Names stand beside their marks. Where they find no room there, all of them move to a legend, unless the chart has
  /// one of its own; what is left beside the marks is names without numbers, as far as there is room for those.
  package func scene(in theme: Theme, measuring measurer: TextMeasurer) -> Scene {
    let direct = ChartComposition(self, legend: legend, names: .all, theme, measurer)
    guard !direct.complete, legend == nil, let names = direct.namesAsLegend else {
      return direct.scene.scalingLines(by: theme.lineScale)
    }
    return ChartComposition(self, legend: names, names: .short, theme, measurer).scene
      .scalingLines(by: theme.lineScale)
  }
}

/// One attempt at laying out and drawing a chart.
private struct ChartComposition {
  /// Which names stand beside their marks.
  enum Names {
    case all
    /// Those of which a part can be left out because a legend has it.
    case short
  }

  let chart: Chart
  let theme: Theme
  let measurer: TextMeasurer
  let key: KeyDrawing?
  let shown: Names
  /// About what a header and an axis leave no room for a legend beside.
  private static let headerAndFooter = 170.0
  var layout: ChartLayout
  /// Where the key stands.
  var keyPlace: Rect?
  var panels: [PanelDrawing] = []
  var margins: [LineEndLabels] = []
  /// The names that stand beside marks, panel by panel.
  var names: [[PlacedLabel]] = []
  /// Whether all names found room.
  var complete = true

  init(_ chart: Chart, legend: Legend?, names: Names, _ theme: Theme, _ measurer: TextMeasurer) {
    (self.chart, self.theme, self.measurer, shown) = (chart, theme, measurer, names)
    key = KeyDrawing(legend, chart.colorBar, height: chart.size.height - Self.headerAndFooter, measurer)
    layout = ChartLayout(chart, keyWidth: 0, measurer)
    placeKey(margins: [])
    draw()
    // Where lines end is known only now, and with it what their names need beside the panels.
    let widths = (0..<layout.plan.columns).map { column in
      (zip(margins, layout.frames).enumerated().filter { layout.plan.places[$0.offset].column == column }
        .map { $0.element.0.margin(of: $0.element.1) }.max() ?? 0).rounded(.up)
    }
    if widths.contains(where: { $0 > 0 }) {
      layout = ChartLayout(chart, keyWidth: 0, margins: widths, measurer)
      placeKey(margins: widths)
      draw()
    }
    name()
  }

  /// In the largest empty corner of the grid that holds it, or else in a column beside the panels.
  private mutating func placeKey(margins: [Double]) {
    guard let key else { return }
    let holes = layout.holes.filter { $0.width >= key.width && $0.height >= key.height }
    if let hole = holes.max(by: { $0.area < $1.area }) {
      keyPlace = hole
      return
    }
    layout = ChartLayout(chart, keyWidth: key.width, margins: margins, measurer)
    let whole = layout.whole
    keyPlace = Rect(
      x: chart.size.width - Style.padding - key.width, y: whole.minY, width: key.width, height: whole.height)
  }

  private mutating func draw() {
    panels = chart.panels.indices.map { index in
      var drawing = PanelDrawing(frame: layout.frames[index], x: layout.xs[index], y: layout.ys[index], theme: theme)
      for mark in chart.panels[index].marks { mark.draw(in: &drawing) }
      drawing.obstacles.finish()
      return drawing
    }
    margins = panels.map { panel in
      LineEndLabels(named(panel).filter { LineEndLabels.takes($0, in: panel.frame) }, in: panel.frame, measurer)
    }
  }

  private func named(_ panel: PanelDrawing) -> [LabelRequest] {
    switch shown {
    case .all: panel.labels
    case .short: panel.labels.compactMap { $0.swatch == nil ? $0 : $0.shortened }
    }
  }

  /// Finds places for the names, panel by panel.
  private mutating func name() {
    let results = zip(panels, margins).map { panel, margin in
      let solver = LabelSolver(frame: panel.frame, obstacles: panel.obstacles, measurer: measurer)
      let inside = named(panel).filter { !LineEndLabels.takes($0, in: panel.frame) }
      let taken = panel.written(measurer) + margin.placed.map(\.rect)
      let solved = solver.solve(inside, avoiding: taken, keepsCrowded: shown == .all)
      return (placed: margin.placed + solved.placed, complete: margin.complete && solved.complete)
    }
    names = results.map(\.placed)
    complete = results.allSatisfy(\.complete)
  }

  /// One entry for every different name.
  var namesAsLegend: Legend? {
    var entries: [Legend.Entry] = []
    for request in panels.flatMap(\.labels) {
      guard let swatch = request.swatch else { continue }
      let lines = request.label.lines
      let note = lines.dropFirst().joined(separator: "   ")
      let entry = Legend.Entry(lines.first ?? "", note: note, paint: request.paint, swatch: swatch)
      if !entries.contains(where: { $0.label == entry.label && $0.note == note }) { entries.append(entry) }
    }
    return entries.isEmpty ? nil : Legend(entries: entries)
  }

  var scene: Scene {
    var primitives = layout.text.header.map { $0.primitive(theme) }
    primitives += layout.text.key.primitives(middle: layout.text.keyMiddle, theme)
    let firstLabelled = layout.plan.x.labelled.firstIndex(of: true)
    for (index, panel) in panels.enumerated() {
      let frame = layout.frames[index]
      let axes = AxisDrawing(
        frame: frame, x: layout.xs[index], y: layout.ys[index], names: layout.names[index], theme: theme)
      let grid = chart.panels[index].grid ?? chart.panels[index].marks.reduce(into: []) { $0.formUnion($1.grid ?? []) }
      primitives += axes.grid(grid, overflow: layout.plan.x.axes[index].overflow)
      primitives += panel.primitives
      primitives += axes.axes(
        layout.plan.bases[index], labelsY: layout.plan.y.labelled[index],
        numbers: (index == firstLabelled ? 0 : panels.count + 1 + index, index + 1))
      let titles = layout.yTitles.filter { $0.panel == index } + layout.xTitles.filter { $0.panel == index }
      primitives += titles.flatMap { $0.title.primitives(theme) }
      primitives += layout.titles[index].primitives(above: frame, theme)
      if names.indices.contains(index) { primitives += names[index].flatMap { $0.primitives(theme, measurer) } }
    }
    if let key, let place = keyPlace {
      primitives += key.primitives(at: Point(place.minX, place.minY), height: place.height, theme)
    }
    primitives += layout.text.caption.map { $0.primitive(theme) }
    return Scene(size: chart.size, background: theme.background, panels: layout.frames, primitives: primitives)
  }
}

extension PanelDrawing {
  /// Where marks have written text themselves.
  func written(_ measurer: TextMeasurer) -> [Rect] {
    primitives.compactMap { primitive in
      if case .text(let run) = primitive { measurer.bounds(of: run) } else { nil }
    }
  }
}
