/// A place where a label may stand, and what speaks against it before anything is known of its surroundings.
struct LabelCandidate {
  var rect: Rect
  /// The point of the mark it is nearest to.
  var anchor: Point
  /// In the unit of `ObstacleMap`: 1 is a line crossed for 3 px.
  var cost: Double

  /// A line from the label to the anchor, where they are too far apart to be seen as one.
  var leader: Leader? {
    let end = Point(anchor.x.clamped(rect.minX, rect.maxX), anchor.y.clamped(rect.minY, rect.maxY))
    return end.distance(to: anchor) > 26 ? Leader(from: end, to: anchor) : nil
  }
}

extension LabelRequest {
  /// The places tried for a label of a size.
  func candidates(_ size: Size) -> [LabelCandidate] {
    switch subject {
    case .curve(let points): curveCandidates(points, size)
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
