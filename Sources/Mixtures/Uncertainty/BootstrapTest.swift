/// The bootstrap likelihood-ratio test of K components against K + 1 (McLachlan 1987).
///
/// The statistic 2 (ℓ of K + 1 − ℓ of K) has no known distribution when K is true, so rows are drawn from the mixture
/// fitted with K, both are fitted to them in the same way, and p = (1 + how many of the B statistics reach the one of
/// the data) / (B + 1).
package struct BootstrapTest: Sendable {
  /// K
  package let components: Int
  /// 2 (ℓ of K + 1 − ℓ of K) on the data, in nats; 0 or more.
  package let statistic: Double
  /// The same on rows drawn from the mixture with K, in order of the replicates; those that failed are left out.
  package let nullStatistics: [Double]
  /// Replicates without a sound fit of K + 1 components.
  package let failed: Int

  package var pValue: Double {
    Double(1 + nullStatistics.count { $0 >= statistic }) / Double(nullStatistics.count + 1)
  }

  /// How a test is done.
  package struct Plan: Sendable {
    /// Family, tolerance, floor and so on of every fit. Its number of components is not used, and a start that is for one
    /// number alone, such as labels, is k-means instead.
    package var options: EMOptions
    /// B, at least 1.
    package var replicates: Int
    /// Random starts of each fit to a replicate, besides those made from the fit with one component less.
    package var starts: Int
    package var seed: UInt64

    package init(options: EMOptions, replicates: Int = 199, starts: Int = 2, seed: UInt64 = 1) {
      self.options = options
      self.replicates = replicates
      self.starts = starts
      self.seed = seed
    }
  }

  /// Tests every K against K + 1 in turn, and stops after the first whose p is above `level`.
  ///
  /// - Parameter components: ascending, each one more than the last.
  package static func sequence(_ samples: Samples, components: [Int], level: Double, _ plan: Plan)
    throws(UncertaintyError) -> [BootstrapTest]
  {
    guard let first = components.first else { return [] }
    if plan.options.noise != nil { throw .noiseHasNoPlace }
    let prepared = PreparedSamples(samples)
    var null = try refitting(first) { () throws(FitError) in
      try LikelihoodLadder(prepared, plan.options).lowest(first, starts: plan.options.restarts)
    }
    var tests: [BootstrapTest] = []
    for count in components {
      let (test, alternative) = try test(null, count, prepared, plan)
      tests.append(test)
      if test.pValue > level { break }
      null = alternative
    }
    return tests
  }

  /// Tests the number of components of a fit against one more.
  package static func test(_ fit: EMFit, _ plan: Plan) throws(UncertaintyError) -> BootstrapTest {
    try fit.requireSound()
    if fit.mixture.noise != nil { throw .noiseHasNoPlace }
    let rung = LikelihoodLadder.Rung(mixture: fit.mixture, logLikelihood: fit.logLikelihood)
    return try test(rung, fit.options.components, PreparedSamples(fit.samples), plan).test
  }

  private static func test(
    _ null: LikelihoodLadder.Rung, _ components: Int, _ prepared: PreparedSamples, _ plan: Plan
  ) throws(UncertaintyError) -> (test: BootstrapTest, alternative: LikelihoodLadder.Rung) {
    let alternative = try refitting(components + 1) { () throws(FitError) in
      try LikelihoodLadder(prepared, plan.options).next(above: null, starts: plan.options.restarts)
    }
    let source = SeededGenerator(seed: plan.seed).stream(named: "test \(components)")
    let resampling = Resampling(prepared.samples, null.mixture)
    let statistics = Parallel.map(plan.replicates, threads: plan.options.threadCount) { index -> Double? in
      var generator = source.stream(named: "replicate \(index)")
      guard let rows = try? resampling.simulated(using: &generator) else { return nil }
      var options = plan.options
      options.seed = generator.next()
      let ladder = LikelihoodLadder(PreparedSamples(rows), options)
      guard let low = try? ladder.lowest(components, starts: plan.starts, near: null.mixture),
        let high = try? ladder.next(above: low, starts: plan.starts)
      else { return nil }
      return high.gain(over: low)
    }
    let sound = statistics.compactMap(\.self)
    let test = BootstrapTest(
      components: components, statistic: alternative.gain(over: null), nullStatistics: sound,
      failed: plan.replicates - sound.count)
    return (test, alternative)
  }

  private static func refitting(_ components: Int, _ fit: () throws(FitError) -> LikelihoodLadder.Rung?)
    throws(UncertaintyError) -> LikelihoodLadder.Rung
  {
    do throws(FitError) {
      if let rung = try fit() { return rung }
    } catch {
      throw .failed(error)
    }
    throw .noSoundFit(components: components)
  }
}
