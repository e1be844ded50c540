import Mixtures
import Testing

/// Standard errors by bootstrap, against mclust's and against the curvature of ℓ.
@Suite struct BootstrapErrorTests {
  /// mclust's own come from 999 replicates, ours from 200: the ratio of the two is within about 3 of its own standard
  /// errors, √(1/2·200 + 1/2·999), or a little more for the variances whose replicates have long tails.
  @Test(arguments: [
    (BootstrapOptions.Kind.nonparametric, "bs"), (.weighted, "wlbs"), (.parametric, "pb"),
  ])
  func oldFaithful(_ kind: BootstrapOptions.Kind, _ name: String) throws {
    let reference = try Reference.json("mclust_extras")["bootstrap_se_faithful_VVV2"]["by_type"][name]
    let samples = try Reference.samples("faithful")
    let fit = try EMFit.fit(samples, EMOptions(components: 2, restarts: 2))
    let errors = try fit.bootstrapErrors(BootstrapOptions(kind: kind, replicates: 200, seed: 11))
    guard case .bootstrap(let tally) = errors.method else {
      Issue.record("not by bootstrap")
      return
    }
    #expect((tally.replicates, tally.used) == (200, 200))
    // mclust's first component is the one with the longer eruptions.
    for (ours, theirs) in [(0, 1), (1, 0)] {
      func expect(_ quantity: Quantity, _ expected: Double, within tolerance: Double) {
        let ratio = errors[quantity].error / expected
        #expect(abs(ratio - 1) < tolerance, "\(kind) \(quantity): \(errors[quantity].error), not \(expected)")
      }
      expect(.weight(ours), reference["se_pro"][theirs].double, within: 0.17)
      for j in 0..<2 {
        expect(.mean(ours, j), reference["se_mean"][theirs][j].double, within: 0.17)
        for i in 0...j { expect(.covariance(ours, j, i), reference["se_var"][theirs][j][i].double, within: 0.25) }
        let spread = reference["se_mean"][theirs][j].double
        for (end, place) in [(errors[.mean(ours, j)].low, 0), (errors[.mean(ours, j)].high, 1)] {
          #expect(abs(end - reference["ci_mean"][theirs][place][j].double) < 0.5 * spread)
        }
      }
    }
  }

  /// A component that changed places with another in some replicate would have an interval as wide as they are apart.
  @Test func replicatesKeepTheOrderOfTheFit() throws {
    let samples = try RandomData(seed: 31, rows: 90, dimension: 2, groups: 3).samples
    let fit = try EMFit.fit(samples, EMOptions(components: 3, restarts: 3))
    let errors = try fit.bootstrapErrors(BootstrapOptions(replicates: 30))
    for k in 0..<3 {
      for j in 0..<2 {
        let mean = errors[.mean(k, j)]
        #expect(mean.low < mean.value && mean.value < mean.high)
        #expect(
          mean.high - mean.low < 10 * (fit.mixture.covariances[k][j, j] / (90 * fit.mixture.weights[k])).squareRoot())
      }
    }
  }

  @Test func theSameForAnyNumberOfThreadsAndAnotherForAnotherSeed() throws {
    let samples = try RandomData(seed: 8, rows: 50, dimension: 1, groups: 2).samples
    let errors = try [(1, 5), (2, 5), (2, 6)].map { threads, seed in
      try EMFit.fit(samples, EMOptions(components: 2, restarts: 1, threads: threads))
        .bootstrapErrors(BootstrapOptions(replicates: 10, seed: UInt64(seed)))
    }
    #expect(errors[0][.mean(0, 0)] == errors[1][.mean(0, 0)])
    #expect(errors[0][.mean(0, 0)].error != errors[2][.mean(0, 0)].error)
  }

  @Test func noiseHasNoPlaceToDrawFrom() throws {
    let samples = try RandomData(seed: 8, rows: 50, dimension: 1, groups: 1).samples
    let fit = try EMFit.fit(samples, EMOptions(components: 1, noise: .volume(100)))
    let message =
      "rows cannot be drawn from a mixture with noise, which has a volume but no place; draw from the rows instead "
      + "(type: nonparametric or weighted)"
    for body in [
      { _ = try fit.bootstrapErrors(BootstrapOptions(kind: .parametric)) },
      { _ = try BootstrapTest.test(fit, BootstrapTest.Plan(options: fit.options)) },
    ] {
      let error = #expect(throws: UncertaintyError.self) { try body() }
      #expect(error?.description == message)
    }
  }
}
