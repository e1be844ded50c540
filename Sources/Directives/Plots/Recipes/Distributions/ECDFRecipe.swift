internal import Charting
internal import Mixtures
internal import Wording

/// Empirical distribution functions, one a group, or of the rows of a fit with the fitted function over them.
struct ECDFRecipe {
  enum Statistic: String, Sendable, CaseIterable { case proportion, percent, count }

  let groups: GroupedValues
  /// The fit whose function is drawn too; there are then no groups.
  let model: FittedMarginal?
  /// The share above each value rather than up to it.
  let isComplementary: Bool
  let statistic: Statistic
  let hasBand: Bool

  /// Where the data are furthest from the fit.
  struct Distance {
    let distance: Double
    let place: Double
    /// The shares there: of the data, at the foot or top of the step, and of the fit.
    let data: Double
    let model: Double
    /// Half the height of the band.
    let band: Double
  }

  func chart() -> Chart {
    let words = ECDFWords(recipe: self)
    return Chart(
      title: words.title, subtitle: words.subtitle, caption: words.caption, alternativeText: words.alternativeText,
      description: words.description, data: words.data, size: groups.size(Size(760, 500)), x: xAxis,
      panels: groups.facets.panels { Panel(y: yAxis, marks: marks($0.rows), grid: .both) }, grid: groups.grid,
      legend: groups.facets.areUsed ? groups.legend : nil)
  }

  private var xAxis: Axis {
    var axis = groups.valueAxis
    if axis.range == nil, let low = groups.values.min(), let high = groups.values.max(), low < high {
      // Room at both ends shows that the function is 0 before the data and 1 after.
      let (from, to) = (groups.scale.place(low), groups.scale.place(high))
      let room = 0.03 * (to - from)
      axis.range = groups.scale.value(at: from - room)...groups.scale.value(at: to + room)
    }
    return axis
  }

  private var yAxis: Axis {
    let name = isComplementary ? "above" : "up to"
    let title: String =
      switch statistic {
      case .proportion: "share of rows \(name)"
      case .percent: "percent of rows \(name)"
      case .count: "rows \(name)"
      }
    return Axis(title, range: statistic == .count ? nil : 0...factor(1), reaches: [0])
  }

  /// What a share of 1 comes to on the vertical axis.
  private func factor(_ count: Int) -> Double {
    switch statistic {
    case .proportion: 1
    case .percent: 100
    case .count: Double(count)
    }
  }

  private func height(_ share: Double, _ count: Int) -> Double {
    (isComplementary ? 1 - share : share) * factor(count)
  }

  private func marks(_ rows: [Int]) -> [any Mark] {
    let cells = groups.cells(rows)
    var marks: [any Mark] = []
    let functions = cells.compactMap { cell in EmpiricalDistribution(cell.values).map { (cell, $0) } }
    for (cell, function) in functions where hasBand { marks.append(band(function, model == nil ? cell.paint : .muted)) }
    for (cell, function) in functions {
      let stairs = ends(of: function)
      let named = groups.colors != nil && !groups.facets.areUsed
      marks.append(
        LineMark(
          x: stairs.x, y: stairs.y.map { height($0, function.count) }, paint: model == nil ? cell.paint : .muted,
          width: model == nil ? Style.line : 1.6,
          label: model != nil ? Label("data") : named ? Label(cell.name) : nil))
    }
    if let model, let function = functions.first?.1 { marks += fitted(model, function) }
    return marks
  }

  /// The stairs, with their level parts up to the ends of the axis.
  private func ends(of function: EmpiricalDistribution) -> (x: [Double], y: [Double]) {
    let stairs = function.stairs()
    guard let range = xAxis.range else { return stairs }
    return ([range.lowerBound] + stairs.x + [range.upperBound], [0] + stairs.y + [1])
  }

  private func band(_ function: EmpiricalDistribution, _ paint: Paint) -> any Mark {
    let stairs = ends(of: function)
    let half = function.bandHalfHeight()
    let edges = [-half, half].map { shift in
      stairs.y.map { height(min(1, max(0, $0 + shift)), function.count) }
    }
    return AreaMark(
      x: stairs.x, lower: zip(edges[0], edges[1]).map(min), upper: zip(edges[0], edges[1]).map(max),
      paint: paint.opacity(Style.areaOpacity))
  }

  private func fitted(_ model: FittedMarginal, _ function: EmpiricalDistribution) -> [any Mark] {
    guard let range = xAxis.range else { return [] }
    let (from, to) = (groups.scale.place(range.lowerBound), groups.scale.place(range.upperBound))
    let places = (0...400).map { groups.scale.value(at: from + (to - from) * Double($0) / 400) }
    let curve = LineMark(
      x: places, y: places.map { height(model.mixture.cumulative($0), function.count) }, paint: .ink,
      width: Style.sumLine, label: Label("fit", paint: .ink))
    guard let distance else { return [curve] }
    let ends = [height(distance.data, function.count), height(distance.model, function.count)].sorted()
    return [
      curve,
      RuleMark(
        .vertical, at: distance.place, span: ends[0]...ends[1], paint: .ink, width: 3, dash: [],
        label: Label("D = \(NumberFormat.fixed(3).string(distance.distance))", paint: .ink)),
    ]
  }

  /// `nil` without a fit, and where rows are left out: the fit is of all of them.
  var distance: Distance? {
    guard let model, groups.leftOut == 0, let function = EmpiricalDistribution(groups.values) else { return nil }
    let found = function.largestDistance(to: function.values.map { model.mixture.cumulative($0) })
    return Distance(
      distance: found.distance, place: found.place, data: found.step, model: found.model,
      band: function.bandHalfHeight())
  }
}
