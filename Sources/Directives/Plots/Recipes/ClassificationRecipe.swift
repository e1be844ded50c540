internal import Charting
internal import Wording

/// The rows of a fit over two of its columns, coloured by component above the model's ellipses.
struct ClassificationRecipe {
  let cloud: Cloud
  let mixture: PlaneMixture

  /// Points whose component is less certain than this carry a ring, unless there are too many to tell rings apart.
  private static let doubt = 0.25
  private static let mostRinged = 1000

  func chart() -> Chart {
    let (x, y) = cloud.axes()
    return Chart(
      title: title, subtitle: subtitle, caption: caption, alternativeText: alternativeText, size: .scatterChart, x: x,
      panels: [Panel(y: y, marks: mixture.ellipses + [points] + mixture.centres)])
  }

  /// Opacity is certainty, from .25 where two components share a point to .85 where one owns it.
  private var points: PointMark {
    let (labels, doubts) = (mixture.labels, mixture.uncertainties)
    return PointMark(
      x: cloud.x, y: cloud.y,
      paints: zip(labels, doubts).map { .component($0).opacity(0.25 + 0.6 * max(0, 1 - 2 * $1)) },
      symbols: labels.map { .component($0) }, opacity: cloud.count <= 300 ? 1 : 0.8,
      rings: cloud.count <= Self.mostRinged ? doubts.indices.filter { doubts[$0] > Self.doubt } : [])
  }

  // MARK: Words

  private var doubtful: Int { mixture.uncertainties.count { $0 > Self.doubt } }

  private var title: String {
    guard mixture.components > 1 else {
      return "One component, centred at \(mixture.centre(of: 0, over: cloud))"
    }
    let parts = spelled(mixture.components, "component").capitalizedFirst
    if doubtful == 0 { return "\(parts), no row in doubt" }
    return "\(parts), \(NumberFormat.count.string(Double(doubtful))) of \(counted(cloud.count, "row")) in doubt"
  }

  private var subtitle: String {
    let rings = doubtful > 0 && cloud.count <= Self.mostRinged ? "Rings: rows in doubt. " : ""
    return rings + "Ellipses: the model’s own, at 1σ and 2σ (39 % and 86 % of a component’s mass)"
  }

  private var caption: String {
    let isMixture = mixture.components > 1
    return sentences(
      sampleSize(cloud.count), mixture.model + ".",
      isMixture ? "Colour and shape: most responsible component; opacity: how certain." : "",
      isMixture ? "In doubt: uncertainty over \(Self.doubt)." : "")
  }

  private var alternativeText: String {
    "Scatter plot of \(counted(cloud.count, "point")): \(cloud.ranges), with the ellipses of a fit. "
      + title + (mixture.components > 1 ? "; \(mixture.description(over: cloud))." : ".")
  }
}
