internal import MixtureKernels

/// The sums an M-step needs, in the whitened coordinates y = Lₖ⁻¹ (x − μₖ) of the parameters that entered.
struct PassSums {
  /// As `mk_pass` writes them, chunks added in order.
  let values: [Double]
  var logLikelihood: Double { values[0] }
}

extension CenteredRows {
  /// One E-step with its sums.
  ///
  /// - Parameters:
  ///   - given: responsibilities to use instead of the E-step's.
  ///   - scratch: space to use again from pass to pass on one thread, of `scratchCount` doubles.
  func pass(_ mixture: KernelMixture, given: Membership? = nil, scratch: AlignedBuffer? = nil, threads: Int = 1)
    -> PassSums
  {
    patterns.isEmpty
      ? completePass(mixture, given: given, scratch: scratch, threads: threads)
      : passByPattern(mixture, given: given, scratch: scratch, threads: threads)
  }

  /// The same over the rows as they lie, whatever cells were missing.
  func completePass(
    _ mixture: KernelMixture, given: Membership? = nil, scratch: AlignedBuffer? = nil, threads: Int = 1
  ) -> PassSums {
    mixture.withKernel { kernel in
      nonisolated(unsafe) let kernel = kernel
      let size = mk_sums_count(kernel.pointee.structure, mixture.components, dimension)
      func lend(_ given: mk_given) -> [Double] {
        nonisolated(unsafe) let given = given
        if chunks <= 1 {
          let space = scratch ?? AlignedBuffer(count: scratchCount(components: mixture.components))
          return withKernel { rows in
            Array(unsafeUninitializedCapacity: size) { sums, initialized in
              mk_pass(rows, kernel, given, 0, count, space.pointer, sums.baseAddress)
              initialized = size
              passed(0)
            }
          }
        }
        let total = OrderedSum(count: size)
        forEachChunk(components: mixture.components, threads: threads) { chunk, rows, range, space in
          total.add(chunk) { mk_pass(rows, kernel, given, range.lowerBound, range.upperBound, space, $0) }
        }
        return total.values
      }
      return PassSums(
        values: mixture.expanded(given?.withKernel(lend) ?? lend(mk_given(shares: nil, labels: nil))))
    }
  }

  /// How undecided the rows are between the components.
  func indecision(_ mixture: KernelMixture, threads: Int = 1) -> Indecision {
    guard patterns.isEmpty else { return Indecision(evaluationByPattern(mixture)) }
    let sums = classify(mixture, into: nil, threads: threads)
    return Indecision(entropy: max(sums[1], 0), penalty: max(2 * sums[2], 0))
  }

  /// The most responsible component of each row, counted from 0, the first one on a tie; K is the noise.
  func labels(_ mixture: KernelMixture, threads: Int = 1) -> [Int] {
    guard patterns.isEmpty else { return evaluationByPattern(mixture).labels }
    let labels = [Int32](unsafeUninitializedCapacity: count) { labels, initialized in
      _ = classify(mixture, into: labels.baseAddress, threads: threads)
      initialized = count
    }
    return labels.map { Int($0) }
  }

  private func classify(_ mixture: KernelMixture, into labels: UnsafeMutablePointer<Int32>?, threads: Int) -> [Double] {
    mixture.withKernel { kernel in
      nonisolated(unsafe) let (kernel, labels) = (kernel, labels)
      let total = OrderedSum(count: 3)
      forEachChunk(components: mixture.components, threads: threads) { chunk, rows, range, space in
        let own = labels.map { $0 + range.lowerBound }
        total.add(chunk) { mk_classify(rows, kernel, range.lowerBound, range.upperBound, space, own, $0) }
      }
      return total.values
    }
  }

  /// log p(xᵢ), n numbers.
  func logDensities(_ mixture: KernelMixture, threads: Int = 1) -> [Double] {
    guard patterns.isEmpty else { return evaluationByPattern(mixture).logDensities }
    return [Double](unsafeUninitializedCapacity: count) { density, initialized in
      evaluate(mixture, density: density.baseAddress, joint: nil, responsibility: nil, threads: threads)
      initialized = count
    }
  }

  func evaluation(_ mixture: KernelMixture, threads: Int = 1) -> Evaluation {
    guard patterns.isEmpty else { return evaluationByPattern(mixture) }
    let components = mixture.components
    var density = Array(repeating: 0.0, count: count)
    var joint = Matrix(rows: count, columns: components)
    var responsibility = Matrix(rows: count, columns: components)
    density.withUnsafeMutableBufferPointer { density in
      joint.values.withUnsafeMutableBufferPointer { joint in
        responsibility.values.withUnsafeMutableBufferPointer { responsibility in
          evaluate(
            mixture, density: density.baseAddress, joint: joint.baseAddress,
            responsibility: responsibility.baseAddress, threads: threads)
        }
      }
    }
    return Evaluation(
      logDensities: density, logJoint: joint, responsibilities: responsibility,
      weights: isWeighted ? (0..<count).map { weight($0) } : nil)
  }

  private func evaluate(
    _ mixture: KernelMixture, density: UnsafeMutablePointer<Double>?, joint: UnsafeMutablePointer<Double>?,
    responsibility: UnsafeMutablePointer<Double>?, threads: Int
  ) {
    let k = mixture.components
    mixture.withKernel { kernel in
      nonisolated(unsafe) let (kernel, density, joint, responsibility) = (kernel, density, joint, responsibility)
      forEachChunk(components: k, threads: threads) { _, rows, range, space in
        let from = range.lowerBound
        mk_evaluate(
          rows, kernel, from, range.upperBound, space, density.map { $0 + from }, joint.map { $0 + from * k },
          responsibility.map { $0 + from * k })
      }
    }
  }
}

/// How undecided rows are when each goes to its most responsible component.
struct Indecision: Sendable {
  /// −Σᵢₖ wᵢ rᵢₖ log rᵢₖ, in nats.
  let entropy: Double
  /// −2 Σᵢ wᵢ log maxₖ rᵢₖ: what the integrated complete-data likelihood (ICL) adds to BIC.
  let penalty: Double

  init(entropy: Double, penalty: Double) { (self.entropy, self.penalty) = (entropy, penalty) }

  init(_ evaluation: Evaluation) {
    self.init(entropy: evaluation.entropy, penalty: evaluation.classificationPenalty)
  }
}
