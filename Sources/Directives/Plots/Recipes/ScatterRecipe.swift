internal import Charting
internal import Wording

/// Two columns against each other; with a fit, its ellipses beneath points coloured by their responsibilities.
struct ScatterRecipe {
  let cloud: Cloud
  let mixture: PlaneMixture?
  let groups: Groups?
  let logX: Bool
  let logY: Bool

  /// Points whose component is less certain than this carry a ring.
  private static let doubt = 0.25

  func chart() -> Chart {
    var (x, y) = cloud.axes
    if logX { x.scale = .log }
    if logY { y.scale = .log }
    var marks: [any Mark] = []
    if let mixture {
      // Ellipses are drawn below the points. On a logarithmic axis they would no longer be ellipses.
      if !logX, !logY { marks += mixture.ellipses }
      marks.append(points(of: mixture))
      if !logX, !logY { marks += mixture.centres }
    } else if let groups {
      marks.append(points(in: groups))
    } else {
      marks.append(PointMark(x: cloud.x, y: cloud.y))
    }
    return Chart(
      title: title, subtitle: subtitle, caption: caption, alternativeText: alternativeText, size: .scatterChart, x: x,
      panels: [Panel(y: y, marks: marks)], legend: mixture == nil ? groups?.legend(symbols: true) : nil)
  }

  /// Opacity is certainty, from .25 where two components share a point to .85 where one owns it.
  private func points(of mixture: PlaneMixture) -> PointMark {
    let labels = (0..<cloud.count).map(mixture.label)
    let doubts = (0..<cloud.count).map(mixture.uncertainty)
    return PointMark(
      x: cloud.x, y: cloud.y,
      paints: zip(labels, doubts).map { .component($0).opacity(0.25 + 0.6 * max(0, 1 - 2 * $1)) },
      symbols: labels.map { .component($0) }, opacity: cloud.count <= 300 ? 1 : 0.8,
      rings: cloud.count <= 1000 ? doubts.indices.filter { doubts[$0] > Self.doubt } : [])
  }

  private func points(in groups: Groups) -> PointMark {
    let shown = cloud.x.indices.filter { groups.codes[$0] >= 0 }
    return PointMark(
      x: shown.map { cloud.x[$0] }, y: shown.map { cloud.y[$0] }, paints: shown.map { groups.paint(groups.codes[$0]) },
      symbols: groups.isOrdered ? [.circle] : shown.map { .component(groups.codes[$0]) })
  }

  // MARK: Words

  private var uncertain: Int {
    mixture.map { mixture in (0..<cloud.count).count { mixture.uncertainty($0) > Self.doubt } } ?? 0
  }

  private var title: String {
    guard let mixture else { return "\(cloud.yVariable.name) against \(cloud.xVariable.name)".sentenceCased }
    let count = "\(capitalizedCount(mixture.components)) component\(mixture.components == 1 ? "" : "s")"
    return uncertain == 0 ? "\(count), no row in doubt" : "\(count), and where they disagree"
  }

  private var subtitle: String {
    guard mixture != nil else { return groups.map { "Coloured by \($0.name)" } ?? "" }
    let rings = uncertain > 0 && cloud.count <= 1000 ? "Rings: uncertainty over \(Self.doubt). " : ""
    return rings + "Ellipses: the model’s own, at 1σ and 2σ (39 % and 86 % of a component’s mass)"
  }

  private var caption: String {
    let n = "n = \(NumberFormat.count.string(Double(cloud.count)))."
    guard let mixture else { return n }
    return sentences(
      n, mixture.model + ".", "Colour and shape: most responsible component; opacity: how certain.",
      "\(NumberFormat.count.string(Double(uncertain))) of \(NumberFormat.count.string(Double(cloud.count))) points uncertain."
    )
  }

  private var alternativeText: String {
    let start = "Scatter plot of \(counted(cloud.count, "point")): \(cloud.ranges)."
    if let mixture {
      return
        "\(start) \(title): \(joined(mixture.descriptions(cloud))). \(uncertain) points have an uncertainty over \(Self.doubt)."
    }
    guard let groups else { return start }
    return
      "\(start) Coloured by \(groups.name): \(joined(groups.levels.indices.map { "\(groups.levels[$0]) (\(groups.count($0)))" }))."
  }
}

extension String {
  /// With a capital first letter.
  var sentenceCased: String { prefix(1).uppercased() + dropFirst() }
}
