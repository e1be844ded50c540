/// A mixture fitted by EM, with the whole history of the best start and a summary of every start.
package struct EMFit: Sendable {
  package let samples: Samples
  package let options: EMOptions
  /// The parameters of the last step.
  package let mixture: GaussianMixture
  /// Step 0 is the start; step t follows t M-steps.
  package let steps: [EMStep]
  package let outcome: Outcome
  /// Every start, in order. Components are numbered there as in the start, not as in `mixture`.
  package let starts: [StartSummary]
  /// The place in `starts` of the one kept: the sound one of largest ℓ, or the largest ℓ if none is sound.
  package let bestStart: Int
  /// The posterior of a variational fit; nil for EM.
  package let variational: VariationalPosterior?
  /// log p(μ, Σ) at every step but for a constant, in nats; nil without a prior.
  package let logPriors: [Double]?
  /// Why the fit is no more than a spike of the likelihood; nil for a sound fit.
  package let spurious: Spurious?
  /// Components that were re-seeded on the way.
  package let repairs: [Repair]
  /// The diagonal of the floor F, d numbers in squared data units.
  package let floor: [Double]
  /// −Σᵢₖ rᵢₖ log rᵢₖ, in nats.
  package let entropy: Double
  /// Free numbers in the mixture.
  package let parameterCount: Int
  /// −2 ℓ + p log n, n being the sum of the rows' weights; smaller is better.
  package let bic: Double
  /// −2 ℓ + 2 p; smaller is better.
  package let aic: Double
  /// BIC − 2 Σᵢ log maxₖ rᵢₖ; smaller is better.
  package let icl: Double

  /// The number of rows.
  package var n: Int { samples.rowCount }
  /// M-steps made.
  package var iterations: Int { steps.count - 1 }
  /// ℓ = Σᵢ log p(xᵢ) of `mixture`, in nats; higher is better.
  package var logLikelihood: Double { steps[steps.count - 1].logLikelihood }
  /// What the starts are ranked by: ℓ, with a prior ℓ + its logarithm, and the bound of a variational fit.
  package var objective: Double { starts[bestStart].objective ?? logLikelihood }
  /// ℓ / n, in nats a row, n being the sum of the rows' weights.
  package var score: Double { logLikelihood / samples.totalWeight }
  /// The most responsible component of each row, counted from 0, K for the noise; computed when asked for.
  package var labels: [Int] { mixture.labels(samples, threads: options.threadCount) }
  /// rᵢₖ, n × K and a last column for the noise where there is noise; computed when asked for.
  package var responsibilities: Matrix { mixture.responsibilities(samples, threads: options.threadCount) }
  /// log p(xᵢ) of every row, in nats; computed when asked for.
  package var logDensities: [Double] { mixture.logDensities(samples, threads: options.threadCount) }

  /// Fits a mixture: EM from every start, the best one kept.
  ///
  /// - Throws: `FitError` when the samples or options allow no fit, or when every start failed (the first one's error).
  package static func fit(_ samples: Samples, _ options: EMOptions) throws(FitError) -> EMFit {
    try fit(PreparedSamples(samples), options)
  }

  static func fit(
    _ prepared: PreparedSamples, _ options: EMOptions, shared: SharedStarts = SharedStarts()
  ) throws(FitError) -> EMFit {
    let search = try StartSearch(prepared, options, shared: shared)
    let winner = try search.best()
    return EMFit(winner, search, FitEnd(winner, search))
  }

  /// ℓ / n of EM from the same start without a floor; an error where a component collapses.
  package func scoreWithoutFloor() -> Result<Double, FitError> {
    var bare = options
    bare.floor = .none
    do throws(FitError) {
      let search = try StartSearch(PreparedSamples(samples), bare)
      let run = try search.run(bestStart, threads: bare.threadCount)
      return .success(run.logLikelihood(at: run.iterations, search.problem) / samples.totalWeight)
    } catch {
      return .failure(error)
    }
  }

  /// The parameters one more EM step would give.
  func nextStep() -> Parameters? {
    guard let (problem, present, kernel, sums) = lastExpectation() else { return nil }
    return problem.mStep(from: present, kernel, sums).parameters
  }

  /// The E-step of the fitted parameters; nil where a covariance cannot be factored.
  func lastExpectation() -> (problem: EMProblem, present: Parameters, kernel: KernelMixture, sums: PassSums)? {
    guard let problem = (try? StartSearch(PreparedSamples(samples), options))?.problem else { return nil }
    let present = Parameters(mixture, shift: problem.rows.shift)
    return problem.expectation(at: present).map { (problem, present, $0.kernel, $0.sums) }
  }

  /// The largest part of any component's variance, over all directions, that is the floor itself: 0 … 1.
  package var floorShare: Double {
    let raised = options.family.projected(Matrix(rows: floor.count, columns: floor.count), floor: floor)
    var share = 0.0
    for covariance in mixture.covariances {
      guard let factor = Cholesky(covariance) else { continue }
      share = max(share, SymmetricEigen(factor.whiten(raised)).values.last ?? 0)
    }
    return min(share, 1)
  }

  init(_ winner: StartSearch.Winner, _ search: StartSearch, _ end: FitEnd) {
    let (run, prepared) = (winner.run, search.prepared)
    logPriors = search.problem.prior.map { prior in run.history.map { prior.logDensity($0) } }
    variational = run.variational.flatMap { state in
      search.variational.map {
        VariationalPosterior(
          prior: $0.prior, bounds: run.trace, state: state, order: end.order ?? Array(state.counts.indices))
      }
    }
    samples = prepared.samples
    options = search.options
    steps = run.history.indices.map { t in
      let mixture = run.history[t].mixture(shift: prepared.rows.shift)
      return EMStep(
        iteration: t, logLikelihood: run.logLikelihood(at: t, search.problem),
        mixture: end.order.map { mixture.reordered($0) } ?? mixture)
    }
    mixture = end.mixture
    starts = winner.summaries
    bestStart = winner.index
    (outcome, spurious) = (end.outcome, end.spurious)
    repairs = run.repairs.map { Repair(cause: $0.cause.renumbered(end.renumbered), row: $0.row) }
    floor = search.problem.floor
    (parameterCount, bic, aic, icl) = (end.parameterCount, end.bic, end.aic, end.icl)
    entropy = end.indecision.entropy
  }
}

/// The state of EM after some M-steps.
package struct EMStep: Sendable {
  /// M-steps made; 0 is the start.
  package let iteration: Int
  /// ℓ of these parameters, in nats.
  package let logLikelihood: Double
  package let mixture: GaussianMixture
}

extension FitError {
  fileprivate func renumbered(_ number: (Int) -> Int) -> FitError {
    switch self {
    case .empty(let component, let iteration): .empty(component: number(component), iteration: iteration)
    case .collapsed(let component, let iteration): .collapsed(component: number(component), iteration: iteration)
    default: self
    }
  }
}
