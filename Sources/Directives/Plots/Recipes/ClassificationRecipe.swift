internal import Charting
internal import Mixtures
internal import Wording

/// The rows of a fit over two of its columns, coloured by component above the model's ellipses.
struct ClassificationRecipe {
  let cloud: Cloud
  let mixture: PlaneMixture

  /// Points whose component is less certain than this carry a ring, unless there are too many to tell rings apart.
  private static let doubt = RowDoubts.threshold
  private static let mostRinged = 150

  func chart() -> Chart {
    let (x, y) = cloud.axes()
    return Chart(
      title: title, subtitle: subtitle, caption: caption, alternativeText: alternativeText, description: description,
      data: data, size: .scatterChart, x: x,
      panels: [Panel(y: y, marks: mixture.layered(points, named: mixture.nameAndWeight) + mixture.centres)], key: key)
  }

  private var points: PointMark {
    let doubts = mixture.uncertainties
    return PointMark(
      x: cloud.x, y: cloud.y,
      paints: doubts.indices.map { mixture.paint(ofRow: $0).opacity(Self.opacity(doubts[$0])) },
      symbols: doubts.indices.map(mixture.symbol), opacity: crowding,
      rings: isRinged ? doubts.indices.filter { doubts[$0] > Self.doubt } : [],
      ringDiameter: cloud.count <= 300 ? 11 : 9)
  }

  /// Of what is certain: points that lie over each other must not add up to a solid colour.
  private var crowding: Double {
    switch cloud.count {
    case ...300: 1
    case ...PlaneMixture.crowd: 0.8
    default: max(0.12, 0.4 * (Double(PlaneMixture.crowd) / Double(cloud.count)).squareRoot())
    }
  }

  /// How opacity and rings tell certainty, and what the lines hold.
  private var key: [Legend.Entry] {
    let certainty =
      mixture.components < 2 && mixture.noiseWeight == nil
      ? []
      : [
        Legend.Entry("certain", paint: .ink.opacity(Self.opacity(0)), swatch: .symbol(.circle)),
        Legend.Entry("evenly shared", paint: .ink.opacity(Self.opacity(0.5)), swatch: .symbol(.circle)),
      ]
    let noise = mixture.noiseWeight.map { weight in
      Legend.Entry(
        "noise   π = \(NumberFormat.fixed(2).string(weight))",
        note: "n = \(NumberFormat.count.string(Double(mixture.noiseRows)))", paint: .muted, swatch: .symbol(.cross))
    }
    return certainty + [noise].compactMap(\.self)
      + (isRinged
        ? [Legend.Entry("in doubt: uncertainty over \(Self.doubt)", paint: .ink.opacity(0.55), swatch: .ring)] : [])
      + [
        Legend.Entry("1σ: 39 % of the component", paint: .muted, swatch: .line()),
        Legend.Entry("2σ: 86 %", paint: .muted, swatch: .line(dash: [5, 3])),
      ]
  }

  /// Opacity is certainty, from .25 where two components share a point evenly to .85 where one owns it.
  private static func opacity(_ uncertainty: Double) -> Double { 0.25 + 0.6 * max(0, 1 - 2 * uncertainty) }

  private var isRinged: Bool { doubtful > 0 && doubtful <= Self.mostRinged }

  // MARK: Words

  private var doubtful: Int { mixture.uncertainties.count { $0 > Self.doubt } }

  private var title: String {
    let noise = mixture.noiseWeight == nil ? "" : " and noise"
    guard mixture.components > 1 || mixture.noiseWeight != nil else {
      return "One component, centred at \(mixture.centre(of: 0, over: cloud))"
    }
    let parts = spelled(mixture.components, "component").capitalizedFirst + noise
    if doubtful == 0 { return "\(parts), no row in doubt" }
    return "\(parts), \(NumberFormat.count.string(Double(doubtful))) of \(counted(cloud.count, "row")) in doubt"
  }

  private var subtitle: String {
    mixture.components > 1
      ? "Each row in the colour and shape of its most responsible component, above the model’s own ellipses"
      : "Each row above the model’s own ellipses"
  }

  private var caption: String {
    let isMixture = mixture.components > 1
    return sentences(
      cloud.fittedSizes, mixture.model + ".",
      mixture.noiseWeight == nil ? "" : "Crosses: rows that the noise answers for most.",
      isMixture && !isRinged ? "In doubt: uncertainty 1 − max r over \(Self.doubt)." : "",
      isRinged ? "Uncertainty: 1 − max r." : "")
  }

  private var alternativeText: String {
    "Scatter plot of \(counted(cloud.count, "point")): \(cloud.ranges), with the ellipses of a fit. "
      + title + (mixture.components > 1 ? "; \(mixture.description(over: cloud))." : ".")
  }

  private var description: String {
    guard mixture.components > 1 else { return "" }
    let rows =
      doubtful == 0 ? "No row has" : "\(counted(doubtful, "row")) \(doubtful == 1 ? "has" : "have")"
    return "\(mixture.description(over: cloud).capitalizedFirst). \(rows) an uncertainty over \(Self.doubt)."
  }

  private var data: ChartData {
    let components = Array(0..<mixture.components)
    func rows(_ counts: (Int) -> Bool) -> [Double] {
      components.map { k in Double(mixture.labels.indices.count { mixture.labels[$0] == k && counts($0) }) }
    }
    return ChartData(
      [
        .init("component", texts: components.map { componentName($0) }), .init("π", numbers: mixture.marginal.weights),
      ]
        + [cloud.xVariable, cloud.yVariable].enumerated().flatMap { axis, variable -> [ChartData.Column] in
          [
            .init("mean of \(variable.title)", numbers: mixture.marginal.means[column: axis]),
            .init(
              "sd of \(variable.title)", numbers: mixture.marginal.covariances.map { $0[axis, axis].squareRoot() }),
          ]
        } + [
          .init("rows", numbers: rows { _ in true }),
          .init("rows in doubt", numbers: rows { mixture.uncertainties[$0] > Self.doubt }),
        ])
  }
}
