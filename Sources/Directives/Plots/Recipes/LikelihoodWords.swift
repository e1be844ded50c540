internal import Charting
internal import Mixtures
internal import Wording

/// The sentences of a likelihood surface, made from its numbers.
struct LikelihoodWords {
  let recipe: LikelihoodRecipe
  /// Of the contours, in nats below the best.
  let depths: [Double]

  /// Paths that end within this of a hill's height, in nats, have climbed it.
  private static let reached = 0.01

  private var best: LikelihoodSlice.Place? { recipe.hills.first }
  private var total: Int { recipe.paths.count }

  private func climbers(of hill: LikelihoodSlice.Place) -> Int {
    recipe.paths.count { path in
      guard let end = path.last else { return false }
      let isNear = zip(zip(end.values, hill.values), [recipe.x, recipe.y]).allSatisfy { pair, range in
        abs(pair.0 - pair.1) < 0.01 * (range.upperBound - range.lowerBound)
      }
      return isNear && abs(end.logLikelihood - hill.logLikelihood) < Self.reached
    }
  }

  private var paths: String { "\(spelled(total)) EM path\(total == 1 ? "" : "s")" }

  var title: String {
    guard let best else { return "The log-likelihood over the \(names)" }
    let onBest = climbers(of: best)
    switch recipe.hills.count {
    case 1:
      if total == 0 { return "One hill in view, with its top at \(place(best))" }
      return onBest == total
        ? "One hill in view: \(total == 1 ? "the EM path climbs it" : "all \(paths) climb it")"
        : "One hill in view: \(spelled(onBest)) of \(paths) climb\(onBest == 1 ? "s" : "") it"
    case 2:
      let lower = recipe.hills[1]
      let gap = best.logLikelihood - lower.logLikelihood
      let start =
        gap < 0.005
        ? "Two hills of equal height" : "Two hills, \(LikelihoodRecipe.gap.string(gap)) nats apart"
      if gap >= 0.005, gap < 0.05 { return "Two hills less than 0.1 nats apart" }
      if total == 0 { return start }
      let counts = (onBest, climbers(of: lower))
      return counts.0 + counts.1 == total
        ? "\(start): EM climbs \(gap < 0.005 ? "one" : "the higher") from \(spelled(counts.0)) of "
          + "\(spelled(total)) starts\(gap < 0.005 ? "" : ", else the lower")"
        : "\(start): \(spelled(counts.0)) of \(paths) end\(counts.0 == 1 ? "s" : "") on the higher"
    default:
      let start = "\(spelled(recipe.hills.count, "hill")) in view".capitalizedFirst
      return total == 0 ? start : "\(start): \(spelled(onBest)) of \(paths) end\(onBest == 1 ? "s" : "") on the highest"
    }
  }

  /// `means of A and B`, `weight of A and mean of B`
  private var names: String {
    let (a, b) = (recipe.parameters[0], recipe.parameters[1])
    if recipe.hasDiagonal { return "means of \(componentName(a.component)) and \(componentName(b.component))" }
    return a.component == b.component && a.kind != b.kind
      ? "\(a.kind) and \(b.kind) of \(componentName(a.component))" : "\(a.name) and \(b.name)"
  }

  private func place(_ place: LikelihoodSlice.Place) -> String {
    let texts = zip(recipe.parameters, place.values).enumerated().map { index, pair in
      let range = index == 0 ? recipe.x : recipe.y
      return pair.0.variable.measured(pair.1, spread: (range.upperBound - range.lowerBound) / 10)
    }
    return joined(zip(recipe.parameters, texts).map { "\($0.name) \($1)" })
  }

  var subtitle: String {
    "Log-likelihood over the \(names), all else as fitted, and EM that moves only these two"
  }

  var caption: String {
    let value = NumberFormat(.fixed, precision: 2, groups: true).string(recipe.best)
    let diagonal =
      recipe.isSymmetric
      ? "Dashed: equal means; the surface is its own mirror image there."
      : recipe.hasDiagonal ? "Dashed: equal means; beyond it the components have traded places." : ""
    return sentences(
      "\(recipe.model), \(sampleSize(recipe.count))", "Best in view: ℓ = \(value); colours in nats below it.",
      recipe.paths.isEmpty ? "" : "Squares: starts; dots: iterations.",
      recipe.passes.isEmpty ? "+: tops." : "+: tops; ×: passes between them.", diagonal)
  }

  var alternativeText: String {
    let spans = zip(recipe.parameters, [recipe.x, recipe.y]).map {
      "\($0.name) (\($0.variable.span([$1.lowerBound, $1.upperBound])))"
    }
    let ends = total == 0 ? "" : " and \(paths)"
    return "Contour map of the log-likelihood over \(joined(spans)), \(counted(recipe.count, "row"))\(ends). \(title)."
  }

  var description: String {
    let format = NumberFormat(.fixed, precision: 2, groups: true)
    let tops = recipe.hills.map { "\(place($0)) with ℓ = \(format.string($0.logLikelihood))" }
    let saddles = recipe.passes.map { "\(place($0)) with ℓ = \(format.string($0.logLikelihood))" }
    let ends = recipe.paths.map { path in
      "from \(place(path[0])) in \(counted(path.count - 1, "step")) to ℓ = "
        + format.string(path[path.count - 1].logLikelihood)
    }
    return sentences(
      tops.isEmpty ? "" : "Tops: \(tops.joined(separator: "; ")).",
      saddles.isEmpty ? "" : "Passes: \(saddles.joined(separator: "; ")).",
      ends.isEmpty ? "" : "EM goes \(ends.joined(separator: "; ")).")
  }

  /// The tops, the passes, and both ends of every path.
  var data: ChartData {
    let places =
      recipe.hills.map { ("top", $0) } + recipe.passes.map { ("pass", $0) }
      + recipe.paths.enumerated().flatMap { index, path in
        [("start of path \(index + 1)", path[0]), ("end of path \(index + 1)", path[path.count - 1])]
      }
    return ChartData(
      [.init("place", texts: places.map(\.0))]
        + recipe.parameters.enumerated().map { axis, parameter in
          .init(parameter.title, numbers: places.map { $0.1.values[axis] })
        } + [.init("ℓ (nats)", numbers: places.map(\.1.logLikelihood))])
  }
}
