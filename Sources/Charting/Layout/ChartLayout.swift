/// Where everything of a chart stands.
///
/// The header and the caption fix the heights of the rows; heights fix the labels of the vertical axes; the widest of
/// those fix the left edges that the panels of a column share; what is left is the widths, which fix the horizontal axes.
struct ChartLayout {
  let text: ChartHeader
  let plan: GridPlan
  private(set) var frames: [Rect] = []
  private(set) var xs: [PlacedAxis] = []
  private(set) var ys: [PlacedAxis] = []
  private(set) var titles: [PanelTitle] = []
  /// With the panel they are drawn after.
  private(set) var xTitles: [(panel: Int, title: AxisTitle)] = []
  private(set) var yTitles: [(panel: Int, title: AxisTitle)] = []
  /// Of panels whose horizontal axis is labelled with categories.
  private(set) var names: [Int: CategoryLabels] = [:]
  private var rows: [ClosedRange<Double>] = []
  private var columns: [ClosedRange<Double>] = []
  /// What stands above and below each panel, as the rows were placed for.
  private var taken: [[Double]] = []

  /// The powers of ten that titles state, by the numbers of the axes in the plan.
  private var xPowers: [Int: Int] = [:]
  private var yPowers: [Int: Int] = [:]

  private let chart: Chart
  private let measurer: TextMeasurer
  private let extents: SharedExtents
  /// Where the last labels must end.
  private let limit: Double
  private let margins: [Double]

  /// - Parameters:
  ///   - keyWidth: of the legend and colour bar beside the panels, 0 for none.
  ///   - margins: what labels at line ends need to the right of each column; none when empty.
  init(_ chart: Chart, keyWidth: Double, margins: [Double] = [], _ measurer: TextMeasurer) {
    (self.chart, self.measurer) = (chart, measurer)
    text = ChartHeader(chart, measurer)
    plan = GridPlan(chart)
    extents = SharedExtents(chart, plan)
    limit = chart.size.width - Style.padding - (keyWidth > 0 ? keyWidth + Style.legendGap : 0)
    self.margins = margins.isEmpty ? Array(repeating: 0, count: plan.columns) : margins
    guard !chart.panels.isEmpty else { return }
    let across = chart.size.width - 6 * Style.padding
    place(
      heights(
        TextWidths(
          panels: chart.panels.map { _ in (across / Double(plan.columns) - Style.gutter).rounded() }, all: across)))
    // Titles and names of categories are broken to the widths of panels, which are known only now.
    for _ in 0..<3 {
      let real = heights(TextWidths(panels: frames.map(\.width), all: whole.width))
      if real == taken { break }
      place(real)
    }
    titles = zip(chart.panels, frames).map { PanelTitle($0, width: $1.width, measurer) }
    placeTitles()
  }

  /// The widths to which titles are broken: of each panel, and of all together.
  private struct TextWidths {
    var panels: [Double]
    var all: Double
  }

  /// The smallest rectangle around all panels.
  var whole: Rect {
    frames.dropFirst().reduce(frames.first ?? Rect(x: 0, y: 0, width: 0, height: 0)) { $0.union($1) }
  }

  /// What stands above and below each panel.
  private func heights(_ widths: TextWidths) -> [[Double]] {
    let base = BaseHeight(measurer: measurer)
    let common = lines(commonXTitle, widths.all).count
    return [
      chart.panels.indices.map { PanelTitle(chart.panels[$0], width: widths.panels[$0], measurer).height },
      chart.panels.indices.map { index in
        let last = plan.places[index].row == plan.rows - 1
        let own = lines(xTitle(index), widths.panels[index]).count
        return base.of(plan.bases[index], titleLines: max(own, last ? common : 0), names: names[index]?.height)
      },
    ]
  }

  private func lines(_ title: String, _ width: Double) -> [RichText] {
    TextBlock(title, Style.axisTitle, width: width, measurer).lines
  }

  /// The titles at single panels, and what is written once for all.
  private func xTitle(_ panel: Int) -> String {
    PowerOfTen.stated(xPowers[plan.x.groups[panel]], in: plan.x.ownTitle(panel))
  }

  private func yTitle(_ panel: Int) -> String {
    PowerOfTen.stated(yPowers[plan.y.groups[panel]], in: plan.y.ownTitle(panel))
  }

  private var commonXTitle: String { PowerOfTen.stated(xPowers.values.first, in: plan.x.commonTitle ?? "") }
  private var commonYTitle: String { PowerOfTen.stated(yPowers.values.first, in: plan.y.commonTitle ?? "") }

  private mutating func place(_ heights: [[Double]]) {
    taken = heights
    rows = RowSpans(chart, plan, titles: heights[0], bases: heights[1], top: text.top, bottom: text.bottom).spans
    var ends = EqualAspect()
    for _ in 0..<(chart.equalAspect ? 3 : 1) {
      placeVertical(ends)
      placeHorizontal(ends)
      frames = chart.panels.indices.map { index in
        let (row, x) = (rows[plan.places[index].row], xs[index])
        return Rect(minX: x.start, minY: row.lowerBound, maxX: x.end, maxY: row.upperBound)
      }
      if chart.equalAspect { ends = EqualAspect(chart, plan, xs, ys) }
    }
  }

  private mutating func placeVertical(_ ends: EqualAspect) {
    let leading = measurer.extents(of: "0", style: Style.tick).capHeight + 6
    func span(_ panel: Int) -> ClosedRange<Double> { rows[plan.places[panel].row] }
    var plans: [Int: AxisPlan] = [:]
    for (index, group) in plan.y.groups.enumerated() where plans[group] == nil {
      var axis = plan.y.axes[index]
      if let range = ends.y[group] { axis.range = range }
      let height = plan.y.members(group).map { span($0).upperBound - span($0).lowerBound }.min() ?? 0
      plans[group] = AxisPlan(
        axis, extent: extents.y(group), length: height, vertical: true, statesPower: plan.y.ownsTitle(group)
      ) { ticks, domain, close in
        let pixels = ticks.map { axis.scale.place($0.value) * height / (domain.upperBound - domain.lowerBound) }
        return zip(pixels, pixels.dropFirst()).allSatisfy { $1 - $0 >= leading - (close ? 3 : 0) }
      }
    }
    yPowers = plans.compactMapValues(\.exponent)
    for (group, plan) in plans { plans[group]?.ticks = plan.ticks.map(shortened) }
    ys = chart.panels.indices.map { index in
      let plan = plans[plan.y.groups[index]]
      return PlacedAxis(
        self.plan.y.axes[index], plan, from: span(index).upperBound, to: span(index).lowerBound)
    }
  }

  /// A name that would take the room of the data is cut.
  private func shortened(_ tick: Tick) -> Tick {
    Tick(tick.value, tick.label.shortened(to: 0.3 * chart.size.width, Style.tick, measurer))
  }

  /// What the labels and titles of vertical axes take to the left of the panels of a column.
  private func room(_ column: Int) -> Double {
    let panels = plan.places.indices.filter { plan.places[$0].column == column && plan.y.labelled[$0] }
    let titles = panels.map { index in
      let row = rows[plan.places[index].row]
      return lines(yTitle(index), row.upperBound - row.lowerBound).count
    }
    let common = column == 0 ? lines(commonYTitle, rowsHeight).count : 0
    let titleWidth = Double(max(titles.max() ?? 0, common)) * Style.subtitleLeading
    let widths = panels.flatMap { ys[$0].ticks }.map { measurer.extents(of: $0.label, style: Style.tick).width }
    return (titleWidth > 0 ? titleWidth + 4 : 0) + (widths.max().map { $0 + Style.yTickGap } ?? 0)
  }

  private var rowsHeight: Double { (rows.last?.upperBound ?? 0) - (rows.first?.lowerBound ?? 0) }

  private mutating func placeHorizontal(_ ends: EqualAspect) {
    var spans = ColumnSpans(
      rooms: (0..<plan.columns).map(room), margins: margins, weights: chart.grid.weights, left: Style.padding,
      limit: limit)
    for _ in 0..<4 {
      columns = spans.spans
      placeHorizontal(ends, columns)
      let reaches = chart.panels.indices.filter { plan.x.labelled[$0] && !xs[$0].ticks.isEmpty }.map {
        index -> (place: Panel.Place, ends: ClosedRange<Double>) in
        if let reach = names[index]?.reach { return (place: plan.places[index], ends: reach) }
        let ends = xs[index].ticks.map { (xs[index].pixel($0.value), width($0) / 2) }
        let (low, high) = (ends.map { $0 - $1 }.min() ?? 0, ends.map { $0 + $1 }.max() ?? 0)
        return (place: plan.places[index], ends: low...high)
      }
      if !spans.makeRoom(for: reaches) { break }
    }
  }

  private func width(_ tick: Tick) -> Double { measurer.extents(of: tick.label, style: Style.tick).width }

  private mutating func placeHorizontal(_ ends: EqualAspect, _ columns: [ClosedRange<Double>]) {
    func length(_ panel: Int) -> Double {
      let span = columns[plan.places[panel].column]
      return span.upperBound - span.lowerBound
    }
    var plans: [Int: AxisPlan] = [:]
    for (index, group) in plan.x.groups.enumerated() where plans[group] == nil {
      var axis = plan.x.axes[index]
      if let range = ends.x[group] { axis.range = range }
      let length = plan.x.members(group).map(length).min() ?? 0
      plans[group] = AxisPlan(
        axis, extent: extents.x(group), length: length, vertical: false, statesPower: plan.x.ownsTitle(group)
      ) { ticks, domain, close in
        // Names of categories are broken or turned rather than left out.
        if case .ordinal = axis.scale { return true }
        let scale = length / (domain.upperBound - domain.lowerBound)
        return zip(ticks, ticks.dropFirst()).allSatisfy { a, b in
          (axis.scale.place(b.value) - axis.scale.place(a.value)) * scale >= (width(a) + width(b)) / 2
            + (close ? 6 : 10)
        }
      }
    }
    xs = chart.panels.indices.map { index in
      let span = columns[plan.places[index].column]
      return PlacedAxis(plan.x.axes[index], plans[plan.x.groups[index]], from: span.lowerBound, to: span.upperBound)
    }
    xPowers = plans.compactMapValues(\.exponent)
    for index in chart.panels.indices where plan.x.labelled[index] {
      if case .ordinal = xs[index].scale { names[index] = CategoryLabels(xs[index], measurer) }
    }
  }

  private mutating func placeTitles() {
    for index in chart.panels.indices {
      let (x, y) = (xTitle(index), yTitle(index))
      let frame = frames[index]
      if !x.isEmpty {
        let foot = Point(frame.midX, frame.maxY)
        xTitles.append((index, AxisTitle(below: foot, lines(x, frame.width), names: names[index]?.height, measurer)))
      }
      if !y.isEmpty {
        let column = plan.places[index].column
        let edge = Point(column == 0 ? Style.padding : frame.minX - room(column), frame.midY)
        yTitles.append((index, AxisTitle(rightOf: edge, lines(y, frame.height), measurer)))
      }
    }
    if !commonXTitle.isEmpty {
      let last = chart.panels.indices.filter { plan.places[$0].row == plan.rows - 1 }
      let height = last.compactMap { names[$0]?.height }.max()
      let foot = Point(whole.midX, whole.maxY)
      xTitles.append(
        (chart.panels.count - 1, AxisTitle(below: foot, lines(commonXTitle, whole.width), names: height, measurer)))
    }
    if let title = plan.y.commonTitle, let first = chart.panels.indices.first(where: { plan.y.labelled[$0] }) {
      let panels = chart.panels.indices.filter { plan.y.labelled[$0] && plan.y.axes[$0].title == title }
      let frames = panels.map { self.frames[$0] }
      let middle = ((frames.map(\.minY).min() ?? 0) + (frames.map(\.maxY).max() ?? 0)) / 2
      let edge = Point(Style.padding, middle)
      yTitles.append((first, AxisTitle(rightOf: edge, lines(commonYTitle, rowsHeight), measurer)))
    }
  }

  /// The rectangles of empty places of the grid, clear of what belongs to the panels around them.
  var holes: [Rect] {
    let base = BaseHeight(measurer: measurer)
    var holes: [Rect] = []
    for top in rows.indices {
      for bottom in rows.indices[top...] {
        for first in columns.indices {
          for last in columns.indices[first...] {
            let places = (top...bottom).flatMap { row in (first...last).map { (row, $0) } }
            guard places.allSatisfy({ plan.panel(at: $0.0, $0.1) == nil }) else { continue }
            let above = top == 0 ? [] : (first...last).compactMap { plan.panel(at: top - 1, $0) }
            let feet = above.map { index in
              let title = lines(xTitle(index), frames[index].width).count
              return frames[index].maxY + base.of(plan.bases[index], titleLines: title, names: names[index]?.height)
                + Style.gutter
            }
            let head = max(rows[top].lowerBound, feet.max() ?? 0)
            guard head < rows[bottom].upperBound else { continue }
            holes.append(
              Rect(
                minX: columns[first].lowerBound, minY: head, maxX: columns[last].upperBound,
                maxY: rows[bottom].upperBound))
          }
        }
      }
    }
    return holes
  }
}

extension PlacedAxis {
  fileprivate init(_ axis: Axis, _ plan: AxisPlan?, from start: Double, to end: Double) {
    self.init(
      scale: axis.scale, domain: plan?.domain ?? 0...1, ticks: plan?.ticks ?? [], start: start, end: end,
      integers: axis.integers)
  }
}
