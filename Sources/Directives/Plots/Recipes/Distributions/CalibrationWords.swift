internal import Charting
internal import Mixtures
internal import Wording

/// The sentences of a calibration figure, made from its numbers.
struct CalibrationWords {
  let columns: [CalibrationRecipe.Compared]

  private var single: CalibrationRecipe.Compared? { columns.count == 1 ? columns[0] : nil }
  private var count: Int { columns.first?.count ?? 0 }

  /// How many bins of the histogram leave their band.
  private func binsOutside(_ column: CalibrationRecipe.Compared) -> Int {
    let band = BinCountBand(count: column.count, bins: column.bins)
    return column.counts.count { !(band.least...band.most).contains($0) }
  }

  var title: String {
    guard let single else {
      let leaving = columns.filter { !$0.outside.isEmpty }.map(\.marginal.variable.name)
      if leaving.isEmpty { return "All \(spelled(columns.count)) columns stay within the 95 % bands of the fit" }
      if leaving.count == columns.count {
        return "All \(spelled(columns.count)) columns leave the 95 % bands of the fit"
      }
      let names =
        leaving.count <= 3 ? joined(leaving) : "\(spelled(leaving.count)) of \(spelled(columns.count)) columns"
      return "\(names) \(leaving.count == 1 ? "leaves" : "leave") the 95 % bands of the fit".capitalizedFirst
    }
    let name = single.marginal.variable.name
    let (quantiles, bins) = (single.outside.count, binsOutside(single))
    let ranks = NumberFormat.count.string(Double(single.band.ranks.count))
    switch (quantiles, bins) {
    case (0, 0): return "Quantiles and histogram of \(name) stay within the fit’s 95 % bands"
    case (0, _): return "Quantiles of \(name) stay within the fit’s 95 % band, \(bins) of \(single.bins) bins do not"
    default:
      let start = "\(quantiles) of \(ranks) quantiles of \(name) leave the fit’s 95 % band"
      return bins == 0 ? start : start + ", and so do \(bins) of \(single.bins) bins"
    }
  }

  var subtitle: String {
    guard let single else {
      return "Share of rows expected less the share fitted up to each value, a panel a column, with 95 % bands"
    }
    return
      "Quantiles of \(single.marginal.variable.name) against those of the fit, and the fit’s distribution function "
      + "at every value, with 95 % bands"
  }

  var caption: String {
    let each = columns.count > 1 ? " in each panel" : ""
    let steps =
      single?.step.map { step in
        "Values recorded in steps of \(single?.marginal.variable.measured(step) ?? "") are spread evenly over their step."
      } ?? (columns.contains { $0.step != nil } ? "Values recorded in steps are spread evenly over their step." : "")
    let ranks = columns.first.map { NumberFormat.count.string(Double($0.band.ranks.count)) } ?? ""
    let local = columns.first.map { NumberFormat(.percent, precision: 2).string($0.band.localLevel) } ?? ""
    return sentences(
      sampleSize(count), "Fit: \(columns.first?.marginal.model ?? "").",
      single == nil
        ? "Bands hold all \(ranks) quantiles\(each) at once with 95 % probability, each with \(local) chance to leave them; "
          + "heavy lines do leave them."
        : "Each band holds all \(ranks) quantiles, or all bins, at once with 95 % probability; what lies beyond stands out.",
      steps, "The parameters were fitted to the same rows, so a right model leaves the bands in fewer than 5 %.")
  }

  var alternativeText: String {
    guard let single else {
      return "Differences between distribution functions of \(counted(columns.count, "column")), "
        + "\(counted(count, "row")), and a fit. \(title)."
    }
    return
      "Quantile–quantile plot of \(single.marginal.variable.name), \(single.marginal.variable.span(single.values)), "
      + "\(counted(count, "row")), and histogram of the fitted distribution function in \(single.bins) bins. \(title)."
  }

  var description: String {
    columns.prefix(12).map { column in
      let largest = zip(column.band.ranks, column.band.ranks.map { column.transformed[$0 - 1] }).max {
        abs(share($0.0, column) - $0.1) < abs(share($1.0, column) - $1.1)
      }
      guard let largest else { return "" }
      let variable = column.marginal.variable
      let place = column.marginal.mixture.quantile(largest.1)
      return "\(variable.name): \(column.outside.count) of \(column.band.ranks.count) quantiles outside; the largest "
        + "difference of shares is \(NumberFormat.fixed(3).string(abs(share(largest.0, column) - largest.1))), near "
        + variable.measured(place)
    }.joined(separator: "; ") + "."
  }

  private func share(_ rank: Int, _ column: CalibrationRecipe.Compared) -> Double {
    Double(rank) / Double(column.count + 1)
  }

  /// Of one column twenty-one quantiles; of several how many leave the band.
  var data: ChartData {
    guard let single else {
      let shown = columns.prefix(40)
      return ChartData([
        .init("column", texts: shown.map(\.marginal.variable.name)),
        .init("quantiles compared", numbers: shown.map { Double($0.band.ranks.count) }),
        .init("outside the band", numbers: shown.map { Double($0.outside.count) }),
      ])
    }
    let ranks = single.band.ranks
    let places = Set((0...20).map { $0 * (ranks.count - 1) / 20 }).sorted()
    return ChartData([
      .init("rank", numbers: places.map { Double(ranks[$0]) }),
      .init(single.marginal.variable.title, numbers: places.map { single.values[$0] }),
      .init(
        "fitted quantile",
        numbers: places.map { single.marginal.mixture.quantile((Double(ranks[$0]) - 0.5) / Double(single.count)) }),
      .init("lower end of the band", numbers: places.map { single.marginal.mixture.quantile(single.band.lower[$0]) }),
      .init("upper end of the band", numbers: places.map { single.marginal.mixture.quantile(single.band.upper[$0]) }),
    ])
  }
}
