/// The keys of a chart, legend and colour bar, one below the other.
struct KeyDrawing {
  private let legend: LegendDrawing?
  private let bar: ColorBarDrawing?
  private let gap = 22.0
  private static let mostBar = 300.0
  private static let leastBar = 100.0

  /// - Parameter height: what they may take together.
  init?(_ legend: Legend?, _ bar: ColorBar?, height: Double, _ measurer: TextMeasurer) {
    guard legend != nil || bar != nil else { return nil }
    let forBar = bar == nil || legend == nil ? 0 : Self.leastBar + gap
    self.legend = legend.map { LegendDrawing($0, height: height - forBar, measurer) }
    self.bar = bar.map { ColorBarDrawing(bar: $0, measurer: measurer) }
  }

  var width: Double { max(legend?.width ?? 0, bar?.width ?? 0) }

  /// The least they can stand in.
  var height: Double {
    let gap = legend != nil && bar != nil ? gap : 0
    return (legend?.height ?? 0) + gap + (bar == nil ? 0 : Self.leastBar)
  }

  /// - Parameters:
  ///   - corner: the top left.
  ///   - height: what there is.
  func primitives(at corner: Point, height: Double, _ theme: Theme) -> [Primitive] {
    var result = legend?.primitives(at: corner, theme) ?? []
    let used = legend.map { $0.height + gap } ?? 0
    if let bar {
      let place = Point(corner.x, corner.y + used)
      result += bar.primitives(at: place, height: min(max(Self.leastBar, height - used), Self.mostBar), theme)
    }
    return result
  }
}
