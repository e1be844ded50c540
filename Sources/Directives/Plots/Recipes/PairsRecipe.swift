internal import Charting
internal import Mixtures
internal import Wording

/// Every two of some columns against each other below a diagonal of their own distributions.
struct PairsRecipe {
  struct Column {
    let variable: Variable
    let values: [Double]
  }

  enum Colouring {
    case none
    case groups(Groups)
    /// The mixture's marginal on the columns shown, and each row's most responsible component from all columns of the
    /// fit.
    case components(GaussianMixture, labels: [Int], model: String)
  }

  enum Diagonal: String, Sendable, CaseIterable { case histogram, kde }

  /// At least two, each with the same rows, all finite.
  let columns: [Column]
  let colouring: Colouring
  let diagonal: Diagonal
  /// Of the points; by their number when `nil`.
  var opacity: Double?
  /// Rows of the table without a place in the figure.
  var leftOut = 0

  var count: Int { columns[0].values.count }

  func chart() throws -> Chart {
    let diagonals = try columns.indices.map { try PairsDiagonal(self, column: $0) }
    let words = PairsWords(recipe: self, binWidths: diagonals.map(\.binWidth))
    var panels: [Panel] = []
    for row in columns.indices {
      for column in 0..<row { panels.append(pane(row, column)) }
      panels.append(diagonals[row].panel(x: axis(row)))
    }
    return Chart(
      title: words.title, subtitle: words.subtitle, caption: words.caption, alternativeText: words.alternativeText,
      description: words.description, data: words.data, size: size, x: axis(0), panels: panels,
      grid: PanelGrid(columns: columns.count, x: .lines, y: .lines), legend: legend)
  }

  // MARK: Layout

  /// Panes stay wide enough for three labels an axis, and the figure within 900 px.
  private var size: Size {
    switch columns.count {
    case 2: Size(720, 640)
    case 3: Size(800, 760)
    default: Size(900, 860)
    }
  }

  /// Between rows of panes.
  static let gap = 14.0

  func axis(_ column: Int) -> Axis { Axis(columns[column].variable.title, range: range(column)) }

  func range(_ column: Int) -> ClosedRange<Double> {
    let mixtures: [GaussianMixture] =
      if case .components(let mixture, _, _) = colouring { [mixture.marginal(columns: [column])] } else { [] }
    return ellipseRange(of: columns[column].values, mixtures, axis: 0)
  }

  // MARK: Panes

  private func pane(_ row: Int, _ column: Int) -> Panel {
    var ellipses: [any Mark] = []
    var centres: [any Mark] = []
    if case .components(let mixture, _, _) = colouring {
      for k in 0..<mixture.components {
        ellipses.append(mixture.ellipse(of: k, x: column, y: row))
        centres.append(
          CentreMark(x: mixture.means[k, column], y: mixture.means[k, row], size: columns.count > 4 ? 7 : 9))
      }
    }
    return Panel(
      x: axis(column), y: axis(row), marks: ellipses + [points(row, column)] + centres,
      gap: Self.gap, place: .init(row: row, column: column))
  }

  /// Panes are small: points are as small and pale as those of a cloud twice as large.
  private func points(_ row: Int, _ column: Int) -> PointMark {
    let style = Style.point(count: 2 * count)
    let (paints, symbols): ([Paint], [Symbol]) =
      switch colouring {
      case .none: ([.component(0)], [.circle])
      case .groups(let groups): (groups.codes.map(groups.paint), groups.codes.map(groups.symbol))
      case .components(let mixture, let labels, _):
        (
          labels.map { $0 < mixture.components ? .component($0) : .muted },
          labels.map { $0 < mixture.components ? .component($0) : .cross }
        )
      }
    return PointMark(
      x: columns[column].values, y: columns[row].values, paints: paints, symbols: symbols,
      diameter: columns.count > 3 ? min(style.diameter, 4) : style.diameter, opacity: opacity ?? style.opacity)
  }

  private func noise(_ mixture: GaussianMixture, _ labels: [Int]) -> Legend.Entry? {
    mixture.noise.map { noise in
      Legend.Entry(
        "noise   π = \(NumberFormat.fixed(2).string(noise.weight))",
        note: "n = \(NumberFormat.count.string(Double(labels.count { $0 == mixture.components })))", paint: .muted,
        swatch: .symbol(.cross))
    }
  }

  private var legend: Legend? {
    switch colouring {
    case .none: nil
    case .groups(let groups): groups.legend(symbols: true)
    case .components(let mixture, let labels, _):
      Legend(
        "Components",
        entries: (0..<mixture.components).map { k in
          Legend.Entry(
            "\(componentName(k))   π = \(NumberFormat.fixed(2).string(mixture.weights[k]))",
            note: "n = \(NumberFormat.count.string(Double(labels.count { $0 == k })))", paint: .component(k),
            swatch: .symbol(.component(k)))
        } + [noise(mixture, labels)].compactMap(\.self))
    }
  }
}
