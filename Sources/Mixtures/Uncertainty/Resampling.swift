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

  /// The weights of all rows, of those without any cell too.
  private var weight: Double { samples.totalWeight + samples.emptyWeight }

  /// How many rows are drawn: as many as the weights of the rows add up to, so that a weighted row counts as copies.
  private var count: Int { max(Int(weight.rounded()), 1) }

  /// The sums of the weights up to every row; none where rows are not weighted.
  private var sums: [Double] {
    samples.weights?.reduce(into: []) { $0.append(($0.last ?? 0) + $1) } ?? []
  }

  /// Rows drawn with replacement, with a probability proportional to their weights.
  private func drawn(using generator: inout SeededGenerator) throws(FitError) -> Samples {
    let sums = sums
    var values: [Double] = []
    values.reserveCapacity(count * samples.dimension)
    for _ in 0..<count {
      let row =
        sums.isEmpty
        ? generator.integer(below: samples.rowCount) : sums.place(of: generator.uniform() * weight)
      values += samples[row: row]
    }
    return try Samples(values: values, columnNames: samples.columnNames, allowingMissing: !samples.isComplete)
  }

  private func reweighted(using generator: inout SeededGenerator) throws(FitError) -> Samples {
    var weights = (0..<samples.rowCount).map { -Elementary.log(1 - generator.uniform()) * samples.weight($0) }
    let sum = weights.reduce(0, +)
    for i in weights.indices { weights[i] *= weight / sum }
    return try Samples(
      values: samples.values, columnNames: samples.columnNames, weights: weights,
      allowingMissing: !samples.isComplete)
  }

  /// Rows drawn from the mixture, with the gaps of the rows, row by row.
  func simulated(using generator: inout SeededGenerator) throws(FitError) -> Samples {
    var values = mixture.sample(count, using: &generator).values
    if !samples.isComplete {
      let (sums, d) = (sums, samples.dimension)
      for i in 0..<count {
        let row = sums.isEmpty ? i : sums.place(of: (Double(i) + 0.5) / Double(count) * weight)
        for j in 0..<d where samples[row, j].isNaN { values[i * d + j] = .nan }
      }
    }
    return try Samples(values: values, columnNames: samples.columnNames, allowingMissing: !samples.isComplete)
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
