internal import Charting
internal import Mixtures

/// The panels of EM's steps over one column: bars in the colours of those who answer for their rows, under the weighted
/// densities of the components.
struct EMStepsLine {
  private let recipe: EMStepsRecipe
  private let bins: Bins?
  /// The bin of each row.
  private let places: [Int]
  private let heights: [Double]

  init(_ recipe: EMStepsRecipe) throws {
    self.recipe = recipe
    let values = recipe.values[0]
    guard let last = recipe.iterations.last else {
      (bins, places, heights) = (nil, [], [])
      return
    }
    let curves = try MixtureCurves(last.after, of: values, over: nil)
    let bins = Bins(for: values, rule: curves.binRule(count: values.count))
    self.bins = bins
    places = values.map { bins?.index(of: $0) ?? 0 }
    heights = bins.map { Histogram(values, in: $0, norm: .density).values[0] } ?? []
  }

  /// - Parameter named: whether the curves carry the names of their components.
  func expectation(_ iteration: EMStepsRecipe.Iteration, named: Bool) throws -> [any Mark] {
    try bars(iteration) + curves(iteration.before, named: named)
  }

  func maximisation(_ iteration: EMStepsRecipe.Iteration) throws -> [any Mark] {
    let old = try MixtureCurves(iteration.before, of: recipe.values[0], over: nil)
    let ghosts: [any Mark] = old.parts.enumerated().map { k, curve in
      LineMark(x: old.x, y: curve, paint: .component(k).opacity(0.7), width: Style.secondaryLine, dash: [4, 3])
    }
    return try bars(iteration) + ghosts + curves(iteration.after, named: false)
  }

  private func curves(_ mixture: GaussianMixture, named: Bool) throws -> [any Mark] {
    let curves = try MixtureCurves(mixture, of: recipe.values[0], over: nil)
    let isMixture = mixture.components > 1
    let parts: [any Mark] = curves.parts.enumerated().map { k, curve in
      LineMark(
        x: curves.x, y: curve, paint: .component(k), width: isMixture ? 1.8 : Style.line,
        label: named && isMixture ? Label(componentName(k), at: .peak) : nil)
    }
    let sum = LineMark(x: curves.x, y: curves.sum, paint: .ink.opacity(0.8), width: Style.secondaryLine)
    return (isMixture ? [sum] : []) + parts
  }

  /// A bar has the mean of the shares of its rows.
  private func bars(_ iteration: EMStepsRecipe.Iteration) -> [any Mark] {
    guard let bins else { return [] }
    var sums = Array(repeating: Array(repeating: 0.0, count: recipe.components), count: bins.count)
    for (row, bin) in places.enumerated() {
      for k in 0..<recipe.components { sums[bin][k] += iteration.shares[row][k] }
    }
    return heights.indices.filter { heights[$0] > 0 && $0 < bins.count }.map { bin in
      BarMark(
        edges: [bins.edges[bin], bins.edges[bin + 1]], heights: [heights[bin]], paint: .blend(sums[bin]).opacity(0.45))
    }
  }
}
