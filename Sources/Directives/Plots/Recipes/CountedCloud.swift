internal import Charting
internal import Wording

/// A cloud of so many points that they would hide each other, as counts in hexagons.
///
/// A hexagon with few points shows the points themselves, so that outliers stay visible.
struct CountedCloud {
  /// Hexagons with fewer points show the points.
  static let least = 3

  private struct Part {
    let rows: [Int]
    let cells: [HexagonLattice.Cell]
  }

  private let points: GroupedCloud
  private let scales: (x: Scale, y: Scale)
  private let lattice: HexagonLattice
  /// One a panel.
  private let parts: [Part]
  /// How many points each group has.
  private let sizes: [Int]
  /// Of the hexagons that are drawn; `nil` when none is.
  private let counts: ClosedRange<Int>?

  /// - Returns: `nil` when all points lie on one line along an axis.
  init?(_ points: GroupedCloud, logX: Bool, logY: Bool) {
    let scales: (x: Scale, y: Scale) = (logX ? .log : .linear, logY ? .log : .linear)
    let (x, y) = (points.cloud.x.map(scales.x.place), points.cloud.y.map(scales.y.place))
    // In pixels: hexagons of a figure of standard size, finer where there are more points to fill them.
    let side = points.facets.areUsed ? 8.0 : points.cloud.count < 30_000 ? 12 : points.cloud.count < 200_000 ? 10 : 8
    let panel = Self.panelSize(points.facets)
    guard
      let lattice = HexagonLattice(
        x: x, y: y, columns: Int(panel.width / side), rows: Int(panel.height / (side * 0.75.squareRoot())))
    else { return nil }
    self.points = points
    self.scales = scales
    self.lattice = lattice
    sizes = points.colors.map { groups in groups.levels.indices.map(groups.count) } ?? []
    parts = points.facets.cells.map { cell in
      Part(rows: cell.rows, cells: lattice.cells(x: cell.rows.map { x[$0] }, y: cell.rows.map { y[$0] }))
    }
    let drawn = parts.flatMap(\.cells).map(\.count).filter { $0 >= Self.least }
    counts = drawn.min().flatMap { low in drawn.max().map { low...$0 } }
  }

  /// About how large the layout makes a panel, less the room at its edges.
  private static func panelSize(_ facets: Facets) -> Size {
    let size = facets.size(.scatterChart)
    let places = facets.cells.compactMap(\.place)
    let columns = Double((places.map(\.column).max() ?? 0) + 1)
    let rows = Double((places.map(\.row).max() ?? 0) + 1)
    return Size(
      max(60, ((size.width - 140) / columns - 22) * 0.92), max(60, ((size.height - 155) / rows - 24) * 0.92))
  }

  // MARK: Marks

  func marks(panel: Int) -> [any Mark] {
    let part = parts[panel]
    let drawn = part.cells.filter { $0.count >= Self.least }
    let cells = drawn.map { HexagonMark.Cell(x: $0.x, y: $0.y, paint: paint($0, part)) }
    // From the emptiest to the fullest: those of one colour become one path, and the fuller lie over the emptier.
    let order = drawn.indices.sorted { (step(drawn[$0].count), $0) < (step(drawn[$1].count), $1) }
    let hexagons = HexagonMark(
      lattice, cells: order.map { cells[$0] }, x: Self.range(points.cloud.x), y: Self.range(points.cloud.y))
    return [hexagons, single(panel: panel)]
  }

  /// The points of a panel that stand almost alone.
  func single(panel: Int) -> PointMark {
    let (part, groups) = (parts[panel], points.colors)
    let rows = part.cells.filter { $0.count < Self.least }.flatMap(\.members).map { part.rows[$0] }
    return PointMark(
      x: rows.map { points.cloud.x[$0] }, y: rows.map { points.cloud.y[$0] },
      paints: groups.map { groups in rows.map { groups.paint(groups.codes[$0]) } } ?? [.ink], diameter: 3,
      opacity: groups == nil ? 0.55 : 0.8)
  }

  private static let steps = 32

  /// How full a hexagon is, as one of the steps of colour.
  private func step(_ count: Int) -> Int {
    guard let counts, counts.lowerBound < counts.upperBound else { return Self.steps - 1 }
    return Int((place(count, in: counts) * Double(Self.steps - 1)).rounded())
  }

  /// Counts that span more than two decades are told apart by their logarithms.
  private var isLogarithmic: Bool { counts.map { $0.upperBound > 100 * $0.lowerBound } ?? false }

  private func place(_ count: Int, in counts: ClosedRange<Int>) -> Double {
    let scale: Scale = isLogarithmic ? .log : .linear
    let (low, high) = (scale.place(Double(counts.lowerBound)), scale.place(Double(counts.upperBound)))
    return (scale.place(Double(count)) - low) / (high - low)
  }

  /// The palest colour still stands out from the page.
  private static func paint(step: Int) -> Paint { .sequential(0.16 + 0.84 * Double(step) / Double(steps - 1)) }

  private func paint(_ cell: HexagonLattice.Cell, _ part: Part) -> Paint {
    guard let groups = points.colors else { return Self.paint(step: step(cell.count)) }
    var weights = [Double](repeating: 0, count: groups.levels.count)
    for member in cell.members {
      let code = groups.codes[part.rows[member]]
      if code >= 0 { weights[code] += 1 / Double(sizes[code]) }
    }
    return groups.mixed(weights)
      .opacity(0.35 + 0.65 * Double(step(cell.count)) / Double(Self.steps - 1))
  }

  /// The key to the counts, with the smallest and the largest; `nil` for groups, which have a legend.
  var colorBar: ColorBar? {
    guard points.colors == nil, let counts, counts.lowerBound < counts.upperBound else { return nil }
    let ends = Double(counts.lowerBound)...Double(counts.upperBound)
    let inner =
      isLogarithmic
      ? LogTicks(target: 4).ticks(over: Scale.log.place(ends.lowerBound)...Scale.log.place(ends.upperBound)).map(
        \.value)
      : ExtendedTicks(target: 5, integers: true, inside: true).values(over: ends)
    // The ends are always told; what stands close to them is left out.
    let values = inner.filter { (0.09...0.91).contains(place(Int($0), in: counts)) }.map { Int($0) }
    return ColorBar(
      "points", paints: (0..<Self.steps).map(Self.paint(step:)),
      ticks: ([counts.lowerBound] + values + [counts.upperBound]).map { count in
        Tick(place(count, in: counts), RichText(NumberFormat.count.string(Double(count))))
      })
  }

  private static func range(_ values: [Double]) -> ClosedRange<Double> { (values.min() ?? 0)...(values.max() ?? 1) }

  // MARK: Words

  var caption: String {
    let width = scales.x == .log ? "" : ", \(points.cloud.xVariable.measured(lattice.width)) wide"
    let mixed =
      points.colors == nil
      ? "" : "Colours are mixed by the groups’ shares of their own points, and stronger where more points lie."
    return sentences("Hexagons\(width); where fewer than three points lie together, the points themselves.", mixed)
  }

  /// `The fullest hexagon holds 312 points, near alcohol 9.5 and density 0.997.`; of the whole figure.
  var fullest: String {
    guard let cell = parts.flatMap(\.cells).max(by: { $0.count < $1.count }) else { return "" }
    let place = points.cloud.place(scales.x.value(at: cell.x), scales.y.value(at: cell.y))
    return "The fullest hexagon holds \(counted(cell.count, "point")), near \(place)."
  }
}

extension Groups {
  /// The colours of the levels mixed by weights; of ordered levels that of the mean.
  func mixed(_ weights: [Double]) -> Paint {
    guard isOrdered else { return .blend(weights) }
    let total = weights.reduce(0, +)
    let mean =
      weights.enumerated().reduce(0) { $0 + Double($1.offset) * $1.element } / max(total, .leastNormalMagnitude)
    return paint(min(levels.count - 1, Int(mean.rounded())))
  }
}
