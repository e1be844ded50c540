/// How a fit came to its end, in numbers.
extension EMFit {
  /// EM's linear rate at the end: the part of the distance to the optimum that an iteration leaves, √(Δ₂ / Δ₁) of the
  /// last two gains of ℓ, since ℓ lies below its optimum by the square of the distance. Near 1 is slow; NaN where gains
  /// are rounding or too few.
  package var rate: Double {
    let values = steps.map(\.logLikelihood)
    guard values.count >= 3, let last = values.last else { return .nan }
    let (first, second) = (values[values.count - 2] - values[values.count - 3], last - values[values.count - 2])
    guard first > 1e-11 * max(1, abs(last)), second > 0, second < first else { return .nan }
    return (second / first).squareRoot()
  }

  /// Aitken's estimate of the nats that ℓ would still gain; infinite when the steps do not shrink.
  package var remainingGain: Double { Verdict.remainingGain(steps.map(\.logLikelihood)) }

  /// The largest change of the last iteration, of weights or, in standard deviations, of means and covariances: the
  /// length of EM's own gradient step. NaN without an iteration.
  package var lastStep: Double {
    guard steps.count >= 2 else { return .nan }
    let shift = samples.mean
    return Difference(
      from: Parameters(steps[steps.count - 2].mixture, shift: shift), to: Parameters(mixture, shift: shift)
    ).largest
  }

  /// How many of the starts followed to the end reached what the best one did, within 0.01 nats of ℓ, or of what is
  /// climbed instead.
  package var startsAtOptimum: (reached: Int, followed: Int) {
    let followed = starts.filter { !$0.isAbandoned }
    return (followed.count { abs(($0.objective ?? -.infinity) - objective) < 0.01 }, followed.count)
  }

  /// The components, counted from 0, that hold less than one row: the weights lie at the edge of what is possible.
  package var nearlyEmpty: [Int] {
    (0..<mixture.components).filter { mixture.weights[$0] * Double(n) < 1 }
  }
}
