extension Elementary {
  /// erfc x = 2/√π ∫ₓ^∞ e^(−t²) dt, to some 15 digits however small it is; 0 from x = 26.7 on, 2 far below 0.
  ///
  /// For x ≥ 0, e^(x²) erfc x = t Σ cⱼ Tⱼ(2t − 1) with t = 4 / (4 + x); the cⱼ are the Chebyshev coefficients of the left
  /// side over t, worked out to 40 digits.
  package static func erfc(_ x: Double) -> Double {
    guard !x.isNaN else { return .nan }
    let size = abs(x)
    guard size < 27 else { return x < 0 ? 2 : 0 }
    let t = 4 / (4 + size)
    let y = 2 * t - 1
    var (one, two) = (0.0, 0.0)
    for coefficient in scaledErfcCoefficients.dropFirst().reversed() {
      (one, two) = (2 * y * one - two + coefficient, one)
    }
    let scaled = (y * one - two + scaledErfcCoefficients[0]) * t
    // x² in two parts, the first without rounding, so that the tail keeps its digits.
    let coarse = (size * 16).rounded(.down) / 16
    let upper = exp(-coarse * coarse) * exp(-(size - coarse) * (size + coarse)) * scaled
    return x < 0 ? 2 - upper : upper
  }

  private static let scaledErfcCoefficients = [
    0.40802446954913146, 0.37635823567636745, 0.14758035457222363, 0.049571317930027586,
    0.014227107557117175, 0.003443493262717524, 0.000682254183283808, 0.00010340451975756189,
    9.72854595199015e-06, -1.1988713758412045e-07, -2.1747767703449563e-07, -3.0291767735991394e-08,
    9.47991756520455e-10, 8.633411694990956e-10, 6.872156425953403e-11, -1.7034898438296277e-11,
    -3.3921306868290887e-12, 2.6158087668540244e-13, 1.212767580310864e-13, -2.114689543244809e-15,
    -4.117340933404178e-15, -6.328712721700708e-17, 1.4393110983449846e-16, 4.5614947982841305e-18,
    -5.339094257978135e-18,
  ]
}
