/// The part of an axis that data take up, gathered from the marks of all panels that share it.
package struct Extent: Sendable, Hashable {
  /// What is left between a value and the end of the axis.
  package enum Room: Int, Sendable, Hashable, CaseIterable {
    /// 4 % of the whole, even where something else ends flush: half of a symbol would be over the edge.
    case symbol
    /// Nothing: the foot of a bar, the ends of a curve.
    case flush
    /// 4 % of the whole, unless something else ends flush there or further out.
    case loose
  }

  package let scale: Scale
  /// What has been included, as places on the scale, by the room it asks for.
  private var ranges: [ClosedRange<Double>?] = [nil, nil, nil]

  package init(_ scale: Scale) {
    self.scale = scale
    if case .ordinal(let categories) = scale {
      ranges[Room.flush.rawValue] = -0.5...max(0.5, Double(categories.count) - 0.5)
    }
  }

  /// Values that have no place on the scale are left out.
  package mutating func include(_ value: Double, room: Room = .loose) {
    let place = scale.place(value)
    guard !place.isNaN else { return }
    let range = ranges[room.rawValue] ?? place...place
    ranges[room.rawValue] = min(range.lowerBound, place)...max(range.upperBound, place)
  }

  package mutating func include(_ values: some Sequence<Double>, room: Room = .loose) {
    for value in values { include(value, room: room) }
  }

  /// The places an axis shows; never empty, and 0…1 where there are no data.
  package var domain: ClosedRange<Double> {
    let ends = ranges.compactMap(\.self)
    guard let lower = ends.map(\.lowerBound).min(), let upper = ends.map(\.upperBound).max() else { return 0...1 }
    guard upper > lower else {
      let margin = scale == .log ? 0.5 : max(abs(lower) * 0.1, 0.5)
      return lower - margin...upper + margin
    }
    let margin = 0.04 * (upper - lower)
    var foot = asksForRoom(\.lowerBound, lower) ? lower - margin : lower
    var top = asksForRoom(\.upperBound, upper) ? upper + margin : upper
    // What is never negative should not seem to be: room ends at 0.
    if scale == .linear, lower > 0 { foot = max(0, foot) }
    if scale == .linear, upper < 0 { top = min(0, top) }
    return foot...top
  }

  private func asksForRoom(_ end: KeyPath<ClosedRange<Double>, Double>, _ value: Double) -> Bool {
    let outermost = Room.allCases.first { ranges[$0.rawValue]?[keyPath: end] == value }
    return outermost != .flush
  }
}
