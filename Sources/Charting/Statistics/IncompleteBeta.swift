#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The beta distribution, which the order statistics of uniform values follow: the i-th of n has a = i, b = n + 1 − i.
struct BetaDistribution {
  let a: Double
  let b: Double

  /// I_x(a, b), the probability of at most x.
  ///
  /// - SeeAlso: DLMF 8.17.22, the continued fraction, here by Lentz's method.
  func cumulative(_ x: Double) -> Double {
    guard x > 0 else { return 0 }
    guard x < 1 else { return 1 }
    let front = exp(logFactor + a * log(x) + b * log1p(-x))
    return x < (a + 1) / (a + b + 2)
      ? front * Self.fraction(a, b, x) / a : 1 - front * Self.fraction(b, a, 1 - x) / b
  }

  /// The x below which lies the probability p.
  func quantile(_ p: Double) -> Double {
    var (low, high) = (0.0, 1.0)
    var x = a / (a + b)
    for _ in 0..<100 {
      let excess = cumulative(x) - p
      if excess > 0 { high = x } else { low = x }
      let density = exp(logFactor + (a - 1) * log(x) + (b - 1) * log1p(-x))
      let step = x - excess / density
      let next = step > low && step < high ? step : (low + high) / 2
      if abs(next - x) <= 1e-14 * x { return next }
      x = next
    }
    return x
  }

  /// log Γ(a + b) / (Γ(a) Γ(b)).
  private var logFactor: Double { lgamma(a + b) - lgamma(a) - lgamma(b) }

  private static func fraction(_ a: Double, _ b: Double, _ x: Double) -> Double {
    func kept(_ value: Double) -> Double { abs(value) < 1e-300 ? 1e-300 : value }
    var c = 1.0
    var d = 1 / kept(1 - (a + b) * x / (a + 1))
    var value = d
    for m in 1...2000 {
      let m = Double(m)
      let place = a + 2 * m
      let even = m * (b - m) * x / ((place - 1) * place)
      let odd = -(a + m) * (a + b + m) * x / (place * (place + 1))
      for factor in [even, odd] {
        d = 1 / kept(1 + factor * d)
        c = kept(1 + factor / c)
        value *= c * d
      }
      if abs(c * d - 1) < 1e-15 { break }
    }
    return value
  }
}
