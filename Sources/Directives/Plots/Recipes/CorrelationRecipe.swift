internal import Charting
internal import Wording

/// The correlations of every pair of columns as a table of coloured cells.
struct CorrelationRecipe {
  let variables: [Variable]
  /// One column each, all of one length; NaN where missing.
  let values: [[Double]]
  let method: Correlation.Method
  let order: CorrelationPlot.Order
  let shape: CorrelationPlot.Shape

  /// A cell as wide as `−0.68` with room on either side, in CSS pixels.
  private static let cell = 44.0

  func chart() -> Chart {
    let table = CorrelationTable(values: values, method: method, order: order)
    let words = CorrelationWords(variables: variables, rowCount: values[0].count, method: method, table: table)
    let names = table.order.map { variables[$0].name }
    let size = Double(names.count) * Self.cell
    return Chart(
      title: words.title, subtitle: words.subtitle, caption: words.caption, alternativeText: words.alternativeText,
      description: words.description, data: words.data,
      size: Size(max(720, 300 + size), max(460, 200 + 0.82 * size)),
      x: Axis(scale: .ordinal(names), range: shape == .lower ? -0.5...lowerEnd(names) : nil, ticks: []),
      panels: [
        Panel(
          y: Axis(
            scale: .ordinal(names.reversed()), range: top(names), ticks: rowNames(names)),
          marks: [CellMark(cells(of: table))] + columnNames(names), grid: Panel.Grid(), base: Panel.Base.none)
      ],
      colorBar: Self.colors.bar(words.symbol))
  }

  private static let colors = ColorScale(.diverging(around: 0), domain: -1...1)

  private func cells(of table: CorrelationTable) -> [CellMark.Cell] {
    let count = variables.count
    return (0..<count).flatMap { row in
      (0..<count).compactMap { column in
        guard shape == .full ? row != column : column < row else { return nil }
        let value = table.ordered(row, column).value
        return CellMark.Cell(
          x: Double(column), y: Double(count - 1 - row), paint: value.map(Self.colors.paint) ?? .neutral,
          text: value.map(CorrelationWords.written) ?? "–")
      }
    }
  }

  // MARK: Names

  /// Rows are named beside the panel, in a triangle from the second on.
  private func rowNames(_ names: [String]) -> [Tick] {
    names.enumerated().dropFirst(shape == .lower ? 1 : 0).map { row, name in
      Tick(Double(names.count - 1 - row), RichText(name))
    }
  }

  /// Columns are named on the diagonal of a triangle, where the empty half begins, and upright above a square.
  private func columnNames(_ names: [String]) -> [any Mark] {
    switch shape {
    case .lower:
      names.dropLast().enumerated().map { column, name in
        NameMark(name, x: Double(column) - 0.42, y: Double(names.count - 1 - column) - 0.2)
      }
    case .full:
      names.enumerated().map { column, name in
        NameMark(name, x: Double(column), y: Double(names.count) - 0.42, isUpright: true)
      }
    }
  }

  /// Letters are some 6 px wide, so much of a cell: the last names on the diagonal need that beside them.
  private func lowerEnd(_ names: [String]) -> Double {
    let ends = names.dropLast().enumerated().map { Double($0) - 0.42 + Double($1.count) * 6.2 / Self.cell }
    return max(Double(names.count) - 1.5, ends.max() ?? 0)
  }

  private func top(_ names: [String]) -> ClosedRange<Double> {
    let last = Double(names.count)
    switch shape {
    case .lower: return -0.5...last - 0.9
    case .full: return -0.5...last - 0.4 + Double(names.map(\.count).max() ?? 0) * 6.2 / (0.8 * Self.cell)
    }
  }
}

/// The correlations of every pair of columns.
struct CorrelationTable {
  struct Pair {
    /// The places of the columns as listed.
    let first: Int
    let second: Int
    /// `nil` where one of both is constant.
    let value: Double?
    /// The rows in which both are there.
    let count: Int
  }

  /// Each pair once.
  let pairs: [Pair]
  /// The columns as they stand in the figure.
  let order: [Int]

  init(values: [[Double]], method: Correlation.Method, order: CorrelationPlot.Order) {
    pairs = values.indices.flatMap { a in
      (a + 1..<values.count).map { b in
        let correlation = Correlation.of(values[a], values[b], method: method)
        return Pair(first: a, second: b, value: correlation.value, count: correlation.count)
      }
    }
    guard order == .clustered else {
      self.order = Array(values.indices)
      return
    }
    var similarity = Array(repeating: Array(repeating: 1.0, count: values.count), count: values.count)
    for pair in pairs {
      similarity[pair.first][pair.second] = pair.value ?? 0
      similarity[pair.second][pair.first] = pair.value ?? 0
    }
    self.order = LeafOrder.order(similarity)
  }

  /// The pair of two columns by their places in the figure.
  func ordered(_ a: Int, _ b: Int) -> Pair {
    let (low, high) = (min(order[a], order[b]), max(order[a], order[b]))
    // Pairs are listed column by column: (0, 1), (0, 2), …, (1, 2), ….
    let before = low * order.count - low * (low + 1) / 2
    return pairs[before + high - low - 1]
  }
}
