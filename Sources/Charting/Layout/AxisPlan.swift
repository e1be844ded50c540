/// The ends and labels of an axis that has a length on the page but no place yet.
struct AxisPlan {
  var domain: ClosedRange<Double>
  var ticks: [Tick]
  /// The exponent of a power of ten that the labels leave out because the title states it.
  var exponent: Int?

  /// - Parameters:
  ///   - extent: what the data take up.
  ///   - length: in CSS pixels.
  ///   - vertical: whether it runs up the page: it may then be lengthened, and labels stand closer.
  ///   - statesPower: whether a power of ten common to all labels may be left to the title.
  ///   - fits: whether the labels have room, given the ends of the axis and whether they may stand close.
  init(
    _ axis: Axis, extent: Extent, length: Double, vertical: Bool, statesPower: Bool = false,
    fits: (_ ticks: [Tick], _ domain: ClosedRange<Double>, _ close: Bool) -> Bool
  ) {
    var extent = extent
    extent.include(axis.reaches, room: .flush)
    domain = extent.domain
    let fixed = axis.range.flatMap { Self.places(of: $0, on: axis.scale) }
    if let fixed { domain = fixed }
    let nice = fixed == nil && (axis.nice ?? vertical)
    ticks = []
    if let given = axis.ticks {
      ticks = given.filter { domain.contains(axis.scale.place($0.value)) }
      return
    }
    // Fewer and fewer labels are tried until they have room, though never fewer than three where there can be three.
    let data = domain
    // A dozen whole numbers, such as numbers of components, are all labelled if they fit.
    let wholes = domain.upperBound - domain.lowerBound
    // Labels of powers of ten are short and evenly read, so they may stand closer.
    let pitch: Double = vertical ? (axis.scale == .log ? 28 : 44) : 85
    var wanted = min(vertical ? 7 : 9, max(3, Int((length / pitch).rounded())))
    if axis.integers, !vertical, wholes <= 13 { wanted = max(3, Int(wholes) + 1) }
    repeat {
      (domain, ticks) = Self.labelled(axis, domain: data, target: wanted, nice: nice)
      wanted -= 1
    } while wanted >= 3 && !fits(ticks, domain, false)
    let values = ticks.map(\.value)
    if statesPower, axis.scale == .linear, axis.overflow == nil, let common = TickLabels.commonExponent(values) {
      exponent = common
      ticks = zip(values, TickLabels.decimal(values.map { $0 / Decade.power(common) })).map { Tick($0, $1) }
    }
    // On an axis too short for three of them, fewer are better than some on others.
    ticks = Self.thinned(ticks) { fits($0, domain, true) }
  }

  private static func places(of range: ClosedRange<Double>, on scale: Scale) -> ClosedRange<Double>? {
    let (low, high) = (scale.place(range.lowerBound), scale.place(range.upperBound))
    return low < high ? low...high : nil
  }

  private static func labelled(
    _ axis: Axis, domain: ClosedRange<Double>, target: Int, nice: Bool
  ) -> (ClosedRange<Double>, [Tick]) {
    switch axis.scale {
    case .ordinal(let categories):
      return (domain, categories.enumerated().map { Tick(Double($0), RichText($1)) })
    case .log:
      let lengthened = nice && domain.upperBound - domain.lowerBound >= 3
      let ends = lengthened ? domain.lowerBound.rounded(.down)...domain.upperBound.rounded(.up) : domain
      return (ends, LogTicks(target: target).ticks(over: ends))
    case .linear:
      let bounded = axis.overflow.map { min(domain.upperBound, $0.bound) } ?? domain.upperBound
      guard bounded > domain.lowerBound else { return (domain, []) }
      let range = domain.lowerBound...bounded
      var values = values(range, target: target, integers: axis.integers, inside: !nice)
      if nice, Self.waste(values, range) > 0.07 {
        values = Self.values(range, target: target, integers: axis.integers, inside: true)
      }
      var ticks = zip(values, TickLabels.decimal(values)).map { Tick($0, $1) }
      if let overflow = axis.overflow {
        ticks.removeAll { $0.value >= overflow.bound }
        ticks.append(Tick(overflow.place, RichText(">") + TickLabels.own(overflow.bound)))
      }
      let ends = nice ? values : []
      return (min(domain.lowerBound, ends.first ?? .infinity)...max(domain.upperBound, ends.last ?? -.infinity), ticks)
    }
  }

  /// The share of the axis that would be added to end on the labelled values.
  private static func waste(_ values: [Double], _ range: ClosedRange<Double>) -> Double {
    guard let first = values.first, let last = values.last else { return 0 }
    let added = max(0, range.lowerBound - first) + max(0, last - range.upperBound)
    return added / (range.upperBound - range.lowerBound)
  }

  private static func values(_ range: ClosedRange<Double>, target: Int, integers: Bool, inside: Bool) -> [Double] {
    var values: [Double] = []
    for count in target...target + 8 where values.count < 3 {
      values = ExtendedTicks(target: count, integers: integers, inside: inside).values(over: range)
    }
    // Where doubles lie too far apart for round steps, the ends and the middle.
    let (low, high) = (range.lowerBound, range.upperBound)
    if values.isEmpty, !integers { values = [low, low + (high - low) / 2, high].filter(\.isFinite) }
    return values
  }

  /// Every second, third, … label, until they have room.
  private static func thinned(_ ticks: [Tick], fits: ([Tick]) -> Bool) -> [Tick] {
    for step in 1...max(1, ticks.count) {
      let kept = ticks.enumerated().filter { $0.offset % step == 0 }.map(\.element)
      if fits(kept) { return kept }
    }
    return ticks
  }
}
