extension Chart {
  /// The chart in pixels, in the colours of a theme.
  ///
  /// Names stand beside their marks. Where they find no room there, all of them move to a legend, unless the chart has
  /// one of its own.
  package func scene(in theme: Theme, measuring measurer: TextMeasurer) -> Scene {
    let direct = ChartComposition(self, legend: legend, namesMarks: true, theme, measurer)
    guard !direct.complete, legend == nil, let names = direct.namesAsLegend else { return direct.scene }
    return ChartComposition(self, legend: names, namesMarks: false, theme, measurer).scene
  }
}

/// One attempt at laying out and drawing a chart.
private struct ChartComposition {
  let chart: Chart
  let theme: Theme
  let measurer: TextMeasurer
  let legend: LegendDrawing?
  let bar: ColorBarDrawing?
  let namesMarks: Bool
  /// About what a header and an axis leave no room for a legend beside.
  private static let headerAndFooter = 170.0
  var layout: ChartLayout
  var panels: [PanelDrawing] = []
  var margins: [LineEndLabels] = []
  /// The names that stand beside marks, panel by panel.
  var names: [[PlacedLabel]] = []
  /// Whether all names found room.
  var complete = true

  init(_ chart: Chart, legend: Legend?, namesMarks: Bool, _ theme: Theme, _ measurer: TextMeasurer) {
    (self.chart, self.theme, self.measurer, self.namesMarks) = (chart, theme, measurer, namesMarks)
    let height = chart.size.height - Self.headerAndFooter
    self.legend = legend.map { LegendDrawing($0, height: height, measurer) }
    bar = chart.colorBar.map { ColorBarDrawing(bar: $0, measurer: measurer) }
    let keyWidth = max(self.legend?.width ?? 0, bar?.width ?? 0)
    layout = ChartLayout(chart, keyWidth: keyWidth, marginWidth: 0, measurer)
    draw()
    // Where lines end is known only now, and with it what their names need beside the panels.
    let margin = zip(margins, layout.frames).map { $0.margin(of: $1) }.max() ?? 0
    if namesMarks, margin > 0 {
      layout = ChartLayout(chart, keyWidth: keyWidth, marginWidth: margin.rounded(.up), measurer)
      draw()
    }
    if namesMarks { name() }
  }

  private mutating func draw() {
    panels = chart.panels.indices.map { index in
      var drawing = PanelDrawing(frame: layout.frames[index], x: layout.x, y: layout.ys[index], theme: theme)
      for mark in chart.panels[index].marks { mark.draw(in: &drawing) }
      drawing.obstacles.finish()
      return drawing
    }
    margins = panels.map { panel in
      LineEndLabels(panel.labels.filter { LineEndLabels.takes($0, in: panel.frame) }, in: panel.frame, measurer)
    }
  }

  /// Finds places for the names, panel by panel.
  private mutating func name() {
    let results = zip(panels, margins).map { panel, margin in
      let solver = LabelSolver(frame: panel.frame, obstacles: panel.obstacles, measurer: measurer)
      let inside = panel.labels.filter { !LineEndLabels.takes($0, in: panel.frame) }
      let solved = solver.solve(inside, avoiding: panel.written(measurer) + margin.placed.map(\.rect))
      return (placed: margin.placed + solved.placed, complete: margin.complete && solved.complete)
    }
    names = results.map(\.placed)
    complete = results.allSatisfy(\.complete)
  }

  /// One entry for every different name.
  var namesAsLegend: Legend? {
    var entries: [Legend.Entry] = []
    for request in panels.flatMap(\.labels) {
      let lines = request.label.lines
      let note = lines.dropFirst().joined(separator: "   ")
      let entry = Legend.Entry(lines.first ?? "", note: note, paint: request.paint, swatch: request.swatch)
      if !entries.contains(where: { $0.label == entry.label && $0.note == note }) { entries.append(entry) }
    }
    return entries.isEmpty ? nil : Legend(entries: entries)
  }

  var scene: Scene {
    var primitives: [Primitive] = []
    for (line, role) in zip(layout.header, headerRoles) {
      let color = role == .title ? theme.ink : theme.muted
      primitives.append(text(line.text, line.baseline, line.style, color, role))
    }
    for (index, panel) in panels.enumerated() {
      let frame = layout.frames[index]
      let axes = AxisDrawing(frame: frame, x: layout.x, y: layout.ys[index], theme: theme)
      let grid = chart.panels[index].grid ?? chart.panels[index].marks.reduce(into: []) { $0.formUnion($1.grid ?? []) }
      primitives += axes.grid(grid, overflow: chart.x.overflow)
      primitives += panel.primitives
      primitives += axes.axes(chart.base(index), index: index)
      primitives += axes.yTitle(layout.yTitles[index], measurer: measurer)
      if index == panels.count - 1 { primitives += axes.xTitle(layout.xTitle, measurer: measurer) }
      if names.indices.contains(index) { primitives += names[index].flatMap { $0.primitives(theme, measurer) } }
    }
    primitives += key
    for line in layout.caption {
      primitives.append(text(line.text, line.baseline, Style.caption, theme.muted, .caption))
    }
    return Scene(size: chart.size, background: theme.background, panels: layout.frames, primitives: primitives)
  }

  private var headerRoles: [TextRun.Role] { layout.header.map { $0.style == Style.title ? .title : .subtitle } }

  private var key: [Primitive] {
    guard let first = layout.frames.first, let last = layout.frames.last else { return [] }
    let corner = Point(layout.keyLeft, first.minY)
    let height = min(last.maxY - first.minY, 300)
    return (legend?.primitives(at: corner, theme) ?? []) + (bar?.primitives(at: corner, height: height, theme) ?? [])
  }

  private func text(
    _ text: RichText, _ baseline: Double, _ style: TextStyle, _ color: Color, _ role: TextRun.Role
  ) -> Primitive {
    .text(TextRun(text, at: Point(Style.padding, baseline), style: style, color: color, role: role))
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
