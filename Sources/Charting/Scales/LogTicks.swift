#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Powers of ten, and their parts, as Double rounds them best.
enum Decade {
  static func power(_ exponent: Int) -> Double {
    exponent >= 0 ? pow(10, Double(exponent)) : 1 / pow(10, Double(-exponent))
  }

  /// The exponent of the last power of ten not above a positive value.
  static func floor(_ value: Double) -> Int {
    let guess = Int(log10(value).rounded(.down))
    if power(guess) > value { return guess - 1 }
    return power(guess + 1) <= value ? guess + 1 : guess
  }
}

/// Labelled values of a logarithmic axis: at least three, whatever its span.
///
/// Over many decades they are powers of ten, every second or third where there are too many; within few decades 1-2-5,
/// then every whole multiple; within a part of a decade evenly spaced round values.
package struct LogTicks: Sendable, Hashable {
  /// How many values are wanted.
  package var target: Int

  package init(target: Int) { self.target = target }

  /// - Parameter places: the ends of the axis as decimal logarithms.
  package func ticks(over places: ClosedRange<Double>) -> [Tick] {
    let slack = 1e-9 * (places.upperBound - places.lowerBound)
    let (low, high) = (places.lowerBound - slack, places.upperBound + slack)
    let powers = Array(stride(from: Int(low.rounded(.up)), through: Int(high.rounded(.down)), by: 1))
    if powers.count >= 3 { return Self.labelled(thinned(powers)) }
    let decades = (Int(low.rounded(.down)) - 1)...Int(high.rounded(.up))
    for multiples in [[1, 2, 5], Array(1...9)] {
      let values = decades.flatMap { decade in
        multiples.map { decade >= 0 ? Double($0) * Decade.power(decade) : Double($0) / Decade.power(-decade) }
      }.filter { (low...high).contains(log10($0)) }
      if (3...max(target + 2, 3)).contains(values.count) { return Self.labelled(values) }
    }
    let range = pow(10, places.lowerBound)...pow(10, places.upperBound)
    for count in max(target, 3)...max(target, 3) + 20 {
      let values = ExtendedTicks(target: count, inside: true).values(over: range).filter { $0 > 0 }
      if values.count >= 3 { return zip(values, TickLabels.decimal(values)).map { Tick($0, $1) } }
    }
    return []
  }

  /// Every `step`-th power, those divisible by the step.
  private func thinned(_ powers: [Int]) -> [Int] {
    for step in 1... {
      let kept = powers.filter { $0 % step == 0 }
      if kept.count <= target + 1 { return kept.count >= 3 ? kept : powers.filter { $0 % max(1, step - 1) == 0 } }
    }
    return powers
  }

  private static func labelled(_ exponents: [Int]) -> [Tick] {
    let plain = exponents.allSatisfy { (-3...4).contains($0) }
    return exponents.map { exponent in
      let value = Decade.power(exponent)
      return Tick(value, plain ? TickLabels.own(value) : TickLabels.power(exponent))
    }
  }

  private static func labelled(_ values: [Double]) -> [Tick] { values.map { Tick($0, TickLabels.own($0)) } }
}
