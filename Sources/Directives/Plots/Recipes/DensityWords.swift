internal import Charting
internal import Wording

/// The sentences and numbers of a density over two columns.
struct DensityWords {
  /// A region that holds a share of the probability, and the density on its border.
  struct Level {
    let mass: Double
    let density: Double
  }

  let recipe: DensityRecipe
  /// By ascending mass.
  let levels: [Level]
  /// From the highest down; none where they cannot be told.
  let peaks: [(x: Double, y: Double, density: Double)]

  private var cloud: Cloud { recipe.cloud }
  private var mixture: PlaneMixture { recipe.mixture }

  /// A mixture without rows is not one fitted to what the figure shows.
  private var subject: String { cloud.count > 0 ? "fitted density" : "density" }

  var title: String {
    guard let highest = peaks.first else { return "The \(subject) of \(spelled(mixture.components, "component"))" }
    let place = cloud.place(highest.x, highest.y)
    return peaks.count == 1
      ? "The \(subject) has one peak, near \(place)"
      : "The \(subject) has \(spelled(peaks.count)) peaks, the \(peaks.count == 2 ? "higher" : "highest") near \(place)"
  }

  var subtitle: String {
    if recipe.style == .raster { return "Density over the plane\(recipe.showsPoints ? ", with the data" : "")" }
    let shares = joined(recipe.masses.map { NumberFormat(.percent).string($0) })
    return "Smallest region\(recipe.masses.count == 1 ? " that holds" : "s that hold") \(shares) of the probability"
  }

  var caption: String {
    sentences(
      cloud.fittedSizes, mixture.model + ".", "Crosses: means of the components.",
      mixture.components > 1 && !peaks.isEmpty ? "Diamonds: peaks of the density." : "",
      recipe.ranges.x == nil && recipe.ranges.y == nil ? "" : "Shares are of the whole density, not of the part shown.")
  }

  var alternativeText: String {
    (cloud.count > 0
      ? "Map of a fitted density over \(cloud.ranges), with \(counted(cloud.count, "point")). "
      : "Map of a density over \(cloud.xVariable.name) and \(cloud.yVariable.name). ")
      + title + (mixture.components > 1 ? "; \(mixture.description(over: cloud))." : ".")
  }

  var description: String {
    let format = NumberFormat.significant(3)
    let places = peaks.prefix(5).map { "\(cloud.place($0.x, $0.y)) (density \(format.string($0.density)))" }
    let told = peaks.isEmpty ? "" : "Peaks, from the highest down: \(joined(places))."
    let regions = levels.map {
      "\(NumberFormat(.percent).string($0.mass)) where the density is above \(format.string($0.density))"
    }
    return sentences(
      mixture.description(over: cloud).capitalizedFirst + ".", told,
      recipe.style == .raster || regions.isEmpty ? "" : "The smallest regions hold \(joined(regions)).")
  }

  /// Regions with the density on their borders, then the peaks.
  var data: ChartData {
    let regions = recipe.style == .raster ? [] : levels
    let tops = Array(peaks.prefix(20))
    let names = regions.map { "region of \(NumberFormat(.percent).string($0.mass))" } + tops.map { _ in "peak" }
    let none = regions.map { _ in Double.nan }
    return ChartData(
      names.isEmpty
        ? []
        : [
          ChartData.Column("what", texts: names),
          ChartData.Column("density", numbers: regions.map(\.density) + tops.map(\.density)),
          ChartData.Column(cloud.xVariable.title, numbers: none + tops.map(\.x)),
          ChartData.Column(cloud.yVariable.title, numbers: none + tops.map(\.y)),
        ])
  }
}
