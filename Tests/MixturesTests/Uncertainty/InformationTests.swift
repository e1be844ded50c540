import Foundation
import Mixtures
import Testing

/// Standard errors from the observed information.
@Suite struct InformationTests {
  @Test func theMaximumForWaitingTimes() throws {
    let reference = try Reference.json("worked_examples")["waiting_K2_mle"]
    let samples = try Reference.samples("waiting")
    let fit = try EMFit.fit(samples, EMOptions(components: 2, tolerance: 1e-13, floor: .none))
    let errors = try fit.informationErrors()
    let quantities: [Quantity] = [.weight(0), .mean(0, 0), .mean(1, 0), .deviation(0, 0), .deviation(1, 0)]
    let expected = reference["se_observed_information"].doubles
    #expect(expected.count == quantities.count)
    for (quantity, error) in zip(quantities, expected) {
      #expect(abs(errors[quantity].error / error - 1) < 1e-6, "\(quantity): \(errors[quantity].error), not \(error)")
    }
    #expect(errors[.weight(1)].error == errors[.weight(0)].error)
  }

  /// Fisher's: the mean's standard error is σ/√n, the variance's σ² √(2/n), a covariance's √((σᵢ²σⱼ² + σᵢⱼ²)/n).
  @Test(arguments: ["full", "tied"])
  func oneComponent(_ family: String) throws {
    let samples = try Reference.samples("faithful")
    let fit = try EMFit.fit(samples, EMOptions(components: 1, family: .named(family), floor: .none))
    let errors = try fit.informationErrors()
    let (n, covariance) = (Double(fit.n), fit.mixture.covariances[0])
    for j in 0..<2 {
      let deviation = covariance[j, j].squareRoot()
      #expect(abs(errors[.mean(0, j)].error / (deviation / n.squareRoot()) - 1) < 1e-10)
      #expect(abs(errors[.covariance(0, j, j)].error / (covariance[j, j] * (2 / n).squareRoot()) - 1) < 1e-10)
      #expect(abs(errors[.deviation(0, j)].error / (deviation / (2 * n).squareRoot()) - 1) < 1e-10)
    }
    let product = (covariance[0, 0] * covariance[1, 1] + covariance[1, 0] * covariance[1, 0]) / n
    #expect(abs(errors.covariance(0, 0, 1).error / product.squareRoot() - 1) < 1e-10)
    let weight = errors[.weight(0)]
    #expect([weight.value, weight.error, weight.low, weight.high] == [1, 0, 1, 1])
  }

  /// Components that share no row: binomial weights, and each component as if it were alone.
  @Test func componentsFarApart() throws {
    let data = try RandomData(seed: 5, rows: 200, dimension: 1, groups: 1).samples.values
    let values = data.enumerated().map { $0.offset % 4 == 0 ? $0.element + 60 : $0.element }
    let fit = try EMFit.fit(Samples(values: values, dimension: 1), EMOptions(components: 2, floor: .none))
    let errors = try fit.informationErrors()
    #expect(abs(errors[.weight(0)].error / (0.75 * 0.25 / 200).squareRoot() - 1) < 1e-9)
    #expect(abs(errors[.mean(1, 0)].error / (fit.mixture.covariances[1][0, 0] / 50).squareRoot() - 1) < 1e-9)
    #expect(
      abs(errors[.covariance(0, 0, 0)].error / (fit.mixture.covariances[0][0, 0] * (2.0 / 150).squareRoot()) - 1) < 1e-9
    )
  }

  /// Every family against second differences of ℓ, both worked out by other means.
  @Test(arguments: CovarianceFamily.all, [2, 3])
  func everyFamilyAgainstSecondDifferences(_ family: CovarianceFamily, _ components: Int) throws {
    let samples = try RandomData(seed: 77, rows: 90, dimension: 2, groups: components, separation: 3).samples
    let fit = try EMFit.fit(
      samples,
      EMOptions(components: components, family: family, restarts: 3, tolerance: 0, maxIterations: 3000, floor: .none))
    let errors = try fit.informationErrors()
    try expect(errors, of: fit) { Naive(mixture: $0).logLikelihood(samples) }
  }

  /// Rows that lack a cell count with what they have.
  @Test(arguments: ["full", "tied", "spherical"])
  func missingCells(_ family: String) throws {
    var values = try RandomData(seed: 78, rows: 120, dimension: 2, groups: 2, separation: 3).samples.values
    for i in 0..<120 where i % 4 == 0 { values[2 * i + i / 4 % 2] = .nan }
    (values[20], values[21]) = (.nan, .nan)
    let samples = try Samples(values: values, columnNames: ["x", "y"], allowingMissing: true)
    let fit = try EMFit.fit(
      samples,
      EMOptions(
        components: 2, family: .named(family), restarts: 2, tolerance: 0, maxIterations: 1500, floor: .none))
    try expect(fit.informationErrors(), of: fit) { $0.logLikelihood(samples) }
  }

  /// With x always there and y now and then, the errors of x are those of x alone.
  @Test func missingCellsOfOneComponent() throws {
    var values = try Reference.samples("faithful").values
    for i in 0..<272 where i % 3 == 0 { values[2 * i + 1] = .nan }
    let samples = try Samples(values: values, columnNames: ["x", "y"], allowingMissing: true)
    let fit = try EMFit.fit(samples, EMOptions(components: 1, tolerance: 1e-15, maxIterations: 5000, floor: .none))
    let (errors, variance) = (try fit.informationErrors(), fit.mixture.covariances[0][0, 0])
    #expect(abs(errors[.mean(0, 0)].error / (variance / 272).squareRoot() - 1) < 1e-7)
    #expect(abs(errors[.covariance(0, 0, 0)].error / (variance * (2.0 / 272).squareRoot()) - 1) < 1e-7)
    let alone = (fit.mixture.covariances[0][1, 1] / 272).squareRoot()
    #expect(errors[.mean(0, 1)].error > alone && errors[.mean(0, 1)].error < alone * 1.5.squareRoot())
  }

  private func expect(_ errors: ParameterErrors, of fit: EMFit, _ logLikelihood: (GaussianMixture) -> Double) throws {
    let plane = try #require(PlaneChart(fit))
    let spread = fit.samples.covariance.diagonal.map { $0.squareRoot() }
    for (quantity, error) in plane.errors(logLikelihood) {
      let actual = errors[quantity].error
      let scale: Double =
        switch quantity {
        case .covariance(_, let i, let j): spread[i] * spread[j]
        case .mean(_, let j), .deviation(_, let j): spread[j]
        case .weight, .noise: 1
        }
      #expect(
        abs(actual - error) < 1e-5 * error + 1e-8 * scale,
        "\(fit.options.family) \(quantity): \(actual), not \(error)")
    }
  }

  @Test func intervalsStayInRange() throws {
    let samples = try RandomData(seed: 9, rows: 40, dimension: 2, groups: 2, separation: 2).samples
    let fit = try EMFit.fit(samples, EMOptions(components: 2, tolerance: 1e-10))
    let errors = try fit.informationErrors(level: 0.999)
    for k in 0..<2 {
      let weight = errors[.weight(k)]
      #expect(weight.low > 0 && weight.low < weight.value && weight.value < weight.high && weight.high < 1)
      for j in 0..<2 {
        #expect(errors[.deviation(k, j)].low > 0)
        let (variance, deviation) = (errors[.covariance(k, j, j)], errors[.deviation(k, j)])
        #expect(abs(variance.low / (deviation.low * deviation.low) - 1) < 1e-10)
        #expect(abs(variance.high / (deviation.high * deviation.high) - 1) < 1e-10)
        let mean = errors[.mean(k, j)]
        #expect(abs((mean.high - mean.value) / mean.error - 3.2905267314919255) < 1e-8)
      }
    }
  }

  /// A row of weight w is w copies of it.
  @Test func weightedRowsAreCopies() throws {
    let samples = try RandomData(seed: 12, rows: 80, dimension: 2, groups: 2).samples
    let counts = (0..<80).map { $0 % 3 + 1 }
    let copies = (0..<80).flatMap { i in (0..<counts[i]).flatMap { _ in Array(samples[row: i]) } }
    let weighted = try Samples(values: samples.values, columnNames: ["x", "y"], weights: counts.map(Double.init))
    let start = Start.given(means: Matrix([[-5, 0], [5, 0]]), weights: nil, precisions: nil)
    let fits = try [weighted, Samples(values: copies, dimension: 2)].map { samples in
      try EMFit.fit(samples, EMOptions(components: 2, start: start, tolerance: 1e-13, floor: .none))
    }
    let errors = try fits.map { try $0.informationErrors() }
    for quantity in Quantity.all(of: fits[0].mixture) {
      #expect(abs(errors[0][quantity].error / errors[1][quantity].error - 1) < 1e-7, "\(quantity)")
    }
  }

  /// Noise far wider than one component: its weight is binomial, and ℓ has the second difference that its error says.
  @Test func theWeightOfNoise() throws {
    var values = try RandomData(seed: 4, rows: 150, dimension: 1, groups: 1).samples.values
    for i in 0..<30 { values.append(Double(i) * 4 - 50) }
    let samples = try Samples(values: values, dimension: 1)
    let fit = try EMFit.fit(
      samples, EMOptions(components: 1, tolerance: 1e-13, floor: .none, noise: .volume(200)))
    let errors = try fit.informationErrors()
    let noise = try #require(fit.mixture.noise)
    #expect(abs(errors[.noise].error - errors[.weight(0)].error) < 1e-15)
    // All but a few rows are plainly one or the other, which makes the error a little more than the binomial one.
    let binomial = (noise.weight * (1 - noise.weight) / 180).squareRoot()
    #expect(errors[.noise].error > binomial && errors[.noise].error < 1.2 * binomial)
    // With one number free at a time, ℓ'' = −(c² I⁻¹ c)⁻¹ at least.
    let h = 1e-4
    let levels = try [-h, 0, h].map { step in
      try GaussianMixture(
        weights: [1 - noise.weight - step], means: fit.mixture.means, covariances: fit.mixture.covariances,
        noise: UniformNoise(weight: noise.weight + step, logDensity: noise.logDensity)
      ).logLikelihood(samples)
    }
    let curvature = (2 * levels[1] - levels[0] - levels[2]) / (h * h)
    #expect(1 / curvature.squareRoot() <= errors[.noise].error && 1 / curvature.squareRoot() > binomial)
  }

  @Test func theSameForAnyNumberOfThreads() throws {
    let samples = try RandomData(seed: 3, rows: 5000, dimension: 2, groups: 2).samples
    let fits = try [1, 2].map { try EMFit.fit(samples, EMOptions(components: 2, restarts: 1, threads: $0)) }
    let (errors, mixtures) = (try fits.map { try $0.informationErrors() }, fits.map(\.mixture))
    for quantity in Quantity.all(of: mixtures[0]) { #expect(errors[0][quantity] == errors[1][quantity]) }
  }

  // MARK: What is refused

  private func message(_ body: () throws -> Void) -> String? {
    (#expect(throws: UncertaintyError.self) { try body() })?.description
  }

  private func start(_ means: [[Double]]) -> Start { .given(means: Matrix(means), weights: nil, precisions: nil) }

  @Test func aFitThatIsNoMaximum() throws {
    let samples = try Reference.samples("faithful")
    func fit(from means: [[Double]], _ iterations: Int) throws -> EMFit {
      try EMFit.fit(samples, EMOptions(components: 2, start: start(means), maxIterations: iterations))
    }
    let early = try fit(from: [[3, 60], [4, 80]], 2)
    #expect(
      message { _ = try early.informationErrors() }
        == "the fit is not at a maximum of the log-likelihood, which lies about 10.7 standard errors away, so it has no "
        + "standard errors from its curvature; raise max_iterations")
    let flat = try fit(from: [[3.4, 70.5], [3.6, 71.5]], 1)
    #expect(
      message { _ = try flat.informationErrors() }
        == "the log-likelihood does not fall on every side of the fit (it is flat or rises along the covariance of component 2),"
        + " so the fit is not at a maximum and has no standard errors from its curvature; raise max_iterations")
    let saddle = try fit(from: [[3.5, 71], [3.5, 71]], 100)
    for body in [
      { _ = try saddle.informationErrors() }, { _ = try saddle.bootstrapErrors(BootstrapOptions()) },
      { _ = try BootstrapTest.test(saddle, BootstrapTest.Plan(options: saddle.options)) },
    ] {
      #expect(
        message(body)
          == "components 1 and 2 lie on top of each other, so the fit is not at a maximum and its parameters have no "
          + "standard errors; try another start or fewer components")
    }
  }

  @Test func aSpikeOfTheLikelihood() throws {
    let samples = try Reference.samples("faithful")
    let fit = try EMFit.fit(samples, EMOptions(components: 5, family: .diagonal, restarts: 1, seed: 4))
    #expect(
      message { _ = try fit.informationErrors() }
        == "component 4 rides on a few aligned rows: its smallest variance is 1.0 times the floor; a spike of the "
        + "likelihood has no standard errors that mean anything; ask for fewer components, a simpler covariance or a "
        + "larger floor")
  }

  /// Drawn with replacement, four rows seldom leave two components a width.
  @Test func tooFewReplicatesAreSound() throws {
    let samples = try Samples(values: [0, 0.1, 9, 9.1], columnNames: ["x"])
    let fit = try EMFit.fit(samples, EMOptions(components: 2, restarts: 1))
    #expect(
      message { _ = try fit.bootstrapErrors(BootstrapOptions(replicates: 2)) }
        == "only 1 of 2 replicates gave a sound fit (0 failed, 1 were spurious), too few for standard errors; ask for fewer"
        + " components, a simpler covariance or a larger floor")
  }
}
