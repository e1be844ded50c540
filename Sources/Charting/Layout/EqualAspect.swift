/// Ends that give horizontal and vertical axes one unit a pixel in every panel where geometry matters.
///
/// Panels that share an axis have one unit between them; panels that share none each have their own. Strips of a fixed
/// height, and axes that are not linear, are left as they are.
struct EqualAspect {
  /// By the numbers of the axes in a plan.
  private(set) var x: [Int: ClosedRange<Double>] = [:]
  private(set) var y: [Int: ClosedRange<Double>] = [:]

  init() {}

  init(_ chart: Chart, _ plan: GridPlan, _ xs: [PlacedAxis], _ ys: [PlacedAxis]) {
    let panels = chart.panels.indices.filter { index in
      if case .fixed = chart.panels[index].height { return false }
      return xs[index].scale == .linear && ys[index].scale == .linear
    }
    var units: [Int: Double] = [:]
    for index in panels { units[index] = min(xs[index].pixelsPerUnit, -ys[index].pixelsPerUnit) }
    // The smallest unit spreads to all panels that are linked by shared axes.
    for _ in panels {
      for index in panels {
        let linked = panels.filter {
          plan.x.groups[$0] == plan.x.groups[index] || plan.y.groups[$0] == plan.y.groups[index]
        }
        units[index] = linked.compactMap { units[$0] }.min()
      }
    }
    for index in panels {
      guard let pixels = units[index] else { continue }
      Self.stretch(xs[index], pixels, &x[plan.x.groups[index]])
      Self.stretch(ys[index], pixels, &y[plan.y.groups[index]])
    }
  }

  /// The ends around the same middle; of panels of different sizes the smallest says.
  private static func stretch(_ axis: PlacedAxis, _ pixels: Double, _ ends: inout ClosedRange<Double>?) {
    let middle = (axis.domain.lowerBound + axis.domain.upperBound) / 2
    let half = abs(axis.end - axis.start) / pixels / 2
    if let known = ends, known.upperBound - known.lowerBound <= 2 * half { return }
    ends = middle - half...middle + half
  }
}
