internal import Charting
internal import Mixtures
internal import Wording

/// The sentences of a mixture's figure, made from its numbers.
struct MixtureWords {
  let recipe: MixtureRecipe
  /// `nil` without a histogram.
  let binWidth: Double?
  /// In the part shown, from left to right.
  let peaks: [(place: Double, height: Double)]
  let shown: ClosedRange<Double>
  /// Components that rise beyond the panel.
  let cut: [Int]

  private var variable: Variable { recipe.variable }
  private var weights: [Double] { recipe.mixture.weights }

  var title: String {
    guard recipe.isMixture else {
      return "One Gaussian for \(variable.name): mean \(recipe.means[0]), "
        + "standard deviation \(variable.measured(recipe.deviations[0]))"
    }
    let places = Variable.written(peaks.map(\.place))
    let part = recipe.range.map { " between \(variable.measured($0, joinedBy: "and"))" } ?? ""
    let start = "\(spelled(peaks.count, "peak")) in \(variable.name)\(part)".capitalizedFirst
    switch peaks.count {
    case 1 where recipe.range == nil:
      return "\(start), near \(variable.measured(places[0])), made of \(spelled(weights.count)) components"
    case 1: return "\(start), near \(variable.measured(places[0]))"
    case 2...4: return "\(start), near \(variable.measured(joined(places)))"
    default:
      let highest = peaks.indices.max { peaks[$0].height < peaks[$1].height }
      return highest.map { "\(start), the highest near \(variable.measured(places[$0]))" } ?? start
    }
  }

  var subtitle: String {
    let parts = recipe.isMixture ? "mixture and its weighted components" : "density"
    guard let binWidth else { return recipe.origin.isEmpty ? "Stated \(parts)" : parts.capitalizedFirst }
    return "Histogram as density (bin \(variable.measured(binWidth))), fitted \(parts)"
  }

  var caption: String {
    sentences(
      recipe.values.isEmpty ? "" : sampleSize(recipe.values.count), recipe.origin,
      recipe.isMixture ? "Strip: responsible component, pale if shared." : "",
      cut.isEmpty ? "" : "\(joined(cut.map(componentName))) \(cut.count == 1 ? "rises" : "rise") beyond the panel.")
  }

  var alternativeText: String {
    let kind = binWidth == nil ? "Density curve" : "Histogram with fitted density"
    let count = recipe.values.isEmpty ? "" : ", \(counted(recipe.values.count, "value"))"
    let start = "\(kind) of \(variable.name), \(variable.span([shown.lowerBound, shown.upperBound]))\(count). \(title)"
    return recipe.isMixture ? "\(start); \(describedComponents(weights, moments))." : "\(start)."
  }

  var description: String {
    let components = describedComponents(weights, moments).capitalizedFirst + "."
    let format = NumberFormat.significant(3)
    let told = zip(Variable.written(peaks.map(\.place)), peaks).map { place, peak in
      "\(variable.measured(place)) (density \(format.string(peak.height)))"
    }
    return sentences(
      recipe.isMixture ? components : title + ".", told.isEmpty || told.count > 9 ? "" : "Peaks: \(joined(told)).")
  }

  /// One row a component.
  var data: ChartData {
    let shown = 0..<min(weights.count, 40)
    return ChartData([
      ChartData.Column("component", texts: shown.map(componentName)),
      ChartData.Column("weight", numbers: shown.map { weights[$0] }),
      ChartData.Column("mean of \(variable.title)", numbers: shown.map(recipe.mean)),
      ChartData.Column(
        "sd of \(variable.title)",
        numbers: shown.map { recipe.mixture.covariances[$0][0, 0].squareRoot() }),
    ])
  }

  private func moments(_ k: Int) -> String {
    "with mean \(recipe.means[k]) and standard deviation \(recipe.deviations[k])"
  }
}
