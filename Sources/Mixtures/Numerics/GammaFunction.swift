/// The logarithm of the gamma function and its derivative, for positive arguments.
///
/// Both are Chebyshev series on 1 … 3, divided there by their zeros so that even values near these keep their digits;
/// the coefficients were worked out to 50 digits. Recurrences lead there from below and from above, Stirling's series
/// takes over from 8 and 10 on.
extension Elementary {
  /// log Γ(x) for x > 0, within a few units in the last place; NaN for x < 0, infinity at 0 and at infinity.
  package static func logGamma(_ x: Double) -> Double {
    guard x > 0, x < .infinity else { return x == 0 || x == .infinity ? .infinity : .nan }
    // x + 1 would lose digits that x has.
    if x < 1 { return x * (x - 1) * chebyshev(logGammaSeries, x - 1) - log(x) }
    if x >= 8 { return (x - 0.5) * (log(x) - 1) + (0.5 * logTwoPi - 0.5) + stirling(logGammaTail, 1 / x) / x }
    var (argument, product) = (x, 1.0)
    while argument > 3 {
      argument -= 1
      product *= argument
    }
    let own = (argument - 1) * (argument - 2) * chebyshev(logGammaSeries, argument - 2)
    return product == 1 ? own : log(product) + own
  }

  /// ψ(x) = d log Γ(x) / dx for x > 0, within a few units in the last place; NaN for x < 0, −infinity at 0.
  package static func digamma(_ x: Double) -> Double {
    guard x > 0, x < .infinity else { return x == 0 ? -.infinity : x == .infinity ? .infinity : .nan }
    if x < 1 { return ((x - (zero.high - 1)) - zero.low) * chebyshev(digammaSeries, x - 1) - 1 / x }
    if x >= 10 { return log(x) - 0.5 / x - stirling(digammaTail, 1 / x) / (x * x) }
    var (argument, sum) = (x, 0.0)
    while argument > 3 {
      argument -= 1
      sum += 1 / argument
    }
    return sum + ((argument - zero.high) - zero.low) * chebyshev(digammaSeries, argument - 2)
  }

  /// log B(a, b) = log Γ(a) + log Γ(b) − log Γ(a + b).
  static func logBeta(_ a: Double, _ b: Double) -> Double { logGamma(a) + logGamma(b) - logGamma(a + b) }

  /// The zero of ψ in two parts, the first of which is a double.
  private static let zero = (high: 1.4616321449683622, low: 9.549995429965697e-17)

  /// Σ cⱼ Tⱼ(y) by Clenshaw's recurrence.
  private static func chebyshev(_ coefficients: [Double], _ y: Double) -> Double {
    var (one, two) = (0.0, 0.0)
    for coefficient in coefficients.dropFirst().reversed() { (one, two) = (2 * y * one - two + coefficient, one) }
    return y * one - two + coefficients[0]
  }

  /// Σ cⱼ (1/x)^(2j).
  private static func stirling(_ coefficients: [Double], _ reciprocal: Double) -> Double {
    let square = reciprocal * reciprocal
    return coefficients.reversed().reduce(0) { $0 * square + $1 }
  }

  /// B₂ⱼ / (2j (2j − 1)), j = 1 … 8.
  private static let logGammaTail: [Double] = [
    1.0 / 12, -1.0 / 360, 1.0 / 1260, -1.0 / 1680, 1.0 / 1188, -691 / 360_360, 1.0 / 156, -3617.0 / 122_400,
  ]

  /// B₂ⱼ / 2j, j = 1 … 8.
  private static let digammaTail: [Double] = [
    1.0 / 12, -1.0 / 120, 1.0 / 252, -1.0 / 240, 1.0 / 132, -691.0 / 32_760, 1.0 / 12, -3617.0 / 8160,
  ]

  /// log Γ(x) / ((x − 1)(x − 2)) over x − 2.
  private static let logGammaSeries: [Double] = [
    0.44148902545501423, -0.11119580321752523, 0.01951044826068884, -0.003922461463025264,
    0.0008478989895953857, -0.00019153855341365593, 4.454470184975607e-05, -1.05728743735943e-05,
    2.5474336873408417e-06, -6.208535880776316e-07, 1.5268677399071546e-07, -3.782637660291326e-08,
    9.428100823624284e-09, -2.361999702184645e-09, 5.943541905817546e-10, -1.501312977072867e-10,
    3.8050196458110534e-11, -9.672485299656325e-12, 2.465348198355661e-12, -6.298868140791711e-13,
    1.6128460030283787e-13, -4.137949206814042e-14, 1.0635701227757898e-14,
    -2.7382420786652826e-15, 7.060670507214892e-16, -1.8232177141662118e-16, 4.714169006756272e-17,
    -1.2204107319639856e-17, 3.1630451661790255e-18, -8.206746544166728e-19,
  ]

  /// ψ(x) / (x − x₀) over x − 2, x₀ being the zero.
  private static let digammaSeries: [Double] = [
    0.8508141002274594, -0.30691795316595705, 0.06960086856205178, -0.01712297234345182,
    0.004374961886424303, -0.0011401796377915106, 0.00030046127392236794, -7.969172661686522e-05,
    2.1218853925722328e-05, -5.6631596935365925e-06, 1.5136717505341737e-06,
    -4.0495026233355134e-07, 1.083979923064392e-07, -2.9026750711369042e-08, 7.774554697983642e-09,
    -2.082649195692377e-09, 5.579524084715322e-10, -1.4948718863979587e-10, 4.005228073341035e-11,
    -1.0731515178725395e-11, 2.8754217843517632e-12, -7.704533926086572e-13,
    2.0644004026236004e-13, -5.53150434659318e-14, 1.482155285389004e-14, -3.971411389284323e-15,
    1.0641344625722717e-15, -2.8513362471718133e-16, 7.640126526131413e-17, -2.047164716811876e-17,
    5.485359583436558e-18, -1.4697973715349978e-18,
  ]
}
