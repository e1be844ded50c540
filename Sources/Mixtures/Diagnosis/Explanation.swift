/// The E-step of one row at one iteration.
package struct RowExplanation: Sendable, Hashable {
  /// d numbers, NaN where the row lacks a cell; what follows is of the cells it has.
  package let values: [Double]
  /// log N(x | μₖ, Σₖ), K numbers in nats, and that of the noise where there is noise, as in the next two.
  package let logNormals: [Double]
  /// log πₖ + log N(x | μₖ, Σₖ), K numbers.
  package let logJoint: [Double]
  /// log p(x) = log Σₖ exp of `logJoint`.
  package let logDensity: Double
  /// exp(logJoint − logDensity), K numbers that add up to 1.
  package let responsibilities: [Double]
}

/// The M-step of one component at one iteration.
package struct ComponentUpdate: Sendable, Hashable {
  /// nₖ = Σᵢ wᵢ rᵢₖ
  package let count: Double
  /// πₖ = nₖ / n
  package let weight: Double
  /// μₖ = Σᵢ wᵢ rᵢₖ xᵢ / nₖ, d numbers.
  package let mean: [Double]
  /// Σₖ as the family allows it, floor included, d × d.
  package let covariance: Matrix
}

extension EMFit {
  /// How a row is shared out by the parameters of a step.
  ///
  /// - Parameters:
  ///   - row: 0 ..< n
  ///   - iteration: 0 ... iterations
  /// - Throws: `FitError.badOption` outside these.
  package func eStep(row: Int, iteration: Int) throws(FitError) -> RowExplanation {
    guard (0..<n).contains(row) else {
      throw .badOption(name: "row", reason: "is \(row + 1); the fit has rows 1 to \(n)")
    }
    try requireIteration(iteration, from: 0)
    let mixture = steps[iteration].mixture
    let values = Array(samples[row: row])
    let evaluation = mixture.evaluate(samples.part(rows: [row], columns: Array(values.indices)))
    let joint = evaluation.logJoint[row: 0]
    let weights = mixture.weights + [mixture.noise?.weight].compactMap(\.self)
    return RowExplanation(
      values: values, logNormals: joint.indices.map { joint[$0] - Elementary.log(weights[$0]) },
      logJoint: joint, logDensity: evaluation.logDensities[0],
      responsibilities: evaluation.responsibilities[row: 0])
  }

  /// How the M-step that led to a step set a component.
  ///
  /// - Parameters:
  ///   - component: 0 ..< K
  ///   - iteration: 1 ... iterations
  /// - Throws: `FitError.badOption` outside these.
  package func mStep(component: Int, iteration: Int) throws(FitError) -> ComponentUpdate {
    guard (0..<mixture.components).contains(component) else {
      throw .badOption(
        name: "component", reason: "is \(component + 1); the fit has components 1 to \(mixture.components)")
    }
    try requireIteration(iteration, from: 1)
    let responsibilities = steps[iteration - 1].mixture.responsibilities(samples, threads: options.threadCount)
    let result = steps[iteration].mixture
    return ComponentUpdate(
      count: (0..<n).reduce(0) { $0 + samples.weight($1) * responsibilities[$1, component] },
      weight: result.weights[component],
      mean: result.means[row: component], covariance: result.covariances[component])
  }

  private func requireIteration(_ iteration: Int, from first: Int) throws(FitError) {
    guard (first...max(iterations, first)).contains(iteration), iteration <= iterations else {
      throw .badOption(
        name: "iteration", reason: "is \(iteration); this fit has iterations \(first) to \(iterations)")
    }
  }
}
