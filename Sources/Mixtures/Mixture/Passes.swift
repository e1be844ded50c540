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
  ///   - given: responsibilities to use instead of the E-step's, K × padded rows.
  ///   - scratch: space to use again from pass to pass, of `scratchCount` doubles.
  func pass(_ mixture: KernelMixture, given: AlignedBuffer? = nil, scratch: AlignedBuffer? = nil, threads: Int = 1)
    -> PassSums
  {
    guard patterns.isEmpty else { return passByPattern(mixture, given: given, scratch: scratch, threads: threads) }
    let parts = Parallel.map(chunks, threads: threads) { chunk in
      passChunk(
        chunk, mixture, given,
        (threads == 1 ? scratch : nil) ?? AlignedBuffer(count: scratchCount(components: mixture.components)))
    }
    var total = parts[0]
    for part in parts.dropFirst() {
      for index in total.indices { total[index] += part[index] }
    }
    return PassSums(values: total)
  }

  /// Scratch space, in doubles, that suffices for K components of any structure.
  func scratchCount(components: Int) -> Int {
    var shape = mk_mixture(structure: 0, components: components, means: nil, factors: nil, offsets: nil)
    return mk_scratch_count(&shape, dimension)
  }

  private func passChunk(_ chunk: Int, _ mixture: KernelMixture, _ given: AlignedBuffer?, _ scratch: AlignedBuffer)
    -> [Double]
  {
    withKernel { rows in
      mixture.withKernel { kernel in
        let range = range(chunk)
        let size = mk_sums_count(kernel, dimension)
        return Array(unsafeUninitializedCapacity: size) { sums, count in
          mk_pass(rows, kernel, given?.pointer, range.from, range.to, scratch.pointer, sums.baseAddress)
          count = size
        }
      }
    }
  }

  /// log p(xᵢ), n numbers.
  func logDensities(_ mixture: KernelMixture) -> [Double] {
    guard patterns.isEmpty else { return evaluationByPattern(mixture).logDensities }
    let density = AlignedBuffer(count: paddedCount)
    evaluate(mixture, density: density, joint: nil, responsibility: nil)
    return (0..<count).map { density.pointer[$0] }
  }

  func evaluation(_ mixture: KernelMixture) -> Evaluation {
    guard patterns.isEmpty else { return evaluationByPattern(mixture) }
    let components = mixture.components
    let density = AlignedBuffer(count: paddedCount)
    let joint = AlignedBuffer(count: components * paddedCount)
    let responsibility = AlignedBuffer(count: components * paddedCount)
    evaluate(mixture, density: density, joint: joint, responsibility: responsibility)
    return Evaluation(
      logDensities: (0..<count).map { density.pointer[$0] }, logJoint: byRow(joint, components),
      responsibilities: byRow(responsibility, components),
      weights: isWeighted ? (0..<count).map { weight($0) } : nil)
  }

  private func evaluate(
    _ mixture: KernelMixture, density: AlignedBuffer, joint: AlignedBuffer?, responsibility: AlignedBuffer?
  ) {
    withKernel { rows in
      mixture.withKernel { kernel in
        let scratch = AlignedBuffer(count: mk_scratch_count(kernel, dimension))
        mk_evaluate(
          rows, kernel, 0, groups, scratch.pointer, density.pointer, joint?.pointer, responsibility?.pointer)
      }
    }
  }

  /// K × padded rows → n × K.
  private func byRow(_ buffer: AlignedBuffer, _ components: Int) -> Matrix {
    let values = [Double](unsafeUninitializedCapacity: count * components) { target, initialized in
      for k in 0..<components {
        for i in 0..<count { target[i * components + k] = buffer.pointer[k * paddedCount + i] }
      }
      initialized = count * components
    }
    return Matrix(rows: count, columns: components, values: values)
  }
}
