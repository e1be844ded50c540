internal import MixtureKernels

/// Turns a start into parameters.
struct StartBuilder: Sendable {
  let problem: EMProblem
  /// Complete rows.
  let samples: Samples
  let seed: UInt64
  let shared: SharedStarts
  /// That may work on one start.
  let threads: Int

  private var rows: CenteredRows { problem.rows }
  private var count: Int { problem.components }
  private var d: Int { rows.dimension }
  /// That a pass over the rows is worth sharing out between.
  private var passThreads: Int { problem.worthwhile(threads) }

  /// The weight that noise begins with where a start gives it no rows: enough to be found by rows that no Gaussian holds.
  static let firstNoise = 0.05

  /// What a start states: responsibilities, from which an M-step leads to parameters, or parameters themselves.
  enum Beginning {
    case responsibilities(Membership)
    case parameters(Parameters)
  }

  /// The start of this index, whose random numbers depend on the seed and the index alone.
  func parameters(for start: Start, index: Int) throws(FitError) -> Parameters {
    var result: Parameters
    switch try beginning(for: start, index: index) {
    case .responsibilities(let responsibilities): result = try fromResponsibilities(responsibilities)
    case .parameters(let parameters): result = parameters
    }
    guard let logDensity = problem.noiseLogDensity, (result.noise?.weight ?? 0) == 0 else { return result }
    result.noise = UniformNoise(weight: Self.firstNoise, logDensity: logDensity)
    for k in result.weights.indices { result.weights[k] *= 1 - Self.firstNoise }
    return result
  }

  func beginning(for start: Start, index: Int) throws(FitError) -> Beginning {
    switch start {
    case .kMeans: return .responsibilities(try owned(division(of: start, index).labels))
    case .kMeansPlusPlus, .randomFromData:
      let division = division(of: start, index)
      return .parameters(around(division.centers, division.labels))
    case .random:
      var generator = Division.generator(seed: seed, index: index)
      return .responsibilities(randomResponsibilities(using: &generator))
    case .labels(let labels): return .responsibilities(try indicators(labels))
    case .hierarchical:
      let tree = shared.tree ?? HierarchicalClustering(samples, seed: seed, threads: threads)
      return .responsibilities(try indicators(tree.labels(clusters: count)))
    case .mixture(let mixture): return .parameters(try from(mixture))
    case .given(let means, let weights, let precisions):
      return .parameters(try given(means, weights, precisions, index))
    }
  }

  private func division(of start: Start, _ index: Int) -> Division {
    shared.division(components: count, index: index)
      ?? Division(start, rows: rows, clusters: count, seed: seed, index: index, threads: passThreads)
  }

  private func randomResponsibilities(using generator: inout SeededGenerator) -> Membership {
    let (columns, n) = (count + (problem.noiseLogDensity == nil ? 0 : 1), rows.count)
    var result = Array(repeating: 0.0, count: columns * n)
    for i in 0..<n {
      // Normalised exponentials are uniform on the simplex.
      let draws = (0..<columns).map { _ in -Elementary.log(1 - generator.uniform()) }
      let sum = draws.reduce(0, +)
      for k in 0..<columns { result[k * n + i] = sum > 0 ? draws[k] / sum : 1 / Double(columns) }
    }
    return .shares(result)
  }

  /// Labels counted from 0; a row without one has no part in the M-step.
  private func indicators(_ labels: [Int?]) throws(FitError) -> Membership {
    guard labels.count == rows.count else {
      throw .badStart(reason: "it has \(labels.count) labels for \(rows.count) rows")
    }
    let columns = problem.noiseLogDensity == nil ? count : count + 1
    for case (let i, let label?) in labels.enumerated() where label < 0 || label >= columns {
      throw .badStart(reason: "row \(i + 1) has a label outside the \(count) components")
    }
    return try owned(labels.map { $0.map { Int32($0) } ?? -1 })
  }

  /// - Throws: `FitError.badStart` when a component has no row.
  private func owned(_ labels: [Int32]) throws(FitError) -> Membership {
    var used = Array(repeating: false, count: count + 1)
    for label in labels where label >= 0 { used[Int(label)] = true }
    if let missing = used.prefix(count).firstIndex(of: false) {
      throw .badStart(reason: "no row is labelled component \(missing + 1)")
    }
    return .labels(labels)
  }

  /// One M-step: means first, then covariances about them.
  private func fromResponsibilities(_ responsibilities: Membership) throws(FitError) -> Parameters {
    func pass(_ kernel: KernelMixture) -> PassSums {
      problem.pass(kernel, given: responsibilities, threads: passThreads)
    }
    let origin = unit(weights: nil, means: nil, structure: mk_diagonal)
    let first = problem.mStep(
      from: origin.parameters, origin.kernel, pass(origin.kernel), isStart: true, restricting: false)
    if let empty = first.counts.firstIndex(where: { $0 <= 0 }) { throw .empty(component: empty, iteration: 0) }
    let centered = unit(
      weights: first.parameters.weights, means: first.parameters.means,
      structure: problem.structure.isDiagonal ? mk_diagonal : mk_triangular)
    return problem.mStep(from: centered.parameters, centered.kernel, pass(centered.kernel), isStart: true).parameters
  }

  /// Equal weights, means at the centres, and the pooled covariance of the rows about their nearest centre.
  private func around(_ means: [Double], _ labels: [Int32]) -> Parameters {
    var pooled = rows.scatter(about: means, labels: labels, threads: passThreads)
    for e in pooled.indices {
      pooled[e] = (pooled[e] + (problem.completion?.lackingScatter[e] ?? 0)) / rows.totalWeight
    }
    for j in 0..<d { pooled[j * d + j] += problem.floor[j] }
    var scatters = Scatters(
      dimension: d, counts: Array(repeating: rows.totalWeight / Double(count), count: count),
      covariances: Array((0..<count).map { _ in pooled }.joined()))
    problem.family.project(&scatters)
    return equal(means: means, covariances: scatters.covariances)
  }

  private func aroundNearest(_ means: [Double]) -> Parameters {
    var clustering = Clustering(rows, clusters: count, threads: passThreads)
    clustering.start(at: means)
    return around(means, clustering.labels)
  }

  private func equal(means: [Double], covariances: [Double]) -> Parameters {
    Parameters(
      dimension: d, weights: Array(repeating: 1 / Double(count), count: count), means: means, covariances: covariances)
  }

  /// - Note: rows are divided among stated means only where the precisions are left out.
  private func given(
    _ means: Matrix?, _ weights: [Double]?, _ precisions: Precisions?, _ index: Int
  ) throws(FitError) -> Parameters {
    var result: Parameters
    if let means {
      guard means.rows == count, means.columns == d else {
        throw .badStart(reason: "its means are \(means.rows) × \(means.columns), not \(count) × \(d)")
      }
      guard means.values.allSatisfy(\.isFinite) else { throw .badStart(reason: "a mean is not a finite number") }
      let shifted = means.values.indices.map { means.values[$0] - rows.shift[$0 % d] }
      result = precisions == nil ? aroundNearest(shifted) : equal(means: shifted, covariances: [])
    } else {
      result = try fromResponsibilities(owned(division(of: .kMeans, index).labels))
    }
    if let weights {
      guard weights.count == count else { throw .badStart(reason: "it has \(weights.count) weights, not \(count)") }
      let sum = weights.reduce(0, +)
      guard weights.allSatisfy({ $0.isFinite && $0 > 0 }), abs(sum - 1) <= 1e-6 else {
        throw .badStart(reason: "its weights should be positive and add up to 1")
      }
      result.weights = weights.map { $0 / sum }
    }
    if let precisions {
      guard precisions.shape == problem.family.precisionShape else {
        throw .badStart(reason: "its precisions do not have the shape of a \(problem.family.name) covariance")
      }
      result.covariances = try precisions.covariances(components: count, dimension: d).flatMap(\.values)
      // Stated matrix by matrix, they need not belong to the family.
      if precisions.shape == .full { result.restrict(to: problem.family) }
    }
    return result
  }

  /// A mixture's own parameters, each covariance the family's nearest to it in likelihood.
  private func from(_ mixture: GaussianMixture) throws(FitError) -> Parameters {
    guard mixture.components == count, mixture.dimension == d else {
      throw .badStart(
        reason:
          "its mixture has \(mixture.components) components in \(mixture.dimension) dimensions, not \(count) in \(d)")
    }
    var result = Parameters(mixture, shift: rows.shift)
    let gaussians = mixture.weights.reduce(0, +)
    if let logDensity = problem.noiseLogDensity {
      result.noise = result.noise.map { UniformNoise(weight: $0.weight, logDensity: logDensity) }
    } else {
      result.noise = nil
      for k in result.weights.indices { result.weights[k] /= gaussians }
    }
    result.restrict(to: problem.family)
    return result
  }

  /// Parameters with unit covariances, so that whitened coordinates are distances from the means; with the completion's
  /// covariance where cells are missing, since that carries what their rows tell of them.
  func unit(weights: [Double]?, means: [Double]?, structure: mk_structure)
    -> (parameters: Parameters, kernel: KernelMixture)
  {
    let weights = weights ?? Array(repeating: 1 / Double(count), count: count)
    if let spread = problem.completion?.spread(weights: weights, means: means) { return spread }
    let identity = Matrix.identity(d).values
    let parameters = Parameters(
      dimension: d, weights: weights, means: means ?? Array(repeating: 0, count: count * d),
      covariances: Array((0..<count).map { _ in identity }.joined()),
      noise: problem.noiseLogDensity.map { UniformNoise(weight: Self.firstNoise, logDensity: $0) })
    return (parameters, KernelMixture(unit: parameters, structure: structure))
  }
}
