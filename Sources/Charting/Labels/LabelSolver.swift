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
  /// A label that costs less has no reason to be placed anew.
  private static let comfortable = 25.0
  /// However dense the points are that a label covers, that is better than another label.
  private static let mostInk = 500.0
  /// More labels than this are placed one by one, as near as can be.
  private static let most = 24
  private static let collision = 1000.0
  private static let clearance = 4.0
  private static let crossing = 40.0

  let frame: Rect
  let obstacles: ObstacleMap
  let measurer: TextMeasurer

  /// - Parameters:
  ///   - taken: text that stands in or beside the panel already.
  ///   - keepsCrowded: whether labels stand where they cover much, if there is nowhere else.
  /// - Returns: the labels with their places, and whether all names found one; a note that finds none is left out.
  func solve(_ requests: [LabelRequest], avoiding taken: [Rect], keepsCrowded: Bool = true) -> (
    placed: [PlacedLabel], complete: Bool
  ) {
    let choices = requests.map { self.choices(for: $0, distant: requests.count <= Self.most) }
    let chosen = settled(choices, taken)
    var complete = true
    var kept: [LabelCandidate] = []
    var placed: [PlacedLabel] = []
    // What cannot move to a legend is placed before what can.
    let order =
      requests.indices.filter { requests[$0].swatch == nil } + requests.indices.filter { requests[$0].swatch != nil }
    for index in order {
      let request = requests[index]
      let candidate = chosen[index].map { choices[index][$0] }
      let cost = candidate.map { self.cost($0, kept, taken) } ?? .infinity
      if cost > Self.bearable, request.swatch != nil { complete = false }
      let bearable = keepsCrowded || request.swatch == nil ? Self.collision : Self.bearable
      guard let candidate, cost < bearable else { continue }
      kept.append(candidate)
      placed.append(PlacedLabel(request: request, rect: candidate.rect, leader: candidate.leader))
    }
    return (placed, complete)
  }

  /// The choice for each label; `nil` where there is none.
  ///
  /// Labels that come late may find the room near their mark taken, so the worst placed one is let go first, again and
  /// again, and the best outcome kept.
  private func settled(_ choices: [[LabelCandidate]], _ taken: [Rect]) -> [Int?] {
    var order = Array(choices.indices)
    var best: (chosen: [Int?], total: Double) = ([], .infinity)
    for _ in 0..<(choices.count <= Self.most ? 8 : 1) {
      let (chosen, costs) = settled(choices, taken, order)
      let total = costs.reduce(0, +)
      if total < best.total || best.chosen.isEmpty { best = (chosen, total) }
      guard let worst = order.max(by: { costs[$0] < costs[$1] }), costs[worst] > Self.comfortable else { break }
      if order[0] == worst { break }
      order.removeAll { $0 == worst }
      order.insert(worst, at: 0)
    }
    return best.chosen
  }

  /// Each label in turn moves to where it is best given the others, until none moves.
  private func settled(
    _ choices: [[LabelCandidate]], _ taken: [Rect], _ order: [Int]
  ) -> (chosen: [Int?], costs: [Double]) {
    var chosen: [Int?] = choices.map { _ in nil }
    var costs = choices.map { _ in 0.0 }
    for _ in 0..<6 {
      var moved = false
      for index in order {
        let others = choices.indices.compactMap { other in
          other == index ? nil : chosen[other].map { choices[other][$0] }
        }
        let (best, cost) = cheapest(choices[index], others, taken)
        moved = moved || best != chosen[index]
        (chosen[index], costs[index]) = (best, cost)
      }
      if !moved { break }
    }
    return (chosen, costs)
  }

  /// - Parameter choices: from the cheapest in itself to the dearest.
  private func cheapest(
    _ choices: [LabelCandidate], _ others: [LabelCandidate], _ taken: [Rect]
  ) -> (index: Int?, cost: Double) {
    var best: (index: Int?, cost: Double) = (nil, 0)
    for (index, choice) in choices.enumerated() {
      if best.index != nil, choice.alone >= best.cost { break }
      let cost = cost(choice, others, taken) + 2 * choice.covered
      if best.index == nil || cost < best.cost { best = (index, cost) }
    }
    return best
  }

  /// The places inside the panel, from the cheapest to the dearest, with the cost of what they cover there.
  private func choices(for request: LabelRequest, distant: Bool) -> [LabelCandidate] {
    let inner = frame.inset(by: 2)
    let size = Self.size(of: request, measurer)
    let near = request.candidates(size).filter { inner.contains($0.rect) }
    let far = distant ? request.distantCandidates(size, in: inner) : []
    let all =
      near.map { weighed($0, leaderCost: $0.leader == nil ? 0 : 4) }
      + far.map { weighed($0, leaderCost: $0.leader.map(inkCrossed) ?? 0) }
    // In the order of the candidates where they cost the same.
    return all.enumerated().sorted { ($0.element.alone, $0.offset) < ($1.element.alone, $1.offset) }.map(\.element)
  }

  private func weighed(_ candidate: LabelCandidate, leaderCost: Double) -> LabelCandidate {
    var candidate = candidate
    candidate.cost += min(Self.mostInk, obstacles.cost(of: candidate.rect.inset(by: -Self.clearance))) + leaderCost
    candidate.covered = min(Self.mostInk / 10, obstacles.cost(of: candidate.rect.inset(x: 0, y: 2)))
    return candidate
  }

  /// A thin line over marks disturbs less than text does.
  private func inkCrossed(_ leader: Leader) -> Double {
    let steps = Int(leader.from.distance(to: leader.to) / 6)
    // The end of the leader lies on its own mark.
    return (0..<max(0, steps - 1)).reduce(0) { sum, step in
      let place = leader.from + (leader.to - leader.from) * (Double(step) / Double(steps))
      return sum + 0.15 * obstacles.cost(of: Rect(center: place, width: 5, height: 5))
    }
  }

  private func cost(_ candidate: LabelCandidate, _ others: [LabelCandidate], _ taken: [Rect]) -> Double {
    let clear = candidate.rect.inset(by: -Self.clearance)
    let leader = candidate.leader
    func disturbs(_ rect: Rect) -> Bool { rect.intersects(clear) || leader?.crosses(rect) == true }
    let conflicts =
      others.count { disturbs($0.rect) || $0.leader?.crosses(clear) == true } + taken.count(where: disturbs)
    let crossings = others.count { other in leader.flatMap { line in other.leader.map { $0.meets(line) } } == true }
    return candidate.cost + Self.collision * Double(conflicts) + Self.crossing * Double(crossings)
  }

  static func size(of request: LabelRequest, _ measurer: TextMeasurer) -> Size {
    let extents = request.label.lines.map { measurer.extents(of: RichText($0), style: request.style) }
    let height = (extents.first?.height ?? 0) + Double(max(0, extents.count - 1)) * Style.labelLeading
    return Size(extents.map(\.width).max() ?? 0, height)
  }
}
