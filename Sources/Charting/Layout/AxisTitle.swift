/// The title of an axis, broken into lines, with its place.
struct AxisTitle {
  private let lines: [RichText]
  /// The middle of the first line: the top of its capitals, or its baseline where it reads upwards.
  private let start: Point
  private let upright: Bool

  /// Centred below the labels of a panel or a whole grid.
  init(below foot: Point, _ lines: [RichText], names: Double? = nil, _ measurer: TextMeasurer) {
    self.lines = lines
    start = Point(foot.x, foot.y + BaseHeight(measurer: measurer).labels(names: names) + Style.axisTitleGap)
    upright = false
  }

  /// Turned to read upwards, right of an edge, centred on a height.
  init(rightOf edge: Point, _ lines: [RichText], _ measurer: TextMeasurer) {
    self.lines = lines
    let capital = measurer.extents(of: "H", style: Style.axisTitle).capHeight
    start = Point(edge.x + capital + 1, edge.y)
    upright = true
  }

  func primitives(_ theme: Theme) -> [Primitive] {
    lines.enumerated().map { index, line in
      let step = Double(index) * Style.subtitleLeading
      return .text(
        TextRun(
          line, at: upright ? Point(start.x + step, start.y) : Point(start.x, start.y + step), style: Style.axisTitle,
          color: theme.muted, anchor: .middle, baseline: upright ? .alphabetic : .top, angle: upright ? -90 : 0,
          role: .axisTitle))
    }
  }
}
