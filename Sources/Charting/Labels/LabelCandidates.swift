/// A place where a label may stand, and what speaks against it before anything is known of its surroundings.
struct LabelCandidate {
  var rect: Rect
  /// The point of the mark it is nearest to.
  var anchor: Point
  /// In the unit of `ObstacleMap`: 1 is a line crossed for 3 px.
  var cost: Double
  /// What it would cover itself, over again: a label moves far to spare a point, but is not given up for one.
  var covered = 0.0
  /// Whether it is always joined to its anchor.
  var arrow = false

  /// What it costs where there is no other label.
  var alone: Double { cost + 2 * covered }

  /// A line from the label to the anchor, where they are too far apart to be seen as one.
  var leader: Leader? {
    let end = nearest
    return arrow || end.distance(to: anchor) > 26 ? Leader(from: end, to: anchor) : nil
  }

  /// The point of the label that is nearest to the anchor.
  var nearest: Point {
    Point(anchor.x.clamped(rect.minX, rect.maxX), anchor.y.clamped(rect.minY, rect.maxY))
  }
}

extension LabelRequest {
  /// The places tried for a label of a size.
  func candidates(_ size: Size) -> [LabelCandidate] {
    switch subject {
    case .curve(let points): curveCandidates(points, size)
    case .place(let point) where arrow:
      Self.around(point, size, gaps: [20, 28, 38, 50, 64]).map {
        LabelCandidate(rect: $0.rect, anchor: $0.anchor, cost: $0.cost, arrow: true)
      }
    case .place(let point):
      [LabelCandidate(rect: Rect(center: point, width: size.width, height: size.height), anchor: point, cost: 0)]
        + Self.around(point, size, gaps: [4, 10, 20]).map {
          LabelCandidate(rect: $0.rect, anchor: $0.anchor, cost: $0.cost + 3)
        }
    case .rule(let from, let to): Self.along(from, to, size)
    case .region(let rect): Self.corners(of: rect, size)
    case .points(let points, let radius):
      Self.spread(points, 12).flatMap {
        Self.around($0, size, gaps: [radius + 4, radius + 10, radius + 22, radius + 40])
      }
    case .outline(let points, let center):
      Self.spread(points, 36).flatMap { point in
        [5.0, 12, 22, 36, 54].map { gap in
          let out = (point - center) * (1 / max(1e-9, point.distance(to: center)))
          let middle = point + out * gap + Point(out.x * size.width / 2, out.y * size.height / 2)
          return LabelCandidate(
            rect: Rect(center: middle, width: size.width, height: size.height), anchor: point, cost: gap * 0.5)
        }
      }
    }
  }

  private func curveCandidates(_ points: [Point], _ size: Size) -> [LabelCandidate] {
    guard let last = points.last else { return [] }
    switch label.place {
    case .end: return Self.around(last, size, gaps: [8, 14, 24])
    case .inline:
      return Self.spread(points, 80).map { point in
        LabelCandidate(rect: Rect(center: point, width: size.width, height: size.height), anchor: point, cost: 0)
      }
    case .anywhere: return Self.spread(points, 40).flatMap { Self.around($0, size, gaps: [6, 12, 24, 40]) }
    case .peak:
      guard let peak = points.min(by: { $0.y < $1.y }) else { return [] }
      return Self.around(peak, size, gaps: [8, 14, 24]) + Self.flanks(of: points, peak: peak, size)
    case .valley:
      let valley = Self.valley(of: points) ?? last
      return stride(from: 18.0, through: 90, by: 6).flatMap { gap in
        [0.0, -0.3, 0.3].map { shift in
          let middle = Point(valley.x + shift * size.width, valley.y - gap - size.height / 2)
          return LabelCandidate(
            rect: Rect(center: middle, width: size.width, height: size.height), anchor: valley,
            cost: abs(gap - 48) * 0.2 + abs(shift) * 8)
        }
      }
    }
  }

  /// Beside the slopes of a curve, the nearer to its peak the better.
  private static func flanks(of points: [Point], peak: Point, _ size: Size) -> [LabelCandidate] {
    let gaps = [12.0, 18, 25]
    let places = spread(points, 60).flatMap { point in gaps.map { (point: point, gap: $0) } }
    return places.flatMap { (point, gap) -> [LabelCandidate] in
      [-1.0, 1].map { side in
        let middle = Point(point.x + side * (gap + size.width / 2), point.y)
        let away = abs(point.x - peak.x) * 0.1 + abs(point.y - peak.y) * 0.12
        return LabelCandidate(
          rect: Rect(center: middle, width: size.width, height: size.height), anchor: point, cost: gap / 2 + away)
      }
    }
  }

  /// The eight directions around a point, above and to the right first.
  private static func around(_ point: Point, _ size: Size, gaps: [Double]) -> [LabelCandidate] {
    let directions: [(x: Double, y: Double, cost: Double)] = [
      (0, -1, 0), (1, 0, 1), (1, -1, 1), (-1, -1, 2), (-1, 0, 2), (0, 1, 2), (1, 1, 3), (-1, 1, 3),
    ]
    return gaps.flatMap { gap in
      directions.map { direction in
        let reach = direction.x != 0 && direction.y != 0 ? gap * 0.7 : gap
        let middle = Point(
          point.x + direction.x * (reach + size.width / 2), point.y + direction.y * (reach + size.height / 2))
        return LabelCandidate(
          rect: Rect(center: middle, width: size.width, height: size.height), anchor: point,
          cost: direction.cost + (gap - (gaps.first ?? 0)) * 0.6)
      }
    }
  }

  /// Beside a rule: near its top, or above its right end.
  private static func along(_ from: Point, _ to: Point, _ size: Size) -> [LabelCandidate] {
    let upright = abs(to.y - from.y) > abs(to.x - from.x)
    return stride(from: 0.0, through: 1, by: 0.05).flatMap { share -> [LabelCandidate] in
      [-1.0, 1].map { side in
        let middle: Point
        if upright {
          let (top, foot) = (min(from.y, to.y) + size.height / 2 + 4, max(from.y, to.y) - size.height / 2 - 4)
          middle = Point(from.x + side * (size.width / 2 + 8), top + share * max(0, foot - top))
        } else {
          let (left, right) = (min(from.x, to.x) + size.width / 2 + 4, max(from.x, to.x) - size.width / 2 - 4)
          middle = Point(right - share * max(0, right - left), from.y - side * (size.height / 2 + 6))
        }
        let anchor = upright ? Point(from.x, middle.y) : Point(middle.x, from.y)
        return LabelCandidate(
          rect: Rect(center: middle, width: size.width, height: size.height), anchor: anchor,
          cost: share * 12 + (side > 0 ? 0 : 1))
      }
    }
  }

  /// In the corners and the middles of the sides of a rectangle; just outside where it is too small.
  private static func corners(of rect: Rect, _ size: Size) -> [LabelCandidate] {
    let (dx, dy) = (size.width / 2 + 6, size.height / 2 + 4)
    let columns: [(Double, Double)] = [(rect.minX + dx, 0), (rect.midX, 1), (rect.maxX - dx, 0.5)]
    let inside = rect.width >= size.width + 4 && rect.height >= size.height + 2
    let rows: [(Double, Double)] =
      (inside ? [(rect.minY + dy, 0.0), (rect.maxY - dy, 3), (rect.midY, 6)] : [])
      + [(rect.minY - dy, 8), (rect.maxY + dy, 9)]
    let over = rows.flatMap { y in columns.map { x in (Point(x.0, y.0), x.1 + y.1) } }
    let beside = [
      (Point(rect.maxX + dx, rect.midY), 8.0), (Point(rect.minX - dx, rect.midY), 9),
    ]
    return (over + beside).map { middle, cost in
      let box = Rect(center: middle, width: size.width, height: size.height)
      let anchor = Point(middle.x.clamped(rect.minX, rect.maxX), middle.y.clamped(rect.minY, rect.maxY))
      return LabelCandidate(rect: box, anchor: anchor, cost: cost)
    }
  }

  /// Places all over a panel, to be joined to the mark by a leader: for when there is no room beside it.
  func distantCandidates(_ size: Size, in frame: Rect) -> [LabelCandidate] {
    let anchors = distantAnchors
    guard !anchors.isEmpty, label.place != .inline else { return [] }
    let (left, right) = (frame.minX + size.width / 2, frame.maxX - size.width / 2)
    return stride(from: frame.minY + size.height / 2, through: frame.maxY - size.height / 2, by: 12).flatMap { y in
      stride(from: left, through: right, by: max(16, size.width / 4)).compactMap { x -> LabelCandidate? in
        let rect = Rect(center: Point(x, y), width: size.width, height: size.height)
        let places = anchors.map { LabelCandidate(rect: rect, anchor: $0, cost: 0, arrow: arrow) }
        func distance(_ place: LabelCandidate) -> Double { place.nearest.distance(to: place.anchor) }
        guard var best = places.min(by: { distance($0) < distance($1) }), distance(best) > 26 else { return nil }
        best.cost = leastDistantCost + 0.3 * distance(best)
        return best
      }
    }
  }

  /// What is known from a line or a region is far from it only in need.
  private var leastDistantCost: Double {
    switch subject {
    case .curve where label.place != .peak: 20
    case .rule, .region: 20
    default: 6
    }
  }

  /// Where a leader may end.
  private var distantAnchors: [Point] {
    switch subject {
    case .curve(let points):
      switch label.place {
      case .peak: points.min { $0.y < $1.y }.map { [$0] } ?? []
      case .end: points.last.map { [$0] } ?? []
      case .valley: Self.valley(of: points).map { [$0] } ?? []
      case .inline, .anywhere: Self.spread(points, 24)
      }
    case .points(let points, _): Self.spread(points, 12)
    case .outline(let points, _): Self.spread(points, 24)
    case .place(let point): [point]
    case .rule(let from, let to): (1...9).map { from + (to - from) * (Double($0) / 10) }
    case .region(let rect): [rect.center]
    }
  }

  /// The lowest point on the page between the two highest local peaks.
  private static func valley(of points: [Point]) -> Point? {
    let peaks = points.indices.filter { index in
      let before = index > 0 ? points[index - 1].y : .infinity
      let after = index + 1 < points.count ? points[index + 1].y : .infinity
      return points[index].y < before && points[index].y <= after
    }.sorted { (points[$0].y, $0) < (points[$1].y, $1) }
    guard peaks.count >= 2 else { return points.min { $0.y < $1.y } }
    return points[min(peaks[0], peaks[1])...max(peaks[0], peaks[1])].max { $0.y < $1.y }
  }

  /// At most `count` points, evenly spread over the list.
  private static func spread(_ points: [Point], _ count: Int) -> [Point] {
    guard points.count > count else { return points }
    return (0..<count).map { points[$0 * (points.count - 1) / max(1, count - 1)] }
  }
}
