internal import Charting
internal import Mixtures
internal import Wording

/// The sentences of EM's steps, made from their numbers.
struct EMStepsWords {
  let recipe: EMStepsRecipe

  private var isPlane: Bool { recipe.values.count == 2 }
  private var trace: [Double] { recipe.trace }
  private var steps: Int { trace.count - 1 }

  /// Gains smaller than this, in nats, are told as none.
  private static let nothing = 0.005

  var title: String {
    let climb = (trace.last ?? 0) - trace[0]
    let duration = steps == 1 ? "One EM iteration" : "\(spelled(steps).capitalizedFirst) EM iterations"
    if abs(climb) < Self.nothing {
      return "\(duration) \(steps == 1 ? "leaves" : "leave") ℓ at \(recipe.level(trace[0]))"
    }
    let amount = NumberFormat(.fixed, precision: abs(climb) >= 100 ? 0 : abs(climb) >= 1 ? 1 : 2, groups: true)
      .string(abs(climb))
    let verb = climb < 0 ? "lower" : "raise"
    let start = "\(duration) \(verb)\(steps == 1 ? "s" : "") ℓ by \(amount) nats"
    let share = (trace[1] - trace[0]) / climb
    guard steps > 1, climb > 0, (0...1).contains(share) else { return start }
    return "\(start), \(Self.percent(share)) of it in the first"
  }

  /// `86 %`; the ends only for what they are.
  private static func percent(_ share: Double) -> String {
    if share > 0.995, share < 1 { return "over 99 %" }
    if share < 0.005, share > 0 { return "under 1 %" }
    return NumberFormat(.percent).string(share)
  }

  var subtitle: String {
    let others = recipe.fittedColumns > recipe.values.count ? " on all \(recipe.fittedColumns) columns" : ""
    return isPlane
      ? "E step: points take the colours of the components responsible\(others). "
        + "M step: ellipses (1σ) and means follow; dashed: before"
      : "E step: bars take the colours of the components responsible\(others). "
        + "M step: the weighted densities follow; dashed: before"
  }

  var caption: String {
    let drawn = recipe.values[0].count
    let marginal = recipe.fittedColumns > recipe.values.count
    return sentences(
      sampleSize(recipe.count),
      drawn < recipe.count ? "\(NumberFormat.count.string(Double(drawn))) of them drawn, picked at random." : "",
      notDrawn(recipe.leftOut),
      "\(recipe.model)\(marginal ? " on \(recipe.fittedColumns) columns; shown: its marginals" : "").",
      "ℓ in nats, in brackets the gain; higher is better.",
      isPlane ? "1σ holds 39 % of a component’s mass." : "")
  }

  var alternativeText: String {
    let numbers = joined(recipe.iterations.map { String($0.number) })
    let places = zip(recipe.variables, recipe.values).map { "\($0.name) (\($0.span($1)))" }
    let kind = isPlane ? "scatter plots" : "histograms"
    return "Small multiples: \(kind) of \(counted(recipe.count, "row")) over \(joined(places)) at the E step and the M "
      + "step of iteration\(recipe.iterations.count == 1 ? "" : "s") \(numbers) of EM, "
      + "\(counted(recipe.components, "component")). \(title)."
  }

  /// Where each shown iteration takes the means, and ℓ.
  var description: String {
    recipe.iterations.map { iteration in
      let t = iteration.number
      let moves = (0..<min(4, recipe.components)).map { k in
        "\(componentName(k)) from \(place(iteration.before, k)) to \(place(iteration.after, k))"
      }
      let rest = recipe.components > 4 ? ", and \(counted(recipe.components - 4, "other mean"))" : ""
      return
        "Iteration \(t): ℓ goes from \(recipe.level(trace[t - 1])) to \(recipe.level(trace[t])) nats; the means move: "
        + moves.joined(separator: ", ") + rest + "."
    }.joined(separator: " ")
  }

  private func place(_ mixture: GaussianMixture, _ k: Int) -> String {
    let texts = recipe.variables.indices.map { j in
      let values = recipe.values[j]
      let spread = ((values.max() ?? 0) - (values.min() ?? 0)) / 10
      return recipe.variables[j].measured(mixture.means[k, j], spread: spread)
    }
    return texts.count == 1 ? texts[0] : "(\(texts.joined(separator: ", ")))"
  }
}
