#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The bandwidth that solves Sheather and Jones' equation, in which the bandwidth of the estimated roughness depends on
/// the one sought ("solve the equation").
///
/// R's `bw.SJ` solves the same equation on differences put into 1000 bins and to within a hundredth of the largest
/// bandwidth considered, so its result differs in the third digit. Here up to 500 distinct values are taken as they are,
/// more at steps of a hundredth of the largest bandwidth considered, and the root is found to 12 digits.
///
/// - SeeAlso: S. J. Sheather & M. C. Jones, *A reliable data-based bandwidth selection method for kernel density
///   estimation*, JRSS B 53, 1991, (12).
struct SheatherJones {
  /// In data units.
  private(set) var bandwidth = 0.0

  /// How many pairs of values are how far apart, distances ascending and above 0.
  private let pairs: [(distance: Double, count: Double)]
  private let n: Double

  /// - Returns: `nil` when the equation has no root up to the bandwidth of the smoothest distribution, as for values of
  ///   which most are equal.
  init?(_ sample: WeightedSample) {
    n = Double(sample.values.count)
    let scale = min(sample.deviation, (sample.quantile(0.75) - sample.quantile(0.25)) / 1.349)
    guard n > 2, scale > 0 else { return nil }
    let largest = 1.144 * scale * pow(n, -0.2)
    let least = 0.1 * largest
    let (pilot4, pilot6) = (1.24 * scale * pow(n, -1.0 / 7), 1.23 * scale * pow(n, -1.0 / 9))
    pairs = Self.pairs(sample.values, step: least / 10, reach: 12 * max(pilot4, pilot6))
    let (curvature, slope) = (functional4(pilot4), -functional6(pilot6))
    guard slope > 0, curvature > 0 else { return nil }
    let ratio = 1.357 * pow(curvature / slope, 1.0 / 7)
    func excess(_ h: Double) -> Double {
      let roughness = functional4(ratio * pow(h, 5.0 / 7))
      return pow(1 / (2 * Double.pi.squareRoot() * n * roughness), 0.2) - h
    }
    guard let root = Self.root(of: excess, in: least...largest) else { return nil }
    bandwidth = root
  }

  /// ψ₄ at a bandwidth: the mean over pairs, each value with itself included, of the kernel's fourth derivative.
  private func functional4(_ h: Double) -> Double {
    let sum = sum(h) { d in d * d - 6 * d + 3 } + 3 * n
    return sum / (n * (n - 1) * pow(h, 5) * (2 * Double.pi).squareRoot())
  }

  /// ψ₆, with the sixth derivative.
  private func functional6(_ h: Double) -> Double {
    let sum = sum(h) { d in ((d - 15) * d + 45) * d - 15 } - 15 * n
    return sum / (n * (n - 1) * pow(h, 7) * (2 * Double.pi).squareRoot())
  }

  /// Over ordered pairs of different values, of a polynomial in d = (distance / h)² times e^(−d/2).
  private func sum(_ h: Double, _ polynomial: (Double) -> Double) -> Double {
    var sum = 0.0
    for pair in pairs {
      let ratio = pair.distance / h
      let d = ratio * ratio
      if d < 1000 { sum += pair.count * exp(-d / 2) * polynomial(d) }
    }
    return 2 * sum
  }

  private static func pairs(
    _ sorted: [Double], step: Double, reach: Double
  ) -> [(distance: Double, count: Double)] {
    var (places, counts): ([Double], [Double]) = ([], [])
    let isExact = Set(sorted).count <= 500
    for value in sorted {
      let place = isExact ? value : (value / step).rounded() * step
      if places.last == place {
        counts[counts.count - 1] += 1
      } else {
        places.append(place)
        counts.append(1)
      }
    }
    var found: [(distance: Double, count: Double)] = []
    // Equal values are pairs at distance 0, each value with itself aside.
    found.append((0, counts.reduce(0) { $0 + $1 * ($1 - 1) / 2 }))
    if isExact {
      for i in places.indices {
        for j in places.indices.dropFirst(i + 1) where places[j] - places[i] <= reach {
          found.append((places[j] - places[i], counts[i] * counts[j]))
        }
      }
      return found
    }
    var bySteps = [Double](repeating: 0, count: Int(reach / step) + 2)
    for i in places.indices {
      var j = i + 1
      while j < places.count, places[j] - places[i] <= reach {
        bySteps[Int(((places[j] - places[i]) / step).rounded())] += counts[i] * counts[j]
        j += 1
      }
    }
    return found + bySteps.enumerated().filter { $0.element > 0 }.map { (Double($0.offset) * step, $0.element) }
  }

  /// By bisection; the ends are moved outwards up to a hundred times, as R does.
  private static func root(of function: (Double) -> Double, in range: ClosedRange<Double>) -> Double? {
    var (low, high) = (range.lowerBound, range.upperBound)
    for turn in 0..<100 where !(function(low) * function(high) <= 0) {
      if turn % 2 == 0 { high *= 1.2 } else { low /= 1.2 }
    }
    let start = function(low)
    guard start * function(high) <= 0 else { return nil }
    while high - low > 1e-12 * high {
      let middle = (low + high) / 2
      if middle <= low || middle >= high { break }
      if function(middle) * start > 0 { low = middle } else { high = middle }
    }
    return (low + high) / 2
  }
}
