internal import MixtureKernels

/// The sums an M-step needs, in the whitened coordinates y = Lₖ⁻¹ (x − μₖ) of the parameters that entered.
struct PassSums {
  /// As `mk_pass` writes them, chunks added in order.
  let values: [Double]
  var logLikelihood: Double { values[0] }
}

extension PackedRows {
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

  /// ℓ, what rows are undecided about, and the most responsible component of each.
  func classification(_ mixture: KernelMixture, threads: Int = 1) -> Classification {
    guard patterns.isEmpty else { return Classification(evaluationByPattern(mixture)) }
    let labels = Array(unsafeUninitializedCapacity: count) { (labels: inout UnsafeMutableBufferPointer<Int32>, size) in
      labels.initialize(repeating: 0)
      size = count
    }
    return classification(mixture, into: labels, threads: threads)
  }

  private func classification(_ mixture: KernelMixture, into labels: consuming [Int32], threads: Int) -> Classification
  {
    let sums = labels.withUnsafeMutableBufferPointer { labels in
      mixture.withKernel { kernel in
        nonisolated(unsafe) let (kernel, labels) = (kernel, labels.baseAddress!)
        let total = OrderedSum(count: 3)
        forEachChunk(components: mixture.components, threads: threads) { chunk, rows, range, space in
          total.add(chunk) {
            mk_classify(rows, kernel, range.lowerBound, range.upperBound, space, labels + range.lowerBound, $0)
          }
        }
        return total.values
      }
    }
    return Classification(labels: labels, entropy: max(sums[1], 0), penalty: max(2 * sums[2], 0))
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

/// What becomes of rows when each goes to its most responsible component.
struct Classification: Sendable {
  /// Counted from 0, the first on a tie; K is the noise.
  let labels: [Int32]
  /// −Σᵢₖ wᵢ rᵢₖ log rᵢₖ, in nats.
  let entropy: Double
  /// −2 Σᵢ wᵢ log maxₖ rᵢₖ: what the integrated complete-data likelihood (ICL) adds to BIC.
  let penalty: Double

  init(labels: [Int32], entropy: Double, penalty: Double) {
    (self.labels, self.entropy, self.penalty) = (labels, entropy, penalty)
  }

  init(_ evaluation: Evaluation) {
    self.init(
      labels: evaluation.labels.map { Int32($0) }, entropy: evaluation.entropy,
      penalty: evaluation.classificationPenalty)
  }
}
