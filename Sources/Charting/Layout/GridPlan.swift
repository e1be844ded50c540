/// Which place of the grid every panel of a chart takes, which axes it shares with others, and which of those it
/// labels.
struct GridPlan {
  /// The axes of one direction, panel by panel.
  struct Axes {
    var axes: [Axis]
    /// Panels with one number share the ends and labels of their axis.
    var groups: [Int]
    var labelled: [Bool]
    /// What is written once for the whole grid: the title of all labelled axes, where they have but one.
    var commonTitle: String?

    /// The title written at one panel alone.
    func ownTitle(_ panel: Int) -> String { labelled[panel] && commonTitle == nil ? axes[panel].title : "" }

    /// Whether the title that an axis is known by is its own, so that it can state a power of ten.
    func ownsTitle(_ group: Int) -> Bool {
      let others = groups.indices.contains { labelled[$0] && groups[$0] != group }
      return (commonTitle == nil || !others)
        && groups.indices.contains { groups[$0] == group && !axes[$0].title.isEmpty }
    }

    func members(_ group: Int) -> [Int] { groups.indices.filter { groups[$0] == group } }
  }

  let places: [Panel.Place]
  let rows: Int
  let columns: Int
  let bases: [Panel.Base]
  let x: Axes
  let y: Axes

  init(_ chart: Chart) {
    let grid = chart.grid
    let places = Self.places(of: chart)
    rows = (places.map(\.row).max() ?? -1) + 1
    columns = max(grid.columns, (places.map(\.column).max() ?? 0) + 1, 1)
    let xAxes = chart.panels.map { $0.x ?? chart.x }
    var groups = Self.groups(xAxes, lines: places.map(\.column), grid.x)
    let indices = chart.panels.indices
    if grid.x == .none { Self.joinBare(chart.panels, places, &groups) }
    bases = indices.map { index in
      let lower = indices.contains { other in
        groups[other] == groups[index] && places[other].column == places[index].column
          && places[other].row > places[index].row
      }
      return chart.panels[index].base ?? (lower ? .ticks : .labels)
    }
    let yAxes = chart.panels.map(\.y)
    let yGroups = Self.groups(yAxes, lines: places.map(\.row), grid.y)
    let first = indices.map { index in
      !indices.contains { other in
        yGroups[other] == yGroups[index] && places[other].row == places[index].row
          && places[other].column < places[index].column
      }
    }
    x = Self.axes(xAxes, groups, labelled: bases.map { $0 == .labels }, joinsTitles: true)
    y = Self.axes(yAxes, yGroups, labelled: first, joinsTitles: columns > 1 || grid.y != .none)
    self.places = places
  }

  func panel(at row: Int, _ column: Int) -> Int? { places.firstIndex(of: .init(row: row, column: column)) }

  private static func places(of chart: Chart) -> [Panel.Place] {
    let columns = max(1, chart.grid.columns)
    var taken = Set(chart.panels.compactMap(\.place))
    var next = 0
    return chart.panels.map { panel in
      if let place = panel.place {
        next = place.row * columns + place.column + 1
        return place
      }
      while true {
        let place = Panel.Place(row: next / columns, column: next % columns)
        next += 1
        if taken.insert(place).inserted { return place }
      }
    }
  }

  /// Axes that measure the same in the same way share their ends: those with another scale, range or choice of labels
  /// keep to themselves, such as the densities on the diagonal of pairs.
  private static func groups(_ axes: [Axis], lines: [Int], _ sharing: PanelGrid.Sharing) -> [Int] {
    struct Key: Hashable {
      var axis: Axis
      var line: Int
    }
    var numbers: [Key: Int] = [:]
    return axes.indices.map { index in
      var axis = axes[index]
      axis.title = ""
      let line: Int =
        switch sharing {
        case .all: 0
        case .lines: lines[index]
        case .none: index
        }
      let key = Key(axis: axis, line: line)
      let number = numbers[key] ?? numbers.count
      numbers[key] = number
      return number
    }
  }

  /// A panel without labels below it stands on the axis of the next panel in its column, even where nothing is shared:
  /// a strip above a facet.
  private static func joinBare(_ panels: [Panel], _ places: [Panel.Place], _ groups: inout [Int]) {
    for index in panels.indices.sorted(by: { places[$0].row > places[$1].row }) {
      guard let base = panels[index].base, base != .labels else { continue }
      let below = panels.indices.filter {
        places[$0].column == places[index].column && places[$0].row > places[index].row
      }
      if let next = below.min(by: { places[$0].row < places[$1].row }) { groups[index] = groups[next] }
    }
  }

  private static func axes(_ axes: [Axis], _ groups: [Int], labelled: [Bool], joinsTitles: Bool) -> Axes {
    var axes = axes
    // A title may be given at any of the panels that share an axis.
    for index in axes.indices where axes[index].title.isEmpty {
      axes[index].title =
        axes.indices.first { groups[$0] == groups[index] && !axes[$0].title.isEmpty }
        .map { axes[$0].title } ?? ""
    }
    let titles = Set(axes.indices.filter { labelled[$0] && !axes[$0].title.isEmpty }.map { axes[$0].title })
    return Axes(
      axes: axes, groups: groups, labelled: labelled,
      commonTitle: joinsTitles && titles.count == 1 ? titles.first : nil)
  }
}
