internal import Charting
internal import Mixtures
internal import Wording

/// The rows of a fit divided by k-means and by the mixture, side by side, and the rows on which they differ.
struct ClusteringRecipe {
  let cloud: Cloud
  let mixture: PlaneMixture
  let division: KMeansDivision
  /// The places of the two columns shown among those of the fit.
  let shown: (x: Int, y: Int)
  /// Columns of the fit.
  let columns: Int
  let standardized: Bool

  func chart() throws -> Chart {
    let frame = cloud.frame(with: mixture.marginal)
    var (x, y) = cloud.axes()
    (x.range, y.range) = (frame.x, frame.y)
    let count = disagreeing.count
    let differ = count == 0 ? "no row differs" : "\(counted(count, "row")) \(count == 1 ? "differs" : "differ")"
    return Chart(
      title: title, subtitle: subtitle, caption: caption, alternativeText: alternativeText,
      description: description, data: data, size: Size(900, 520), x: x,
      panels: [
        Panel(title: "k-means", y: y, marks: try clusters(frame)),
        Panel(title: "mixture", y: y, marks: try components(frame)),
        Panel(title: differ, y: y, marks: differences),
      ], grid: PanelGrid(columns: 3))
  }

  /// The rows that the two put into different groups.
  private var disagreeing: [Int] { mixture.labels.indices.filter { mixture.labels[$0] != division.labels[$0] } }

  private func points(_ labels: [Int]) -> PointMark {
    PointMark(
      x: cloud.x, y: cloud.y, paints: labels.map { .component($0) }, symbols: labels.map { .component($0) },
      diameter: diameter, opacity: min(1, Style.point(count: cloud.count).opacity + 0.1))
  }

  /// Panels are a third as wide as a figure.
  private var diameter: Double { max(3, Style.point(count: cloud.count).diameter - 1.5) }

  private func clusters(_ frame: PlaneBorders) throws -> [any Mark] {
    let centers = (0..<division.centers.rows).map { (division.centers[$0, shown.x], division.centers[$0, shown.y]) }
    let scales = (division.scales[shown.x], division.scales[shown.y])
    let borders =
      centers.count < 2
      ? []
      : [
        try frame.mark { places in
          let scores = (0..<places.rowCount).flatMap { i in
            centers.map { center -> Double in
              let (a, b) = ((places[i, 0] - center.0) / scales.0, (places[i, 1] - center.1) / scales.1)
              return -(a * a + b * b)
            }
          }
          return Matrix(rows: places.rowCount, columns: centers.count, values: scores)
        }
      ]
    return [points(division.labels)] + borders + centers.map { CentreMark(x: $0.0, y: $0.1) }
  }

  private func components(_ frame: PlaneBorders) throws -> [any Mark] {
    let borders = mixture.components < 2 ? [] : [try frame.mark { mixture.marginal.evaluate($0).logJoint }]
    return mixture.layered(points(mixture.labels)) { componentName($0) } + borders + mixture.centres
  }

  private var differences: [any Mark] {
    let differing = Set(disagreeing)
    let agreeing = mixture.labels.indices.filter { !differing.contains($0) }
    let rows = disagreeing
    return [
      PointMark(
        x: agreeing.map { cloud.x[$0] }, y: agreeing.map { cloud.y[$0] }, paints: [.neutral], diameter: diameter,
        opacity: 0.7),
      PointMark(
        x: rows.map { cloud.x[$0] }, y: rows.map { cloud.y[$0] }, paints: rows.map { .component(mixture.labels[$0]) },
        symbols: rows.map { .component(mixture.labels[$0]) }, diameter: diameter + 1.5,
        opacity: rows.count > 300 ? 0.6 : 0.9),
    ]
  }
}

// MARK: Words

extension ClusteringRecipe {
  private var title: String {
    guard mixture.components > 1 else { return "One component: nothing to divide" }
    let count = disagreeing.count
    if count == 0 { return "k-means and the mixture divide the rows alike" }
    return "k-means and the mixture differ on \(NumberFormat.count.string(Double(count))) of "
      + counted(cloud.count, "row")
  }

  private var scale: String {
    "k-means on the columns \(standardized ? "each scaled to standard deviation 1" : "as they are")"
  }

  private var subtitle: String {
    "Groups of k-means, of the mixture, and the rows on which they differ, in the colour of the mixture’s component"
  }

  private var index: String { NumberFormat.fixed(3).string(division.table.adjustedRandIndex) }

  private var caption: String {
    sentences(
      sampleSize(cloud.count), mixture.model + (columns > 2 ? " on \(columns) columns;" : ";"),
      scale + ", best of 10 starts.",
      "Adjusted Rand index \(index) (1: equal divisions).",
      columns > 2 && mixture.components > 1 ? "Borders: those of these two columns alone." : "",
      "Ellipses: the model’s own, 1σ and 2σ (39 % and 86 %).")
  }

  private var alternativeText: String {
    "Three scatter plots of \(counted(cloud.count, "point")): \(cloud.ranges), with the groups of k-means, the components "
      + "of the mixture, and the rows on which they differ. \(title); adjusted Rand index \(index)."
  }

  /// Cluster by component, without the diagonal.
  private var moves: [(from: Int, to: Int, rows: Int)] {
    var counts: [[Int]: Int] = [:]
    for row in disagreeing { counts[[division.labels[row], mixture.labels[row]], default: 0] += 1 }
    return counts.map { ($0.key[0], $0.key[1], $0.value) }.sorted { ($1.2, $0.0, $0.1) < ($0.2, $1.0, $1.1) }
  }

  private var description: String {
    guard mixture.components > 1 else { return "" }
    let parts = moves.prefix(3).map { move in
      "\(counted(move.rows, "row")) of cluster \(componentName(move.from)) "
        + "\(move.rows == 1 ? "belongs" : "belong") to component \(componentName(move.to))"
    }
    return
      "\(title); adjusted Rand index \(index). Clusters carry the letter of the component they share most rows with"
      + (parts.isEmpty ? "." : ": \(joined(parts)).")
  }

  /// How many rows of each cluster each component takes.
  private var data: ChartData {
    let groups = Array(0..<mixture.components)
    let table = groups.map { _ in Array(repeating: 0, count: groups.count) }
    let counts = zip(mixture.labels, division.labels).reduce(into: table) { $0[$1.0][$1.1] += 1 }
    return ChartData(
      [.init("component", texts: groups.map { componentName($0) })]
        + groups.map { cluster in
          .init("cluster \(componentName(cluster))", numbers: groups.map { Double(counts[$0][cluster]) })
        })
  }
}
