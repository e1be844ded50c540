internal import Charting
internal import Mixtures
internal import Wording

/// Whether rows lie as a fitted mixture says they do: of one column its quantiles against the fitted ones and a histogram
/// of F(x), of several the difference between the two distribution functions.
struct CalibrationRecipe {
  /// One column with its bands.
  struct Compared {
    let marginal: FittedMarginal
    /// The step in which tied values were recorded; `nil` when there are none.
    let step: Double?
    let band: OrderStatisticBand
    /// The values of the ranks in the band, ascending.
    let values: [Double]
    /// F of every value, ascending: uniform if the fit is right.
    let transformed: [Double]

    init(_ marginal: FittedMarginal, _ band: OrderStatisticBand) {
      self.marginal = marginal
      self.band = band
      let untied = untied(marginal.values)
      step = untied.step
      values = band.ranks.map { untied.values[$0 - 1] }
      transformed = untied.values.map { marginal.mixture.cumulative($0) }
    }

    var count: Int { transformed.count }

    /// Which of the ranks leave the band.
    var outside: [Int] {
      band.ranks.indices.filter { index in
        let value = transformed[band.ranks[index] - 1]
        return value < band.lower[index] || value > band.upper[index]
      }
    }

    /// Some fifteen rows a bin, at most twenty bins.
    var bins: Int { min(20, max(5, count / 15)) }

    /// How many rows have F(x) in each bin.
    var counts: [Int] {
      var counts = [Int](repeating: 0, count: bins)
      for value in transformed { counts[min(bins - 1, Int(value * Double(bins)))] += 1 }
      return counts
    }
  }

  let columns: [Compared]

  init(marginals: [FittedMarginal]) {
    let band = OrderStatisticBand(count: marginals.first?.values.count ?? 1)
    columns = marginals.map { Compared($0, band) }
  }

  func chart() -> Chart {
    let words = CalibrationWords(columns: columns)
    let panels = columns.count == 1 ? self.panels(of: columns[0]) : columns.map(difference)
    let across = columns.count == 1 ? 2 : columns.count <= 3 ? columns.count : columns.count <= 4 ? 2 : 3
    let rows = (panels.count + across - 1) / across
    return Chart(
      title: words.title, subtitle: words.subtitle, caption: words.caption, alternativeText: words.alternativeText,
      description: words.description, data: words.data,
      size: rows == 1 ? Size(900, 520) : Size(900, 210 + 220 * Double(rows)),
      x: Axis("share of rows expected", range: 0...1), panels: panels,
      grid: columns.count == 1
        ? PanelGrid(columns: 2, x: .none, y: .none) : PanelGrid(columns: across, x: .all, y: .all))
  }

  // MARK: One column

  private func panels(of column: Compared) -> [Panel] { [quantiles(column), histogram(column)] }

  private func quantiles(_ column: Compared) -> Panel {
    let (mixture, band) = (column.marginal.mixture, column.band)
    let fitted = band.ranks.map { mixture.quantile((Double($0) - 0.5) / Double(column.count)) }
    let outside = Set(column.outside)
    let ends = column.values + fitted
    let (low, high) = (ends.min() ?? 0, ends.max() ?? 1)
    let room = max(0.04 * (high - low), 1e-9 * max(abs(low), abs(high)))
    let range = low - room...high + room
    let marks: [any Mark] = [
      AreaMark(
        x: fitted, lower: band.lower.map { max(mixture.quantile($0), low - (high - low)) },
        upper: band.upper.map { min(mixture.quantile($0), high + (high - low)) }, paint: .neutral.opacity(0.6)),
      LineMark(x: [low, high], y: [low, high], paint: .muted, width: 1.1, dash: [4, 3]),
      PointMark(
        x: fitted, y: column.values, paints: fitted.indices.map { outside.contains($0) ? .ink : .axis },
        symbols: fitted.indices.map { outside.contains($0) ? .square : .circle }, diameter: 4.5, opacity: 1,
        shuffled: false),
    ]
    let variable = column.marginal.variable
    let unit = variable.unit.isEmpty ? "" : " (\(variable.unit))"
    return Panel(
      title: "Quantiles", x: Axis("fitted quantile of \(variable.name)\(unit)", range: range),
      y: Axis(variable.title, range: range), marks: marks, base: .labels)
  }

  private func histogram(_ column: Compared) -> Panel {
    let (bins, counts) = (column.bins, column.counts)
    let band = BinCountBand(count: column.count, bins: bins)
    let edges = (0...bins).map { Double($0) / Double(bins) }
    func bars(_ isOutside: Bool, _ paint: Paint) -> BarMark {
      BarMark(
        edges: edges,
        heights: counts.map { (band.least...band.most).contains($0) == isOutside ? .nan : Double($0) }, paint: paint)
    }
    let marks: [any Mark] = [
      RectMark(y: Double(band.least)...Double(band.most), paint: .neutral.opacity(0.6)),
      bars(false, .axis), bars(true, .ink),
      RuleMark(.horizontal, at: Double(band.least), paint: .muted, dash: []),
      RuleMark(.horizontal, at: Double(band.most), paint: .muted, dash: []),
      RuleMark(.horizontal, at: Double(column.count) / Double(bins), paint: .background, width: 1.4),
    ]
    return Panel(
      title: "Probability integral transform",
      x: Axis("fitted distribution function at the value", range: 0...1), y: Axis("rows a bin", reaches: [0]),
      marks: marks, base: .labels)
  }

  // MARK: Several columns

  private func difference(_ column: Compared) -> Panel {
    let band = column.band
    let expected = band.ranks.map { Double($0) / Double(column.count + 1) }
    let found = band.ranks.map { column.transformed[$0 - 1] }
    let differences = zip(expected, found).map { $0 - $1 }
    let marks: [any Mark] = [
      AreaMark(
        x: expected, lower: zip(expected, band.upper).map { $0 - $1 },
        upper: zip(expected, band.lower).map { $0 - $1 }, paint: .neutral.opacity(0.6)),
      RuleMark(.horizontal, at: 0, paint: .muted),
      LineMark(
        x: expected, y: differences, paint: column.outside.isEmpty ? .muted : .ink,
        width: column.outside.isEmpty ? 1.4 : Style.line),
    ]
    return Panel(
      title: column.marginal.variable.name, y: Axis("expected − fitted share"), marks: marks, grid: .horizontal)
  }
}
