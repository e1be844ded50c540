#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Equal bins that respect the resolution of the data; on a logarithmic axis each is wider than the last by one ratio.
///
/// When the data were recorded in steps (granules), the width is a whole number of granules and every edge lies half a
/// granule off the recorded values: bins narrower than that, or of unequal numbers of steps, show teeth that are not in
/// the data.
package struct Bins: Sendable, Hashable {
  /// The ends of the bins in data units, ascending: one more than bins.
  package let edges: [Double]
  /// The step of the data; `nil` when they have none.
  package let granule: Double?
  /// Values above are counted in one bin of their own beyond the last edge; `nil` when there is no such bin.
  package let clip: Double?

  /// How many bins there are to a power of ten, on a logarithmic axis; `nil` on a linear one.
  package let binsPerDecade: Int?

  /// More bins than this are never made, whatever width is asked for.
  package static let maximumCount = 5000

  /// - Parameters:
  ///   - values: the data; those that are not finite are left out.
  ///   - rule: chooses the width from all values, or the number of bins up to the clip.
  ///   - minimumWidth: in data units, for what the eye can tell apart (4 px).
  ///   - clip: where the overflow bin starts; it exists only if values lie above.
  /// - Returns: `nil` when no value is finite and below the clip, or their range overflows.
  package init?(for values: [Double], rule: BinRule = .auto, minimumWidth: Double = 0, clip: Double? = nil) {
    let all = values.sortedFinite()
    let sorted = clip.map { clip in Array(all.prefix { $0 <= clip }) } ?? all
    guard let first = sorted.first, let last = sorted.last else { return nil }
    self.clip = sorted.count < all.count ? clip : nil
    binsPerDecade = nil
    granule = Resolution.granule(ofSorted: sorted)
    let range = last - first
    guard range.isFinite else { return nil }
    guard range > 0 else {
      let half = max(minimumWidth, 1) / 2
      edges = [first - half, first + half]
      return
    }
    // What is cut off for display does not make the bins narrower, unless their number was asked for.
    let ruled = if case .count = rule { rule.width(forSorted: sorted) } else { rule.width(forSorted: all) }
    let wanted = max(ruled ?? range, minimumWidth, range / Double(Self.maximumCount - 1))
    edges =
      if let granule {
        Self.edges(from: first, to: last, granule: granule, width: wanted, minimumWidth: minimumWidth)
      } else {
        Self.edges(from: first, to: last, width: wanted, minimumWidth: minimumWidth)
      }
    // Near the largest doubles an edge beyond the data may overflow, and rounding one does.
    guard zip(edges, edges.dropFirst()).allSatisfy({ $0 < $1 }), (edges[edges.count - 1] - edges[0]).isFinite else {
      return nil
    }
  }

  /// Data without steps: the roundest width within a twentieth of the one wanted, edges at its multiples.
  private static func edges(from first: Double, to last: Double, width: Double, minimumWidth: Double) -> [Double] {
    var width = width
    let rounded = Resolution.shortDecimal(width, within: width * 0.05)
    if rounded >= minimumWidth, (last - first) / rounded < Double(maximumCount - 1) { width = rounded }
    let start = (first / width).rounded(.down)
    let wanted = ((last / width) - start).rounded(.up)
    let count = wanted > 1 && wanted.isFinite ? Int(min(wanted, Double(maximumCount))) : 1
    return (0...count).map { Resolution.shortDecimal((start + Double($0)) * width, within: width * 1e-6) }
  }

  private static func edges(
    from first: Double, to last: Double, granule: Double, width: Double, minimumWidth: Double
  ) -> [Double] {
    let limit = ((last - first) / granule / Double(maximumCount - 1)).rounded(.up)
    let steps = max((width / granule).rounded(), (minimumWidth / granule).rounded(.up), limit, 1)
    let total = ((last - first) / granule).rounded() + 1
    let count = Int((total / steps).rounded(.up))
    return (0...count).map { index in
      let edge = first + (Double(index) * steps - 0.5) * granule
      return Resolution.shortDecimal(edge, within: granule * 1e-6)
    }
  }

  /// Bins of equal ratio for a logarithmic axis, a whole number of them to a power of ten.
  ///
  /// - Parameters:
  ///   - values: the data; those that have no logarithm are left out.
  ///   - rule: chooses the width of the decimal logarithms.
  ///   - minimumWidth: in powers of ten.
  /// - Returns: `nil` when no value has a logarithm.
  package init?(logarithmic values: [Double], rule: BinRule = .auto, minimumWidth: Double = 0) {
    let sorted = values.filter { $0 > 0 && $0.isFinite }.sorted()
    guard let first = sorted.first, let last = sorted.last else { return nil }
    (clip, granule) = (nil, nil)
    let wanted = rule.width(for: sorted.map(log10)) ?? 1
    // The first bin holds one step of the data at least.
    let step = Resolution.granule(ofSorted: sorted).map { log10((first + $0) / first) } ?? 0
    let least = max(minimumWidth, step)
    let perDecade = min(max(1, min((1 / wanted).rounded(), (1 / least).rounded(.down))), 1000)
    binsPerDecade = Int(perDecade)
    func edge(_ place: Int) -> Double {
      let (decade, part) = place.quotientAndRemainder(dividingBy: Int(perDecade))
      return Decade.power(part < 0 ? decade - 1 : decade)
        * (part == 0 ? 1 : pow(10, Double(part < 0 ? part + Int(perDecade) : part) / perDecade))
    }
    // Rounding may leave the outermost values just beyond.
    var start = Int((log10(first) * perDecade).rounded(.down))
    while edge(start) > first { start -= 1 }
    var end = max(start + 1, Int((log10(last) * perDecade).rounded(.up)))
    while edge(end) < last { end += 1 }
    edges = (start...end).map(edge)
    guard zip(edges, edges.dropFirst()).allSatisfy({ $0 < $1 }), edges[edges.count - 1].isFinite else { return nil }
  }

  package var count: Int { edges.count - 1 }

  /// The width of one bin in data units, the overflow bin counted as wide as the others.
  package func width(of bin: Int) -> Double {
    binsPerDecade == nil || bin >= count ? width : edges[bin + 1] - edges[bin]
  }

  /// In data units; on a linear axis all bins are as wide, on a logarithmic one this is their mean.
  package var width: Double {
    let mean = (edges[count] - edges[0]) / Double(count)
    return Resolution.shortDecimal(mean, within: mean * 1e-9)
  }

  /// How many granules a bin spans; `nil` when the data have no step.
  package var granulesPerBin: Int? { granule.flatMap { Int(exactly: (width / $0).rounded()) } }

  /// The bin of a value: its left edge belongs to a bin, its right edge does not, except the last.
  ///
  /// - Returns: `count` for values above the clip; `nil` for values outside and those that are not finite.
  package func index(of value: Double) -> Int? {
    guard value.isFinite, value >= edges[0] else { return nil }
    if let clip, value > clip { return count }
    guard value <= edges[count] else { return nil }
    let share =
      binsPerDecade == nil
      ? (value - edges[0]) / (edges[count] - edges[0])
      : (log10(value) - log10(edges[0])) / (log10(edges[count]) - log10(edges[0]))
    var index = min(count - 1, max(0, Int(share * Double(count))))
    while index > 0, value < edges[index] { index -= 1 }
    while index < count - 1, value >= edges[index + 1] { index += 1 }
    return index
  }
}
