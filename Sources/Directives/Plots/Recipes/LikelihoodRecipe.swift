internal import Charting
internal import Mixtures
internal import Wording

/// The log-likelihood over two parameters as a map, with the paths that EM takes when it moves these two alone.
struct LikelihoodRecipe {
  let slice: LikelihoodSlice
  /// Two: along x and along y.
  let parameters: [SliceParameter]
  let x: ClosedRange<Double>
  let y: ClosedRange<Double>
  /// Each from its start to its end.
  let paths: [[LikelihoodSlice.Place]]
  let count: Int
  /// `K = 2, full covariance`
  let model: String
  /// Whether exchanging the two values changes nothing.
  let isSymmetric: Bool
  /// Whether both are means along one column, so that the components trade places on the diagonal.
  let hasDiagonal: Bool

  private let grid: ScalarGrid
  /// The maxima in view, the highest first.
  let hills: [LikelihoodSlice.Place]
  /// ℓ of the highest place in view.
  let best: Double
  /// The saddles between them.
  let passes: [LikelihoodSlice.Place]

  /// Hills lower than this above what surrounds them are not told, in nats.
  private static let prominence = 0.5
  private static let path = Paint.component(3)

  init(
    slice: LikelihoodSlice, parameters: [SliceParameter], x: ClosedRange<Double>, y: ClosedRange<Double>,
    paths: [[LikelihoodSlice.Place]], fit: EMFit, model: String, threads: Int
  ) {
    (self.slice, self.parameters, self.x, self.y, self.paths, self.model) = (slice, parameters, x, y, paths, model)
    count = fit.n
    // Every node is a pass over the different rows.
    let side = fit.n * fit.mixture.components > 10_000 ? 81 : 161
    let empty = ScalarGrid(x: x, y: y, columns: side, rows: side) { _, _ in 0 }
    grid = ScalarGrid(
      x: x, y: y, columns: side, rows: side,
      values: slice.logLikelihoods(x: empty.xs, y: empty.ys, threads: threads))
    let found = grid.hills(prominence: Self.prominence)
    // The nodes are near the tops; EM itself goes on to them.
    var hills: [LikelihoodSlice.Place] = []
    for hill in found {
      guard let top = slice.climb(from: [hill.top.x, hill.top.y], tolerance: 1e-9, maxSteps: 2000).last,
        x.contains(top.values[0]), y.contains(top.values[1])
      else { continue }
      let isNew = hills.allSatisfy { known in
        abs(known.values[0] - top.values[0]) > 1e-3 * (x.upperBound - x.lowerBound)
          || abs(known.values[1] - top.values[1]) > 1e-3 * (y.upperBound - y.lowerBound)
      }
      if isNew { hills.append(top) }
    }
    hills.sort { $0.logLikelihood > $1.logLikelihood }
    self.hills = hills
    best = max(hills.first?.logLikelihood ?? -.infinity, grid.values.filter(\.isFinite).max() ?? -.infinity)
    let reach = [
      4 * (x.upperBound - x.lowerBound) / Double(side - 1), 4 * (y.upperBound - y.lowerBound) / Double(side - 1),
    ]
    passes = found.compactMap(\.pass).compactMap { slice.saddle(near: [$0.x, $0.y], reach: reach) }
    guard case .mean(let a, let column) = parameters[0].parameter,
      case .mean(let b, column) = parameters[1].parameter, a != b
    else {
      (hasDiagonal, isSymmetric) = (false, false)
      return
    }
    hasDiagonal = true
    let mixture = fit.mixture
    let others = mixture.dimension == 1
    isSymmetric =
      others && abs(mixture.weights[a] - mixture.weights[b]) < 1e-9
      && abs(mixture.covariances[a][0, 0] / mixture.covariances[b][0, 0] - 1) < 1e-9
  }

  // MARK: Levels

  /// Nats below the best, descending: 1, 3, 10, … as far as the surface goes down.
  private var depths: [Double] {
    let below = grid.values.filter(\.isFinite).map { best - $0 }.sorted()
    let deepest = below.isEmpty ? 1 : below[(below.count - 1) * 49 / 50]
    var steps: [Double] = []
    for power in -6...15 {
      // Powers of ten below 1 are not exact: divide by one that is.
      let ten = (0..<abs(power)).reduce(1.0) { ten, _ in ten * 10 }
      steps += power < 0 ? [1 / ten, 3 / ten] : [ten, 3 * ten]
    }
    return Array(steps.filter { $0 <= 0.85 * deepest }.suffix(7).reversed())
  }

  func chart() -> Chart {
    let depths = depths
    let words = LikelihoodWords(recipe: self, depths: depths)
    return Chart(
      title: words.title, subtitle: words.subtitle, caption: words.caption, alternativeText: words.alternativeText,
      description: words.description, data: words.data, size: Size(720, 680), x: Axis(parameters[0].title, range: x),
      panels: [
        Panel(
          y: Axis(parameters[1].title, range: y, nice: false),
          marks: surface(depths) + diagonal + paths.flatMap(marks) + landmarks, grid: [])
      ],
      colorBar: colorBar(depths))
  }

  private func paint(_ band: Int, of count: Int) -> Paint { .sequential(Double(band) / Double(max(1, count))) }

  /// The lowest band everywhere, and above it the regions that are less and less below the best.
  private func surface(_ depths: [Double]) -> [any Mark] {
    let foot = best - 100 * (depths.first ?? 1)
    let bounded = ScalarGrid(
      x: x, y: y, columns: grid.columns, rows: grid.rows, values: grid.values.map { max($0, foot) })
    let levels = depths.enumerated().map { index, depth in
      ContourMark.Level(
        lines: bounded.regions(at: best - depth), fill: paint(index + 1, of: depths.count),
        stroke: .background.opacity(0.45), width: 0.8)
    }
    return [RectMark(x: x, y: y, paint: paint(0, of: depths.count)), ContourMark(levels)]
  }

  private func colorBar(_ depths: [Double]) -> ColorBar {
    let steps = Double(depths.count + 1)
    return ColorBar(
      "ℓ − best", paints: (0...depths.count).map { paint($0, of: depths.count) },
      ticks: depths.enumerated().map { index, depth in
        Tick(Double(index + 1) / steps, RichText(NumberFormat(.general, precision: 3, groups: true).string(-depth)))
      })
  }

  /// Where the two means are equal.
  private var diagonal: [any Mark] {
    let (low, high) = (max(x.lowerBound, y.lowerBound), min(x.upperBound, y.upperBound))
    guard hasDiagonal, low < high else { return [] }
    return [LineMark(x: [low, high], y: [low, high], paint: .sequential(0.9), width: 1.3, dash: [6, 4])]
  }

  private func marks(_ path: [LikelihoodSlice.Place]) -> [any Mark] {
    let (xs, ys) = (path.map { $0.values[0] }, path.map { $0.values[1] })
    return [
      LineMark(x: xs, y: ys, paint: .background, width: 4),
      LineMark(x: xs, y: ys, paint: Self.path, width: 2),
      PointMark(
        x: Array(xs.dropFirst()), y: Array(ys.dropFirst()), paints: [Self.path], diameter: 6.5, opacity: 1,
        rimmed: true, shuffled: false),
      PointMark(
        x: [xs[0]], y: [ys[0]], paints: [Self.path], symbols: [.square], diameter: 11, opacity: 1, rimmed: true),
    ]
  }

  /// The tops and the passes between them, with their heights.
  private var landmarks: [any Mark] {
    let tops: [any Mark] = hills.prefix(4).enumerated().flatMap { index, hill -> [any Mark] in
      [
        CentreMark(x: hill.values[0], y: hill.values[1]),
        TextMark(index == 0 ? "best" : below(hill), x: hill.values[0], y: hill.values[1], paint: .ink),
      ]
    }
    let saddles: [any Mark] = passes.prefix(3).flatMap { pass -> [any Mark] in
      [
        PointMark(
          x: [pass.values[0]], y: [pass.values[1]], paints: [.ink], symbols: [.cross], diameter: 12, opacity: 1,
          rimmed: true, label: Label("pass \(below(pass))", paint: .ink))
      ]
    }
    return tops + saddles
  }

  /// `−58.2`
  func below(_ place: LikelihoodSlice.Place) -> String {
    Self.gap.string(place.logLikelihood - best)
  }
  static let gap = NumberFormat(.fixed, precision: 1, groups: true)
}
