internal import Charting
internal import Mixtures
internal import Wording

/// The sentences of a figure of distribution functions, made from its numbers.
struct ECDFWords {
  let recipe: ECDFRecipe
  private let shared: GroupedWords
  private let distance: ECDFRecipe.Distance?

  init(recipe: ECDFRecipe) {
    self.recipe = recipe
    shared = GroupedWords(recipe.groups)
    distance = recipe.distance
  }

  private var variable: Variable { recipe.groups.variable }
  private var isFit: Bool { recipe.model != nil }

  var title: String {
    guard isFit else { return shared.medians }
    guard let distance else { return "Data and fitted distribution of \(variable.name)" }
    let within = distance.distance <= distance.band
    return "The fitted distribution of \(variable.name) \(within ? "stays within" : "leaves") the data’s 95 % band "
      + "(D = \(Self.share(distance.distance)) at \(variable.measured(distance.place, spread: spread)))"
  }

  private static func share(_ value: Double) -> String { NumberFormat.fixed(3).string(value) }

  private var spread: Double? {
    guard let low = recipe.groups.values.min(), let high = recipe.groups.values.max() else { return nil }
    return (high - low) / 10
  }

  var subtitle: String {
    let what = recipe.isComplementary ? "Share of rows above each" : "Share of rows up to each"
    return "\(what) \(variable.title)" + (shared.grouping.isEmpty ? "" : " \(shared.grouping)")
      + (isFit ? ", of the data and of the fitted mixture" : "")
  }

  var caption: String {
    let band =
      recipe.hasBand
      ? "Band: 95 % for the whole function at once (Dvoretzky–Kiefer–Wolfowitz)\(bandSize)." : ""
    let largest =
      distance.map { distance in
        "D: largest distance, \(Self.share(distance.distance)) at \(variable.measured(distance.place, spread: spread))."
      } ?? ""
    return sentences(
      shared.sampleSizes, recipe.model.map { "Fit: \($0.origin)." } ?? "", band, largest,
      isFit ? FittedMarginal.caution : "")
  }

  /// `, ± 0.082`, of a single function.
  private var bandSize: String {
    guard recipe.groups.cells().count == 1, !recipe.groups.facets.areUsed,
      let function = EmpiricalDistribution(recipe.groups.values)
    else { return "" }
    return ", ± \(Self.share(function.bandHalfHeight()))"
  }

  var alternativeText: String {
    let kind = recipe.isComplementary ? "Complementary distribution functions" : "Cumulative distribution functions"
    return "\(kind) of \(shared.rows)\(isFit ? ", with the fitted one" : ""). \(title)."
  }

  var description: String {
    guard let distance else { return shared.description }
    return shared.description
      + " Near \(variable.measured(distance.place, spread: spread)) the share of the data is "
      + "\(Self.share(distance.data)) and that of the fit \(Self.share(distance.model))."
  }

  /// For a fit, the shares at twenty-one values; else the numbers of the groups.
  var data: ChartData {
    guard let model = recipe.model, let function = EmpiricalDistribution(recipe.groups.values),
      let low = function.values.first, let high = function.values.last
    else { return shared.data }
    let places = low < high ? (0...20).map { low + (high - low) * Double($0) / 20 } : [low]
    return ChartData([
      .init(variable.title, numbers: places), .init("share of rows up to", numbers: places.map { function($0) }),
      .init("of the fit", numbers: places.map { model.mixture.cumulative($0) }),
    ])
  }
}
