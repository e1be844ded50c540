/// Rows like those a mixture was fitted to.
struct Resampling {
  let samples: Samples
  let mixture: GaussianMixture

  init(_ samples: Samples, _ mixture: GaussianMixture) {
    self.samples = samples
    self.mixture = mixture
  }

  func rows(_ kind: BootstrapOptions.Kind, using generator: inout SeededGenerator) throws(FitError) -> Samples {
    switch kind {
    case .nonparametric: try drawn(using: &generator)
    case .weighted: try reweighted(using: &generator)
    case .parametric: try simulated(using: &generator)
    }
  }

  /// How many rows are drawn: as many as the weights of the rows add up to, so that a weighted row counts as copies.
  private var count: Int { max(Int(samples.totalWeight.rounded()), 1) }

  /// Rows drawn with replacement, with a probability proportional to their weights.
  private func drawn(using generator: inout SeededGenerator) throws(FitError) -> Samples {
    var sums: [Double] = []
    if let weights = samples.weights {
      for weight in weights { sums.append((sums.last ?? 0) + weight) }
    }
    var values: [Double] = []
    values.reserveCapacity(count * samples.dimension)
    for _ in 0..<count {
      let row =
        sums.isEmpty
        ? generator.integer(below: samples.rowCount) : sums.place(of: generator.uniform() * samples.totalWeight)
      values += samples[row: row]
    }
    return try Samples(values: values, columnNames: samples.columnNames)
  }

  private func reweighted(using generator: inout SeededGenerator) throws(FitError) -> Samples {
    var weights = (0..<samples.rowCount).map { -Elementary.log(1 - generator.uniform()) * samples.weight($0) }
    let sum = weights.reduce(0, +)
    for i in weights.indices { weights[i] *= samples.totalWeight / sum }
    return try Samples(values: samples.values, columnNames: samples.columnNames, weights: weights)
  }

  func simulated(using generator: inout SeededGenerator) throws(FitError) -> Samples {
    try Samples(values: mixture.sample(count, using: &generator).values, columnNames: samples.columnNames)
  }
}

extension [Double] {
  /// The first index whose entry, of ascending ones, lies above the target; the last at most.
  fileprivate func place(of target: Double) -> Int {
    var (low, high) = (0, count - 1)
    while low < high {
      let middle = (low + high) / 2
      if self[middle] > target { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
