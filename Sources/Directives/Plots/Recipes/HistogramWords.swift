internal import Charting
internal import Wording

/// The sentences of a histogram's figure, made from its numbers.
struct HistogramWords {
  let recipe: HistogramRecipe
  let histogram: Histogram
  /// The values within the axis; NaN for the others.
  let shown: [Double]

  private var bins: Bins { histogram.bins }
  private var variable: Variable { recipe.variable }
  /// Rows that are in the bars.
  private var count: Int { histogram.counts.joined().reduce(0, +) }

  /// What a bin comes to over all groups together; NaN for a mean over no row.
  private var totals: [Double] {
    (0..<bins.count).map { bin in
      let groups = histogram.values.indices.filter { histogram.counts[$0][bin] > 0 }
      let counts = groups.map { Double(histogram.counts[$0][bin]) }
      guard recipe.statistic == .mean else { return groups.reduce(0) { $0 + histogram.values[$1][bin] } }
      return zip(groups, counts).reduce(0) { $0 + histogram.values[$1.0][bin] * $1.1 } / counts.reduce(0, +)
    }
  }

  /// The bin that stands highest, the overflow bin aside.
  private var peak: ClosedRange<Double> {
    let totals = totals
    let place = totals.indices.filter { totals[$0].isFinite }.max { totals[$0] < totals[$1] } ?? 0
    return bins.edges[place]...bins.edges[place + 1]
  }

  var title: String {
    let place = variable.measured(peak, joinedBy: "and")
    let weighed = recipe.weights?.variable.name ?? variable.name
    return switch recipe.statistic {
    case .count: "Rows are densest for \(variable.name) between \(place)"
    case .sum: "The sum of \(weighed) is largest for \(variable.name) between \(place)"
    case .mean: "The mean of \(weighed) is highest for \(variable.name) between \(place)"
    }
  }

  var subtitle: String {
    let how = recipe.groups.map { groups in
      switch recipe.mode {
      case .stack: ", stacked by \(groups.name)"
      case .overlay: ", overlaid by \(groups.name)"
      case .group: ", side by side by \(groups.name)"
      }
    }
    return "\(recipe.heightTitle) per bin of \(variable.name)".capitalizedFirst + (how ?? "")
  }

  var caption: String {
    let finite = recipe.values.count { $0.isFinite }
    let outside = finite - shown.count { $0.isFinite }
    let incomplete = finite - outside - count
    return sentences(
      sampleSize(count), "Bin \(width).", overflow,
      outside > 0 ? "\(counted(outside, "value")) outside the axis not shown." : "",
      incomplete > 0 ? "\(counted(incomplete, "row")) left out for missing cells." : "",
      recipe.marginal == .box ? "Boxes: quartiles; whiskers to 1.5 interquartile ranges." : "")
  }

  /// `0.2 g/l (2 × the data’s resolution), edges between recorded values`
  private var width: String {
    let width = variable.measured(NumberFormat(.general, precision: 7, groups: true).string(bins.width))
    guard let steps = bins.granulesPerBin else { return width }
    return width + (steps == 1 ? " (the data’s resolution)" : " (\(steps) × the data’s resolution)")
      + ", edges between recorded values"
  }

  private var overflow: String {
    guard let clip = bins.clip else { return "" }
    let beyond = shown.filter { $0 > clip }
    return "Last bin: \(counted(beyond.count, "value")) above \(variable.measured(clip)), "
      + "up to \(Variable.written(beyond.max() ?? clip))."
  }

  var alternativeText: String {
    let groups = recipe.groups.map { ", by \($0.summary)" } ?? ""
    let boxes = recipe.marginal == .box ? ", with box plots above" : ""
    return "Histogram of \(variable.name), \(variable.span(shown)), \(counted(count, "row"))\(groups); "
      + "bars show \(recipe.heightTitle)\(boxes). \(title)."
  }
}
