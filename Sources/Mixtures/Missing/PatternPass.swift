internal import MixtureKernels

/// The E-step for rows with missing cells (Ghahramani & Jordan 1994): of every row the observed part has its marginal
/// density, which gives ℓ and the responsibilities, and the rest its conditional mean and covariance, which complete the
/// sums of the M-step.
///
/// A row without any cell has density 1 and responsibilities πₖ. As in EM by the book it takes part in the M-step, where
/// it holds the parameters back a little and moves no fixed point; it adds nothing to ℓ.
extension CenteredRows {
  /// One E-step with its sums, patterns in order.
  ///
  /// - Parameters:
  ///   - given: responsibilities to use instead of the E-step's.
  func passByPattern(
    _ mixture: KernelMixture, given: Membership?, scratch: AlignedBuffer?, threads: Int
  ) -> PassSums {
    let d = dimension
    let block = 1 + d + (mixture.structure.isDiagonal ? d : d * d)
    var total = Array(repeating: 0.0, count: 1 + mixture.components * block)
    for pattern in patterns {
      guard let rows = pattern.rows else {
        addEmpty(pattern, mixture, given, to: &total)
        continue
      }
      let own = given?.taking(pattern.places, of: count)
      if pattern.observed.count == d {
        let sums = rows.pass(mixture, given: own, scratch: scratch, threads: threads).values
        for e in sums.indices { total[e] += sums[e] }
      } else {
        let kernel = PatternKernel(mixture, observed: pattern.observed)
        kernel.add(rows.pass(kernel.marginal, given: own, scratch: scratch, threads: threads).values, to: &total)
      }
    }
    return PassSums(values: total)
  }

  /// log p of the observed part of every row, with log πₖ N and responsibilities, in the rows' order.
  func evaluationByPattern(_ mixture: KernelMixture) -> Evaluation {
    let k = mixture.components
    var densities = Array(repeating: 0.0, count: count)
    var joint = Matrix(rows: count, columns: k)
    var shares = Matrix(rows: count, columns: k)
    for pattern in patterns {
      let own = pattern.rows.map { rows in
        pattern.observed.count == dimension
          ? rows.evaluation(mixture) : rows.evaluation(PatternKernel(mixture, observed: pattern.observed).marginal)
      }
      for (row, place) in pattern.places.enumerated() {
        densities[place] = own?.logDensities[row] ?? 0
        for c in 0..<k {
          joint[place, c] = own?.logJoint[row, c] ?? Elementary.log(mixture.weights[c])
          shares[place, c] = own?.responsibilities[row, c] ?? mixture.weights[c]
        }
      }
    }
    return Evaluation(
      logDensities: densities, logJoint: joint, responsibilities: shares, weights: (0..<count).map { weight($0) })
  }

  /// A whole row whose every y has mean 0 and variance 1.
  private func addEmpty(
    _ pattern: RowPattern, _ mixture: KernelMixture, _ given: Membership?, to total: inout [Double]
  ) {
    let d = dimension
    let diagonal = mixture.structure.isDiagonal
    let block = 1 + d + (diagonal ? d : d * d)
    for k in 0..<mixture.components {
      let share = zip(pattern.places, pattern.weights).reduce(0.0) { sum, row in
        sum + row.1 * (given?.share(row.0, of: k, rows: count) ?? mixture.weights[k])
      }
      total[1 + k * block] += share
      for j in 0..<d { total[2 + d + k * block + (diagonal ? j : j * d + j)] += share }
    }
  }
}
