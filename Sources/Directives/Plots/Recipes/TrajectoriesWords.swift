internal import Charting
internal import Mixtures
internal import Wording

/// The sentences of trajectories, made from their numbers.
struct TrajectoriesWords {
  let recipe: TrajectoriesRecipe

  /// A mean that moves by less than this part of its column's standard deviation is told not to move.
  private static let still = 0.01
  /// Starts whose means end within this part of a standard deviation end in the same place.
  private static let same = 0.05

  private var first: Waypoint { recipe.path[0] }
  private var last: Waypoint { recipe.path[recipe.path.count - 1] }

  /// The mean that moves farthest from the start to the end, in standard deviations of its column.
  private var farthest: (component: Int, place: Int, distance: Double) {
    var result = (component: 0, place: 0, distance: -1.0)
    for k in 0..<recipe.components {
      for (place, column) in recipe.columns.enumerated() where recipe.spreads[place] > 0 {
        let distance = abs(last.means[k, column] - first.means[k, column]) / recipe.spreads[place]
        if distance > result.distance { result = (k, place, distance) }
      }
    }
    return result
  }

  /// The other starts that end with every mean drawn where the best start has it.
  private var sharing: Int {
    recipe.restarts.count { restart in
      guard let end = restart.path.last else { return false }
      return (0..<recipe.components).allSatisfy { k in
        recipe.columns.enumerated().allSatisfy { place, column in
          abs(end.means[k, column] - last.means[k, column]) <= Self.same * recipe.spreads[place]
        }
      }
    }
  }

  var title: String {
    let starts = recipe.restarts.count + 1
    let ends =
      starts == 1
      ? ""
      : sharing == starts - 1 ? "; all \(starts) starts end there" : "; \(sharing + 1) of \(starts) starts end there"
    let move = farthest
    if move.distance < Self.still {
      return (recipe.components == 1 ? "The mean stays where it starts" : "No mean moves far from its start") + ends
    }
    let (column, variable) = (recipe.columns[move.place], recipe.variables[move.place])
    let values = [first.means[move.component, column], last.means[move.component, column]]
    let texts = Variable.written(values, spread: abs(values[1] - values[0]) / 10)
    let what = recipe.columns.count > 1 ? " in \(variable.name)" : ""
    let who = recipe.components == 1 ? "The mean moves" : "\(componentName(move.component))’s mean moves farthest"
    return "\(who)\(what), from \(texts[0]) to \(variable.measured(texts[1]))\(ends)"
  }

  var subtitle: String {
    let pale = recipe.restarts.isEmpty ? "" : "; pale: the other starts, matched to the best"
    return "Weights, means and standard deviations of the components at each iteration" + pale
  }

  var caption: String {
    let left = recipe.fittedColumns - recipe.columns.count
    return sentences(
      "\(recipe.model), \(sampleSize(recipe.count))",
      left > 0 ? "\(recipe.columns.count) of \(recipe.fittedColumns) columns shown." : "",
      "ℓ: higher is better.",
      recipe.restarts.isEmpty
        ? ""
        : "Matched by the least distances between final means; ‘there’: within 0.05 standard deviations of the rows.")
  }

  var alternativeText: String {
    let names = joined(recipe.variables.map(\.name))
    return "Line charts over EM iterations 0 to \(recipe.trace.count - 1) of the weight and of the mean and standard "
      + "deviation of \(names) of \(counted(recipe.components, "component")), and of the log-likelihood, for "
      + "\(counted(recipe.restarts.count + 1, "start")). \(title)."
  }

  var description: String {
    let shown = (0..<min(6, recipe.components)).map { k in
      let weights = Variable.written([first.weights[k], last.weights[k]])
      let moves = zip(recipe.columns, recipe.variables).enumerated().map { place, pair in
        let spread = recipe.spreads[place]
        let texts = Variable.written([first.means[k, pair.0], last.means[k, pair.0]], spread: spread)
        let widths = Variable.written([first.deviations[k, pair.0], last.deviations[k, pair.0]], spread: spread)
        return "its mean of \(pair.1.name) from \(texts[0]) to \(pair.1.measured(texts[1])) and its standard deviation "
          + "from \(widths[0]) to \(pair.1.measured(widths[1]))"
      }
      return "Component \(componentName(k)): its weight goes from \(weights[0]) to \(weights[1]), \(joined(moves))."
    }
    return shown.joined(separator: " ")
  }

  /// The path of the best start at some iterations.
  var data: ChartData {
    let most = max(2, 40 / recipe.components)
    let steps = recipe.path.count - 1
    let kept = steps < most ? Array(0...steps) : Set((0..<most).map { $0 * steps / (most - 1) }).sorted()
    let rows = kept.flatMap { t in (0..<recipe.components).map { (recipe.path[t], $0) } }
    return ChartData(
      [
        .init("iteration", numbers: rows.map { Double($0.0.iteration) }),
        .init("ℓ (nats)", numbers: rows.map { recipe.trace[$0.0.iteration] }),
        .init("component", texts: rows.map { componentName($0.1) }),
        .init("π", numbers: rows.map { $0.0.weights[$0.1] }),
      ]
        + zip(recipe.columns, recipe.variables).flatMap { column, variable -> [ChartData.Column] in
          [
            .init("mean of \(variable.title)", numbers: rows.map { $0.0.means[$0.1, column] }),
            .init("standard deviation of \(variable.title)", numbers: rows.map { $0.0.deviations[$0.1, column] }),
          ]
        })
  }
}
