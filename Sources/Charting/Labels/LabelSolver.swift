/// A label with its place.
struct PlacedLabel {
  var request: LabelRequest
  var rect: Rect
  /// Where the label does not touch what it names.
  var leader: Leader?
}

/// Finds places for the names in a panel: beside their marks, on as little ink as can be, never on each other.
struct LabelSolver {
  /// A label that would cover more than this is better set in a legend.
  private static let bearable = 60.0
  private static let collision = 1000.0
  /// However dense the points are that a label covers, that is better than another label.
  private static let mostInk = 500.0
  private static let clearance = 4.0

  let frame: Rect
  let obstacles: ObstacleMap
  let measurer: TextMeasurer

  /// - Parameter taken: text that stands in or beside the panel already.
  /// - Returns: the labels with their places, and whether all names found one; a note that finds none is left out.
  func solve(_ requests: [LabelRequest], avoiding taken: [Rect]) -> (placed: [PlacedLabel], complete: Bool) {
    let choices = requests.map { self.choices(for: $0) }
    var chosen: [Int?] = choices.map { _ in nil }
    // Each label in turn moves to where it is best given the others, until none moves.
    for _ in 0..<6 {
      var moved = false
      for index in choices.indices {
        let others = choices.indices.compactMap { other in
          other == index ? nil : chosen[other].map { choices[other][$0] }
        }
        let costs = choices[index].map { cost($0, others, taken) }
        let best = costs.indices.min { costs[$0] < costs[$1] }
        moved = moved || best != chosen[index]
        chosen[index] = best
      }
      if !moved { break }
    }
    var complete = true
    var kept: [LabelCandidate] = []
    var placed: [PlacedLabel] = []
    for (index, request) in requests.enumerated() {
      let candidate = chosen[index].map { choices[index][$0] }
      let cost = candidate.map { self.cost($0, kept, taken) } ?? .infinity
      if cost > Self.bearable, request.swatch != nil { complete = false }
      guard let candidate, cost < Self.collision else { continue }
      kept.append(candidate)
      placed.append(PlacedLabel(request: request, rect: candidate.rect, leader: candidate.leader))
    }
    return (placed, complete)
  }

  /// The places inside the panel, with the cost of what they cover there.
  private func choices(for request: LabelRequest) -> [LabelCandidate] {
    let inner = frame.inset(by: 2)
    return request.candidates(Self.size(of: request, measurer)).filter { inner.contains($0.rect) }.map { candidate in
      var candidate = candidate
      candidate.cost += min(Self.mostInk, obstacles.cost(of: candidate.rect.inset(by: -Self.clearance)))
      if candidate.leader != nil { candidate.cost += 4 }
      return candidate
    }
  }

  private func cost(_ candidate: LabelCandidate, _ others: [LabelCandidate], _ taken: [Rect]) -> Double {
    let clear = candidate.rect.inset(by: -Self.clearance)
    let leader = candidate.leader
    func disturbs(_ rect: Rect) -> Bool { rect.intersects(clear) || leader?.crosses(rect) == true }
    let conflicts =
      others.count { disturbs($0.rect) || $0.leader?.crosses(clear) == true } + taken.count(where: disturbs)
    return candidate.cost + Self.collision * Double(conflicts)
  }

  static func size(of request: LabelRequest, _ measurer: TextMeasurer) -> Size {
    let extents = request.label.lines.map { measurer.extents(of: RichText($0), style: request.style) }
    let height = (extents.first?.height ?? 0) + Double(max(0, extents.count - 1)) * Style.labelLeading
    return Size(extents.map(\.width).max() ?? 0, height)
  }
}
