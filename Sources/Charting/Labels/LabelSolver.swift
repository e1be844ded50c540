/// A label with its place.
struct PlacedLabel {
  var request: LabelRequest
  var rect: Rect
  /// A thin line to the mark, where the label does not touch it.
  var leader: (from: Point, to: Point)?
}

/// Finds places for the names in a panel: beside their marks, on as little ink as can be, never on each other.
struct LabelSolver {
  /// A label that would cover more than this is better set in a legend.
  private static let bearable = 60.0
  private static let collision = 1000.0
  private static let leaderFrom = 15.0

  let frame: Rect
  let obstacles: ObstacleMap
  let measurer: TextMeasurer

  /// - Returns: the labels with their places, and whether all found one.
  func solve(_ requests: [LabelRequest], avoiding taken: [Rect]) -> (placed: [PlacedLabel], complete: Bool) {
    let inner = frame.inset(by: 2)
    let choices = requests.map { request in
      request.candidates(Self.size(of: request, measurer)).filter { inner.contains($0.rect) }.map { candidate in
        var candidate = candidate
        candidate.cost += obstacles.cost(of: candidate.rect.inset(by: -4))
        if candidate.distance > Self.leaderFrom { candidate.cost += 4 }
        return candidate
      }
    }
    var chosen: [Int?] = choices.map { _ in nil }
    // Each label in turn moves to where it is best given the others, until none moves.
    for _ in 0..<6 {
      var moved = false
      for index in choices.indices {
        let others = choices.indices.compactMap { other in
          other == index ? nil : chosen[other].map { choices[other][$0].rect }
        }
        let best = choices[index].indices.min { a, b in
          cost(choices[index][a], others + taken) < cost(choices[index][b], others + taken)
        }
        moved = moved || best != chosen[index]
        chosen[index] = best
      }
      if !moved { break }
    }
    var complete = true
    var placed: [PlacedLabel] = []
    for (index, request) in requests.enumerated() {
      guard let choice = chosen[index] else {
        complete = false
        continue
      }
      let candidate = choices[index][choice]
      let others = placed.map(\.rect) + taken
      if cost(candidate, others) > Self.bearable { complete = false }
      if cost(candidate, others) >= Self.collision { continue }
      let leader = candidate.distance > Self.leaderFrom ? (candidate.leaderEnd, candidate.anchor) : nil
      placed.append(PlacedLabel(request: request, rect: candidate.rect, leader: leader))
    }
    return (placed, complete)
  }

  private func cost(_ candidate: LabelCandidate, _ others: [Rect]) -> Double {
    let clear = candidate.rect.inset(by: -4)
    return candidate.cost + Self.collision * Double(others.count { $0.intersects(clear) })
  }

  static func size(of request: LabelRequest, _ measurer: TextMeasurer) -> Size {
    let extents = request.label.lines.map { measurer.extents(of: RichText($0), style: request.style) }
    let height = (extents.first?.height ?? 0) + Double(max(0, extents.count - 1)) * Style.labelLeading
    return Size(extents.map(\.width).max() ?? 0, height)
  }
}
