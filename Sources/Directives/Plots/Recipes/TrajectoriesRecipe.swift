internal import Charting
internal import Mixtures
internal import Wording

/// The parameters of every component along the iterations of EM, those of the other starts in pale lines behind.
struct TrajectoriesRecipe {
  struct Restart {
    /// Components numbered like those of the fit.
    let path: [Waypoint]
    /// ℓ at every iteration.
    let trace: [Double]
  }

  /// Of the columns drawn.
  let variables: [Variable]
  let columns: [Int]
  /// Of the start that was kept.
  let path: [Waypoint]
  let restarts: [Restart]
  /// ℓ at every iteration of the start that was kept.
  let trace: [Double]
  /// The standard deviation of each column drawn, over all rows.
  let spreads: [Double]
  let count: Int
  /// `K = 2, full covariance`
  let model: String
  let fittedColumns: Int
  let isLogarithmic: Bool

  var components: Int { path[0].weights.count }

  func chart() -> Chart {
    let words = TrajectoriesWords(recipe: self)
    var panels = [
      panel("weight", "π", .init(row: 0, column: 0)) { $0.weights[$1] },
      Panel(title: "log-likelihood", y: Axis("ℓ (nats)", range: levels), marks: climb, place: .init(row: 1, column: 0)),
    ]
    for (place, (column, variable)) in zip(columns, variables).enumerated() {
      panels.append(
        panel("mean of \(variable.name)", "μ\(unit(variable))", .init(row: 0, column: place + 1)) {
          $0.means[$1, column]
        })
      panels.append(
        panel("standard deviation of \(variable.name)", "σ\(unit(variable))", .init(row: 1, column: place + 1)) {
          $0.deviations[$1, column]
        })
    }
    panels.sort { ($0.place?.row ?? 0, $0.place?.column ?? 0) < ($1.place?.row ?? 0, $1.place?.column ?? 0) }
    return Chart(
      title: words.title, subtitle: words.subtitle, caption: words.caption, alternativeText: words.alternativeText,
      description: words.description, data: words.data, size: columns.count > 1 ? Size(900, 560) : Size(760, 560),
      x: axis, panels: panels, grid: PanelGrid(columns: columns.count + 1, x: .all, y: .none))
  }

  private func panel(
    _ title: String, _ symbol: String, _ place: Panel.Place, _ value: (Waypoint, Int) -> Double
  ) -> Panel {
    let values = ([path] + restarts.map(\.path)).joined().flatMap { point in
      (0..<components).map { value(point, $0) }
    }
    let (low, high) = (values.min() ?? 0, values.max() ?? 1)
    // What stays but for rounding is drawn as what it is: level, not as its last digits.
    let isLevel = high - low <= 1e-9 * max(abs(low), abs(high))
    let margin = max(0.1 * abs(high), 1e-9)
    return Panel(
      title: title, y: Axis(symbol, range: isLevel ? low - margin...high + margin : nil), marks: lines(value),
      place: place)
  }

  private func unit(_ variable: Variable) -> String { variable.unit.isEmpty ? "" : " (\(variable.unit))" }

  // MARK: Iterations

  /// Where an iteration stands: on a logarithmic axis the start, which has no logarithm, half a decade left of 1.
  private func place(_ iteration: Int) -> Double {
    isLogarithmic && iteration == 0 ? Self.startPlace : Double(iteration)
  }
  private static let startPlace = 0.3

  private var last: Int { max(trace.count, restarts.map(\.trace.count).max() ?? 0) - 1 }

  private var axis: Axis {
    let end = max(Double(last), 2)
    guard isLogarithmic else { return Axis("EM iteration", range: 0...end, integers: true) }
    // Few decades are divided, so that there are always three labels.
    let steps = end < 100 ? [1, 2, 5, 10, 20, 50] : [1, 10, 100, 1000, 10_000, 100_000]
    let ticks =
      [Tick(Self.startPlace, "0")]
      + steps.map(Double.init).filter { $0 <= end }.map { Tick($0, RichText(NumberFormat.count.string($0))) }
    return Axis("EM iteration (log scale; 0: the start)", scale: .log, range: Self.startPlace...end, ticks: ticks)
  }

  // MARK: Lines

  /// A line a component and start: those of other starts first, pale.
  private func lines(_ value: (Waypoint, Int) -> Double) -> [any Mark] {
    let others = restarts.flatMap { restart in
      (0..<components).map { k in
        line(restart.path.map { ($0.iteration, value($0, k)) }, .component(k).opacity(paleness), Style.secondaryLine)
      }
    }
    return others
      + (0..<components).map { k in
        line(path.map { ($0.iteration, value($0, k)) }, .component(k), Style.line, componentName(k))
      }
  }

  /// Many pale lines must not add up to a strong one.
  private var paleness: Double { restarts.count > 20 ? 0.15 : 0.28 }

  private func line(
    _ points: [(iteration: Int, value: Double)], _ paint: Paint, _ width: Double, _ name: String? = nil
  ) -> LineMark {
    LineMark(
      x: points.map { place($0.iteration) }, y: points.map(\.value), paint: paint, width: width,
      label: name.flatMap { components > 1 ? Label($0, at: .end) : nil })
  }

  private var climb: [any Mark] {
    restarts.map {
      line($0.trace.enumerated().map { ($0, $1) }, .axis.opacity(max(0.3, paleness)), Style.secondaryLine)
    }
      + [line(trace.enumerated().map { ($0, $1) }, .ink, Style.line)]
  }

  /// Where the first steps climb so far that they would flatten the rest, what lies far below the rest is cut.
  private var levels: ClosedRange<Double> {
    let traces = [trace] + restarts.map(\.trace)
    let all = traces.flatMap(\.self).filter(\.isFinite).sorted()
    let (top, bottom) = (all[all.count - 1], all[0])
    let later = min(all[(all.count - 1) / 10], traces.compactMap(\.last).min() ?? bottom)
    let low = top - bottom <= 3 * (top - later) ? bottom : later
    let margin = max((top - low) * 0.06, 0.5)
    return low - margin...top + margin
  }
}
