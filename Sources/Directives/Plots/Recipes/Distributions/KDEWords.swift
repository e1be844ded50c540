internal import Charting
internal import Wording

/// The sentences of a figure of kernel densities, made from its numbers.
struct KDEWords {
  let recipe: KDERecipe
  /// The curves drawn, panel by panel.
  let panels: [[KDERecipe.Curve]]
  /// The curves of the groups over all panels.
  let whole: [KDERecipe.Curve]
  private let shared: GroupedWords

  init(recipe: KDERecipe, panels: [[KDERecipe.Curve]], whole: [KDERecipe.Curve]) {
    (self.recipe, self.panels, self.whole) = (recipe, panels, whole)
    shared = GroupedWords(recipe.groups)
  }

  private var variable: Variable { recipe.groups.variable }

  /// Peaks lower than this share of the highest are not counted.
  private static let leastPeak = 0.05

  private static func counted(_ curve: DensityCurve) -> [DensityCurve.Peak] {
    let top = curve.peaks.map(\.height).max() ?? 0
    return curve.peaks.filter { $0.height >= leastPeak * top }
  }

  /// The highest peak of a curve.
  private static func highest(_ curve: DensityCurve) -> Double? {
    curve.peaks.max { $0.height < $1.height }?.place
  }

  /// The single curve, where there is one.
  private var single: DensityCurve? { panels.count == 1 && panels[0].count == 1 ? panels[0][0].density : nil }

  var title: String {
    if let single, let highest = Self.highest(single), recipe.groups.colors == nil {
      let peaks = Self.counted(single)
      let places = Variable.written(peaks.map(\.place), spread: spread)
      guard single.isResolved, peaks.count > 1, peaks.count <= 4 else {
        let start = single.isResolved && peaks.count > 4 ? "\(spelled(peaks.count, "peak")) in" : "The density of"
        let word = single.isResolved && peaks.count > 4 ? ", the highest near" : " peaks near"
        return "\(start) \(variable.name)".capitalizedFirst
          + "\(word) \(variable.measured(highest, spread: spread))"
      }
      return "\(spelled(peaks.count, "peak")) in \(variable.name)".capitalizedFirst
        + ", near \(variable.measured(joined(places)))"
    }
    // Medians of rows that count differently are not those of the rows.
    if let weighing = recipe.weighing { return "Density of \(variable.name) with rows weighed by \(weighing)" }
    return shared.medians
  }

  /// A tenth of the axis, for numbers of which a reader needs no more digits.
  private var spread: Double? {
    guard let low = recipe.groups.values.min(), let high = recipe.groups.values.max() else { return nil }
    return (high - low) / 10
  }

  var subtitle: String {
    let how: String =
      switch recipe.multiple {
      case .layer: "Density of \(variable.title)"
      case .stack: "Density of \(variable.title), stacked"
      case .fill: "Share of the groups at each \(variable.title)"
      }
    return how + (shared.grouping.isEmpty ? "" : " \(shared.grouping)")
      + (recipe.groups.scale == .log ? ", estimated on logarithms" : "")
  }

  var caption: String {
    let curves = panels.joined().map(\.density)
    let named = Set(panels.joined().map(\.cell.name))
    return sentences(
      shared.sampleSizes, recipe.density.caption(curves, variable, recipe.groups.scale), area,
      recipe.weighing.map { "Rows weighed by \($0)." } ?? "", lowPeaks,
      DensityOptions.missing(recipe.groups.cells().filter { !named.contains($0.name) }))
  }

  /// What the area under the curves is, and how much of it is not drawn.
  private var area: String {
    if recipe.multiple == .fill { return "" }
    let panel = panels.count > 1 ? " of a panel" : ""
    let whole =
      single != nil && panels.count == 1
      ? "Area 1" : recipe.isCommon ? "All curves\(panel) together have area 1" : "Each curve has area 1"
    let least = panels.joined().map(\.density.mass).min() ?? 1
    guard least < 0.995 else { return whole + "." }
    return "\(whole), \(single == nil ? "up to " : "")\(NumberFormat(.percent).string(1 - least)) of it cut off."
  }

  private var lowPeaks: String {
    guard let single, recipe.groups.colors == nil, single.isResolved else { return "" }
    let low = single.peaks.count - Self.counted(single).count
    return low == 0 ? "" : "\(Wording.counted(low, "peak")) below a twentieth of the highest not counted."
  }

  var alternativeText: String { "Kernel density of \(shared.rows). \(title)." }

  var description: String {
    let peaks = whole.prefix(12).compactMap { curve -> String? in
      guard let highest = Self.highest(curve.density) else { return nil }
      let name = curve.cell.name.isEmpty ? "The curve" : curve.cell.name
      return "\(name) is highest near \(variable.measured(highest, spread: spread))"
    }
    return shared.description + (peaks.isEmpty ? "" : " " + joined(peaks) + ".")
  }

  var data: ChartData { shared.data }
}
