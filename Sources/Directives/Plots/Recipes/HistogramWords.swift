internal import Charting
internal import Wording

/// The sentences of a histogram's figure, made from its numbers.
struct HistogramWords {
  let recipe: HistogramRecipe
  let bins: Bins
  /// One for each panel.
  let cells: [Histogram]

  private var variable: Variable { recipe.variable }
  private var look: HistogramLook { recipe.look }
  private var count: Int { recipe.values.count }

  // MARK: The finding

  var title: String {
    if let first = recipe.values.first, recipe.values.allSatisfy({ $0 == first }) {
      let value = variable.measured(first)
      return count == 1
        ? "The only value of \(variable.name) is \(value)"
        : "All \(counted(count, "value")) of \(variable.name) are \(value)"
    }
    if look.isCumulative { return halfTitle }
    return medianTitle ?? peakTitle
  }

  /// Where half of everything is reached.
  private var halfTitle: String {
    let order = recipe.values.indices.sorted { recipe.values[$0] < recipe.values[$1] }
    let weights = order.map { recipe.weights?[$0] ?? 1 }
    let total = weights.reduce(0, +)
    let what = recipe.weighed.map { "the sum of \($0.name)" } ?? "the rows"
    guard total > 0, weights.allSatisfy({ $0 >= 0 }) else {
      return "\(recipe.heightTitle) over \(variable.name)".capitalizedFirst
    }
    var sum = 0.0
    let place = order.indices.first { index in
      sum += weights[index]
      return sum >= total / 2
    }
    let value = recipe.values[order[place ?? order.count - 1]]
    let written = Variable.written(value, spread: spread)
    // Rounded down it might not be half any more.
    let isExact = written == NumberFormat(.general, precision: 15, groups: true).string(value)
    let verb = recipe.weighed == nil ? "lie" : "lies"
    return "Half of \(what) \(verb) \(isExact ? "at or below" : "up to about") \(variable.name) "
      + variable.measured(written)
  }

  /// How the panels' medians compare; `nil` without panels, and where no panel stands out in writing.
  private var medianTitle: String? {
    guard look.statistic == .count, recipe.facets.cells.count > 1, recipe.plot.rangeX == nil else { return nil }
    let medians = recipe.facets.cells.compactMap { cell in
      BoxStatistics(cell.rows.map { recipe.values[$0] }).map { (name: cell.name, value: $0.median) }
    }.sorted { $0.value < $1.value }
    let texts = Variable.written(medians.map(\.value), spread: spread)
    guard let low = medians.first, let high = medians.last, let lowest = texts.first, let highest = texts.last,
      texts.dropLast().last != highest, texts.dropFirst().first != lowest
    else { return nil }
    let how = medians.count == 2 ? ("higher", "than") : ("highest", "and lowest")
    return "Median \(variable.name) is \(how.0) for \(high.name) (\(variable.measured(highest))) "
      + "\(how.1) for \(low.name) (\(variable.measured(lowest)))"
  }

  /// The bars that stand highest over all panels, and how high; the overflow bin aside.
  var peaks: (bars: [(cell: Int, bin: Int)], height: Double)? {
    let totals = cells.map(totals)
    guard let height = totals.flatMap({ $0.prefix(bins.count) }).filter(\.isFinite).max() else { return nil }
    let bars = totals.indices.flatMap { cell in
      (0..<bins.count).filter { totals[cell][$0] >= height - 1e-12 * abs(height) }.map { (cell, $0) }
    }
    return (bars, height)
  }

  private var peakTitle: String {
    guard let (bars, height) = peaks, let first = bars.first, let last = bars.last else { return subtitle }
    guard bars.allSatisfy({ $0.cell == first.cell }), last.bin - first.bin == bars.count - 1 else {
      return "\(spelled(bars.count, "bin")) of \(variable.name) stand equally high, none higher".capitalizedFirst
    }
    let place = place(of: first.bin...last.bin, in: recipe.facets.cells[first.cell].rows)
    let panel = recipe.facets.cells.count > 1 ? ", in the panel of \(recipe.facets.cells[first.cell].name)" : ""
    // What lies beyond the clip might come to more.
    let beyond = cells.contains { bins.clip != nil && totals(of: $0).last ?? 0 >= height }
    return finding(place) + panel + (beyond ? ", of those up to \(variable.measured(bins.clip ?? 0))" : "")
  }

  private func finding(_ place: String) -> String {
    let weighed = recipe.weighed?.name ?? variable.name
    switch look.statistic {
    case .count where recipe.plot.logX && look.norm != .density: return "The fullest bin is that of \(place)"
    case .count: return "Rows are densest at \(place)"
    case .sum where look.norm == .density: return "The density of \(weighed) is largest at \(place)"
    case .sum: return "The sum of \(weighed) is largest at \(place)"
    case .mean: return "The mean of \(weighed) is highest at \(place)"
    case .min: return "The smallest \(weighed) is highest at \(place)"
    case .max: return "\(weighed) is highest at \(place)".capitalizedFirst
    }
  }

  /// `residual sugar 1.9 to 2 g/l`: the recorded values that lie in bins, or their ends where values have no step.
  func place(of places: ClosedRange<Int>, in rows: [Int]) -> String {
    let (low, high) = (bins.edges[places.lowerBound], bins.edges[places.upperBound + 1])
    if let granule = bins.granule {
      let inside = rows.map { recipe.values[$0] }.filter { value in
        bins.index(of: value).map(places.contains) ?? false
      }
      let (first, last) = (low + granule / 2, high - granule / 2)
      let slack = granule * 0.01
      if inside.allSatisfy({ first - slack <= $0 && $0 <= last + slack }) {
        let ends = Variable.written([first, last], spread: granule * 10)
        return "\(variable.name) " + variable.measured(ends[0] == ends[1] ? ends[0] : "\(ends[0]) to \(ends[1])")
      }
    }
    let ends = Variable.written([low, high], spread: high - low)
    return "\(variable.name) \(ends[0]) to \(variable.measured(ends[1]))"
  }

  /// What a bin comes to over all groups together; NaN for a mean over no row.
  func totals(of histogram: Histogram) -> [Double] {
    (0..<(histogram.values.first?.count ?? 0)).map { bin in
      let groups = histogram.values.indices.filter { histogram.counts[$0][bin] > 0 }
      let values = groups.map { histogram.values[$0][bin] }
      switch look.statistic {
      case .count, .sum: return values.reduce(0, +)
      case .min: return values.min() ?? .nan
      case .max: return values.max() ?? .nan
      case .mean:
        let counts = groups.map { Double(histogram.counts[$0][bin]) }
        return zip(values, counts).reduce(0) { $0 + $1.0 * $1.1 } / counts.reduce(0, +)
      }
    }
  }

  private var spread: Double { (recipe.values.max() ?? 0) - (recipe.values.min() ?? 0) }

  // MARK: What surrounds it

  var subtitle: String {
    let how = recipe.groups.map { groups in
      switch look.mode {
      case .stack: ", stacked by \(groups.name)"
      case .overlay: ", overlaid by \(groups.name)"
      case .group: ", side by side by \(groups.name)"
      }
    }
    return "\(recipe.heightTitle) per bin of \(variable.name)".capitalizedFirst + (how ?? "") + recipe.facets.phrase
  }

  var caption: String {
    let (outside, leftOut) = (recipe.outside, recipe.leftOut)
    let shares = look.norm != .none && recipe.facets.areUsed ? "Each panel is scaled on its own." : ""
    return sentences(
      sampleSize(count), binWidth, overflow,
      outside > 0 ? "\(counted(outside, "value")) outside the axis not shown." : "",
      leftOut > 0
        ? "\(counted(leftOut, "row")) left out for missing cells\(recipe.plot.logX ? " or values of 0 or below" : "")."
        : "",
      shares, baseline, marginal)
  }

  private var baseline: String {
    guard recipe.plot.logY else { return "" }
    let feet = cells.map(recipe.baseline)
    guard recipe.facets.grid.y == .all, let foot = feet.min() else {
      return "Logarithmic heights have no 0: compare tops."
    }
    return "Bars stand on \(Variable.written(foot)), as logarithms have no 0: compare tops."
  }

  private var marginal: String {
    switch look.marginal {
    case .none: return ""
    case .rug: return "Rug: every value."
    case .box: return "Boxes: quartiles; whiskers to 1.5 interquartile ranges."
    case .violin: return "Violins: kernel densities within the data’s range; gap: median."
    }
  }

  /// `Bin 0.2 g/l (2 × the data’s resolution), edges between recorded values.`
  private var binWidth: String {
    if let perDecade = bins.binsPerDecade { return "\(counted(perDecade, "bin")) of equal ratio to a power of ten." }
    let width = variable.measured(NumberFormat(.general, precision: 4, groups: true).string(bins.width))
    guard let steps = bins.granulesPerBin else { return "Bin \(width)." }
    return "Bin \(width)" + (steps == 1 ? " (the data’s resolution)" : " (\(steps) × the data’s resolution)")
      + ", edges between recorded values."
  }

  private var overflow: String {
    guard let clip = bins.clip else { return "" }
    let beyond = recipe.values.filter { $0 > clip }
    return "Last bin: \(counted(beyond.count, "value")) above \(variable.measured(clip)), "
      + "up to \(Variable.written(beyond.max() ?? clip))."
  }

  var alternativeText: String {
    let groups = recipe.groups.map { ", by \($0.summary)" } ?? ""
    let panels =
      recipe.facets.areUsed ? ", in \(counted(recipe.facets.cells.count, "panel")) by \(recipe.facets.names)" : ""
    let above = [.box: ", with box plots above", .violin: ", with violins above"][look.marginal] ?? ""
    return
      "Histogram of \(variable.name), \(variable.span(recipe.values)), \(counted(count, "row"))\(groups)\(panels); "
      + "bars show \(recipe.heightTitle)\(above). \(title)."
  }

  /// The spread of the values, the highest bar, and how groups and panels compare.
  var description: String {
    guard let box = BoxStatistics(recipe.values) else { return "" }
    let ends = Variable.written([box.lowerQuartile, box.upperQuartile], spread: spread)
    return sentences(
      title + ".",
      "\(counted(count, "row")) in \(counted(bins.count, "bin")); \(variable.name) \(variable.span(recipe.values)), "
        + "median \(variable.measured(box.median, spread: spread)), "
        + "the middle half from \(ends[0]) to \(variable.measured(ends[1])).",
      highest, overflow, comparison(recipe.groups?.name, recipe.groups.map(members) ?? []),
      comparison(recipe.facets.names, recipe.facets.areUsed ? recipe.facets.cells.map { ($0.name, $0.rows) } : []))
  }

  private func members(of groups: Groups) -> [(name: String, rows: [Int])] {
    groups.levels.indices.map { level in
      (groups.levels[level], groups.codes.indices.filter { groups.codes[$0] == level })
    }
  }

  private var highest: String {
    guard !look.isCumulative, let (bars, height) = peaks, bars.count == 1 else { return "" }
    let place = place(of: bars[0].bin...bars[0].bin, in: recipe.facets.cells[bars[0].cell].rows)
    return "The highest bar, at \(place), shows a \(recipe.heightTitle) of \(Variable.written(height))."
  }

  /// `Medians by quality: 3 (n = 10) 2.1, 4 (n = 53) 2.1.`
  private func comparison(_ name: String?, _ members: [(name: String, rows: [Int])]) -> String {
    guard let name, !members.isEmpty else { return "" }
    let parts = members.compactMap { member in
      BoxStatistics(member.rows.map { recipe.values[$0] }).map {
        "\(member.name) (n = \(NumberFormat.count.string(Double($0.count)))) "
          + variable.measured($0.median, spread: spread)
      }
    }
    return "Medians of \(variable.name) by \(name): \(joined(parts))."
  }
}
