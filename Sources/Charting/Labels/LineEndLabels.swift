/// The names at the right ends of lines, in the margin beside a panel.
struct LineEndLabels {
  /// A name, where its line ends, and the middle of its place in the margin.
  private struct Entry {
    var request: LabelRequest
    var size: Size
    var end: Point
    var middle: Double
  }

  private static let leaderFrom = 5.0

  private let entries: [Entry]
  private let left: Double
  /// `false` when the names are higher than the panel.
  let complete: Bool

  /// How far from the right edge a line may end and still have its name in the margin.
  private static let reach = 36.0

  static func takes(_ request: LabelRequest, in frame: Rect) -> Bool {
    guard request.label.place == .end, case .curve(let points) = request.subject, let last = points.last else {
      return false
    }
    return last.x >= frame.maxX - reach
  }

  init(_ requests: [LabelRequest], in frame: Rect, _ measurer: TextMeasurer) {
    let sizes = requests.map { LabelSolver.size(of: $0, measurer) }
    let ends = requests.map { request -> Point in
      guard case .curve(let points) = request.subject, let last = points.last else { return frame.center }
      return Point(min(last.x, frame.maxX), last.y.clamped(frame.minY, frame.maxY))
    }
    let range = frame.minY - 8...frame.maxY + 8
    let middles = LineEndSweep.middles(wanted: ends.map(\.y), heights: sizes.map(\.height), in: range)
    complete = middles != nil
    entries = zip(requests.indices, middles ?? []).map {
      Entry(request: requests[$0], size: sizes[$0], end: ends[$0], middle: $1)
    }
    let moved = entries.contains { abs($0.middle - $0.end.y) > Self.leaderFrom }
    left = frame.maxX + (moved ? 2 : 1) * Style.lineEndGap
  }

  /// What the names need to the right of the panel.
  func margin(of frame: Rect) -> Double {
    max(0, (entries.map { left + $0.size.width }.max() ?? 0) - frame.maxX)
  }

  var placed: [PlacedLabel] {
    entries.map { entry in
      let middle = Point(left + entry.size.width / 2, entry.middle)
      let rect = Rect(center: middle, width: entry.size.width, height: entry.size.height)
      let moved = abs(entry.middle - entry.end.y) > Self.leaderFrom
      let leader = moved ? Leader(from: Point(left - 3, entry.middle), to: Point(entry.end.x + 2, entry.end.y)) : nil
      return PlacedLabel(request: entry.request, rect: rect, leader: leader)
    }
  }
}
