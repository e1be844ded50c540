extension Elementary {
  /// P(X > x) for X of the chi-square distribution with `freedom` degrees of freedom, so small as it may be.
  ///
  /// Q(a + 1, z) = Q(a, z) + z^a e^(−z) / Γ(a + 1) with z = x / 2, from Q(1, z) = e^(−z) for an even and
  /// Q(½, z) = erfc √z for an odd number: sums of positive terms, each by its logarithm.
  ///
  /// - SeeAlso: DLMF 8.8.6, 8.4.6, 8.4.10.
  package static func chiSquareSurvival(_ x: Double, freedom: Int) -> Double {
    guard !x.isNaN else { return .nan }
    guard x > 0 else { return 1 }
    guard x.isFinite else { return 0 }
    let (half, isOdd) = (x / 2, freedom % 2 == 1)
    var sum = isOdd ? erfc(half.squareRoot()) : 0
    // The first term has a = 0 or a = ½, and Γ(3/2) = √π / 2.
    var a = isOdd ? 0.5 : 0.0
    var logTerm = isOdd ? 0.5 * log(half) - half + 0.12078223763524522 : -half
    for _ in 0..<freedom / 2 {
      sum += exp(logTerm)
      a += 1
      logTerm += log(half) - log(a)
    }
    return min(sum, 1)
  }
}
