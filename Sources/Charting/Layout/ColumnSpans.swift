/// The left and right edges of every column of panels.
///
/// What stands left of the panels of a column is measured, and so are the labels that reach over the ends of horizontal
/// axes; what is left is the panels', by the weights of their columns.
struct ColumnSpans {
  /// Column by column.
  private(set) var spans: [ClosedRange<Double>] = []
  /// What is left free to the left of each column, after the margin of the column before.
  private var gutters: [Double]
  private var trailing = 0.0
  private let margins: [Double]
  private let weights: [Double]
  private let left: Double
  private let limit: Double

  /// - Parameters:
  ///   - rooms: what the labels and titles of vertical axes take, column by column.
  ///   - margins: what names at line ends take to the right of each column.
  ///   - left: where the first labels may begin.
  ///   - limit: where the last labels must end.
  init(rooms: [Double], margins: [Double], weights: [Double]?, left: Double, limit: Double) {
    self.left = left
    self.limit = limit
    self.margins = margins
    self.weights = rooms.indices.map { index in
      weights.flatMap { $0.indices.contains(index) ? max(1e-3, $0[index]) : nil } ?? 1
    }
    gutters = rooms.enumerated().map { index, room in
      index == 0 ? room : room > 0 ? room + Style.gutterToLabels : Style.gutter
    }
    place()
  }

  private mutating func place() {
    let start = (left + (gutters.first ?? 0)).rounded(.up)
    let end = (limit - (margins.last ?? 0)).rounded(.down) - trailing
    let between = gutters.dropFirst().reduce(0, +) + margins.dropLast().reduce(0, +)
    let free = max(Double(gutters.count) * 20, end - start - between)
    var x = start
    spans = gutters.indices.map { column in
      if column > 0 { x += gutters[column] + margins[column - 1] }
      let width = (free * weights[column] / weights.reduce(0, +)).rounded(.down)
      defer { x = x.rounded(.up) + width }
      return x.rounded(.up)...x.rounded(.up) + width
    }
  }

  /// Gives way to labels of horizontal axes that reach into each other or over the edges.
  ///
  /// - Parameter reaches: of each panel with labels, its place and the outer ends of its labels.
  /// - Returns: whether anything has moved.
  mutating func makeRoom(for reaches: [(place: Panel.Place, ends: ClosedRange<Double>)]) -> Bool {
    let before = spans
    let last = reaches.filter { $0.place.column == gutters.count - 1 }.map { $0.ends.upperBound - limit }.max()
    trailing += max(0, last ?? 0).rounded(.up)
    if let over = reaches.filter({ $0.place.column == 0 }).map({ Style.padding / 4 - $0.ends.lowerBound }).max() {
      gutters[0] += max(0, over).rounded(.up)
    }
    for column in gutters.indices.dropFirst() {
      let needs = reaches.filter { $0.place.column == column }.compactMap { reach in
        reaches.first { $0.place.row == reach.place.row && $0.place.column == column - 1 }
          .map { $0.ends.upperBound + 10 - reach.ends.lowerBound }
      }
      gutters[column] += max(0, needs.max() ?? 0).rounded(.up)
    }
    place()
    return spans != before
  }
}
