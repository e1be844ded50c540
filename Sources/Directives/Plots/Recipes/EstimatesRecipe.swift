internal import Charting
internal import Wording

/// The estimates of a mixture's parameters with their intervals: a panel a column, a row a component.
struct EstimatesRecipe {
  struct Interval {
    let value: Double
    /// Standard error.
    let error: Double
    let low: Double
    let high: Double
  }

  /// One parameter of all components.
  struct Group {
    let variable: Variable
    let intervals: [Interval]
  }

  /// `mean`, `standard deviation`
  let parameter: String
  /// Of all components; `nil` where a single one holds everything.
  let weights: [Interval]?
  let groups: [Group]
  /// Columns that are not drawn.
  let leftOut: Int
  /// `95 %`
  let percent: String
  /// `K = 2, full covariance`
  let model: String
  /// n
  let rows: Double
  /// `observed information`
  let manner: String

  var components: Int { groups[0].intervals.count }

  func chart() -> Chart {
    let words = EstimatesWords(recipe: self)
    let panels =
      (weights.map { [panel("weight", "π", $0)] } ?? [])
      + groups.map { panel("\(parameter) of \($0.variable.name)", $0.variable.title, $0.intervals) }
    let columns = panels.count <= 3 ? panels.count : panels.count == 4 ? 2 : 3
    let lines = (panels.count + columns - 1) / columns
    let height = 185 + Double(lines) * (90 + 27 * Double(components))
    return Chart(
      title: words.title, subtitle: words.subtitle, caption: words.caption, alternativeText: words.alternativeText,
      description: words.description, data: words.data,
      size: Size(columns > 2 ? 900 : 760, min(max(height, 440), 1100)), x: Axis(), panels: panels,
      grid: PanelGrid(columns: columns, x: .none, y: .all))
  }

  private func panel(_ title: String, _ axis: String, _ intervals: [Interval]) -> Panel {
    // The first component stands at the top.
    let names = intervals.indices.reversed().map { componentName($0) }
    let lines = intervals.enumerated().map { k, interval -> any Mark in
      let row = place(k)
      return SegmentMark(
        [.init(x0: interval.low, y0: row, x1: interval.high, y1: row)], paint: .component(k), width: 2.4)
    }
    let ends = intervals.enumerated().map { k, interval -> any Mark in
      let row = place(k)
      return SegmentMark(
        [interval.low, interval.high].map { .init(x0: $0, y0: row - 0.13, x1: $0, y1: row + 0.13) },
        paint: .component(k), width: 1.6)
    }
    let points = PointMark(
      x: intervals.map(\.value), y: intervals.indices.map(place), paints: intervals.indices.map { .component($0) },
      symbols: intervals.indices.map { .component($0) }, diameter: 9, opacity: 1, rimmed: true, shuffled: false)
    return Panel(
      title: title, x: Axis(axis), y: Axis(scale: .ordinal(names)), marks: lines + ends + [points], grid: .vertical)
  }

  private func place(_ k: Int) -> Double { Double(components - 1 - k) }
}
