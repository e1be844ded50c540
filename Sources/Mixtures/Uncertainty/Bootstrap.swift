/// How a fit is bootstrapped.
package struct BootstrapOptions: Sendable, Hashable {
  /// Where a replicate's rows come from.
  package enum Kind: String, Sendable, CaseIterable {
    /// As many rows, drawn from the rows with replacement (Efron 1979).
    case nonparametric
    /// The rows with exponential weights of mean 1 (Newton & Raftery 1994).
    case weighted
    /// As many rows, drawn from the fitted mixture.
    case parametric
  }

  package var kind: Kind
  /// At least 2.
  package var replicates: Int
  /// What share of such intervals would cover the true number, 0 … 1.
  package var level: Double
  package var seed: UInt64

  package init(kind: Kind = .nonparametric, replicates: Int = 200, level: Double = 0.95, seed: UInt64 = 1) {
    self.kind = kind
    self.replicates = replicates
    self.level = level
    self.seed = seed
  }
}

/// What became of the replicates.
package struct BootstrapTally: Sendable, Hashable {
  package let replicates: Int
  /// Those that no mixture could be fitted to.
  package let failed: Int
  /// Those whose fit rides on a component about as thin as the floor.
  package let spurious: Int

  /// Those the errors come from.
  package var used: Int { replicates - failed - spurious }
}

extension EMFit {
  /// Standard errors and percentile intervals from refits to other rows, each by EM from this fit's parameters, its
  /// components numbered like those of this fit that they are nearest to.
  ///
  /// Replicates that fail or are spurious are left out and counted.
  ///
  /// - Throws: `UncertaintyError` when this fit is none to speak of, or fewer than two replicates are sound.
  package func bootstrapErrors(_ bootstrap: BootstrapOptions) throws(UncertaintyError) -> ParameterErrors {
    try requireSound()
    if bootstrap.kind == .parametric, mixture.noise != nil { throw .noiseHasNoPlace }
    let source = SeededGenerator(seed: bootstrap.seed)
    let variances = samples.covariance.diagonal
    let replicates = Parallel.map(bootstrap.replicates, threads: options.threadCount) { index -> Replicate in
      var generator = source.stream(named: "replicate \(index)")
      do throws(FitError) {
        let rows = try Resampling(samples, mixture).rows(bootstrap.kind, using: &generator)
        return try refit(rows, variances: variances)
      } catch {
        return .failed
      }
    }
    var sound: [GaussianMixture] = []
    var (failed, spurious) = (0, 0)
    for replicate in replicates {
      switch replicate {
      case .sound(let mixture): sound.append(mixture)
      case .spurious: spurious += 1
      case .failed: failed += 1
      }
    }
    let tally = BootstrapTally(replicates: bootstrap.replicates, failed: failed, spurious: spurious)
    guard sound.count >= 2 else { throw .tooFewReplicates(sound: sound.count, tally) }
    return ParameterErrors(level: bootstrap.level, method: .bootstrap(tally), mixture) { quantity in
      let values = sound.map { quantity.value(in: $0) }
      let mean = values.reduce(0, +) / Double(values.count)
      let variance = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(values.count - 1)
      let sorted = values.sorted()
      return .init(
        value: quantity.value(in: mixture), error: variance.squareRoot(),
        low: sorted.quantile((1 - bootstrap.level) / 2), high: sorted.quantile((1 + bootstrap.level) / 2))
    }
  }

  private enum Replicate: Sendable {
    case sound(GaussianMixture)
    case spurious
    case failed
  }

  private func refit(_ rows: Samples, variances: [Double]) throws(FitError) -> Replicate {
    let search = try StartSearch(PreparedSamples(rows), options)
    let run = try search.run(0, from: .mixture(mixture), threads: 1)
    guard let last = run.history.last else { return .failed }
    if search.spurious(run) != nil { return .spurious }
    let fitted = last.mixture(shift: search.prepared.rows.shift)
    return .sound(fitted.reordered(Assignment.matching(mixture.means, fitted.means, variances: variances)))
  }
}

extension [Double] {
  /// The p-quantile of sorted numbers, linear between them (Hyndman & Fan's type 7, R's own).
  fileprivate func quantile(_ p: Double) -> Double {
    let place = p * Double(count - 1)
    let low = Int(place.rounded(.down))
    let high = Swift.min(low + 1, count - 1)
    return self[low] + (place - Double(low)) * (self[high] - self[low])
  }
}
