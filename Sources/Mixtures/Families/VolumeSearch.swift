/// Newton's method for the logarithms lₖ of the volumes of covariances of one shape: see `CommonShape`.
struct VolumeSearch {
  /// The Sₖ side by side, each as d variances along the axes or as d × d numbers.
  private let own: [Double]
  private let shares: [Double]
  private let dimension: Int
  private let along: Bool
  private(set) var state: State
  /// Where the next step is worked out.
  private var spare: State
  /// K × K, and a vector of K.
  private var hessian: [Double]
  private var step: [Double]

  struct State {
    /// l, with a mean Σₖ (nₖ / n) lₖ of 0.
    fileprivate(set) var logVolumes: [Double]
    /// f(l) = log |M|
    fileprivate(set) var value = Double.infinity
    /// M
    fileprivate(set) var shape: [Double]
    /// Its Cholesky factor, unless it is along the axes.
    fileprivate(set) var factor: [Double]
    /// M^(−1/2) (nₖ / n) exp(−lₖ) Sₖ M^(−1/2), which add up to the identity.
    fileprivate(set) var parts: [Double]
    /// Their traces, which add up to d.
    fileprivate(set) var traces: [Double]
  }

  init(own: [Double], shares: [Double], dimension: Int, along: Bool) {
    (self.own, self.shares, self.dimension, self.along) = (own, shares, dimension, along)
    let count = shares.count
    let size = along ? dimension : dimension * dimension
    func zeros(_ count: Int) -> [Double] { Array(repeating: 0, count: count) }
    func empty() -> State {
      State(
        logVolumes: zeros(count), shape: zeros(size), factor: along ? [] : zeros(size), parts: zeros(own.count),
        traces: zeros(count))
    }
    (state, spare, hessian, step) = (empty(), empty(), zeros(count * count), zeros(count))
  }

  /// Takes this l where f is lower there than so far; false where its shape is not positive definite.
  mutating func start(at logVolumes: [Double]) -> Bool {
    guard logVolumes.allSatisfy(\.isFinite), evaluate(logVolumes) else { return false }
    if spare.value < state.value { swap(&state, &spare) }
    return true
  }

  mutating func descend() {
    let count = shares.count
    for _ in 0..<60 {
      let rounding = 1e-14 * (1 + abs(state.value))
      if newtonStep(), evaluate((0..<count).map { state.logVolumes[$0] + step[$0] }),
        spare.value <= state.value + rounding
      {
        swap(&state, &spare)
        if step.allSatisfy({ abs($0) < 1e-9 }) { return }
        continue
      }
      let alternation = (0..<count).map { k in
        state.logVolumes[k] + Elementary.log(state.traces[k] / (shares[k] * Double(dimension)))
      }
      guard evaluate(alternation), spare.value < state.value else { return }
      swap(&state, &spare)
    }
  }

  /// tr(Sₖ M⁻¹) of covariances in the form of those searched with.
  func traces(of covariances: [Double], _ count: Int) -> [Double] {
    let d = dimension
    let size = along ? d : d * d
    var whitened = covariances
    return whitened.withUnsafeMutableBufferPointer { whitened in
      (0..<count).map { k in
        var sum = 0.0
        if along {
          for j in 0..<d { sum += whitened[k * d + j] / state.shape[j] }
        } else if let block = whitened.baseAddress {
          Cholesky.whiten(block + k * size, by: state.factor, dimension: d)
          for j in 0..<d { sum += whitened[k * size + j * d + j] }
        }
        return sum
      }
    }
  }

  /// Works out −H⁻¹ ∇f, shortened to lie within a factor e² of every volume; false where the Hessian is singular beyond
  /// the direction (1, …, 1), along which f does not change.
  private mutating func newtonStep() -> Bool {
    let count = shares.count
    let size = count > 0 ? own.count / count : 0
    let solved = hessian.withUnsafeMutableBufferPointer { hessian in
      step.withUnsafeMutableBufferPointer { step in
        state.parts.withUnsafeBufferPointer { parts -> Bool in
          guard let upper = hessian.baseAddress, let right = step.baseAddress, let parts = parts.baseAddress else {
            return false
          }
          for k in 0..<count {
            right[k] = state.traces[k] - shares[k] * Double(dimension)
            for l in k..<count {
              upper[k * count + l] = 1 / Double(count) - Self.inner(parts + k * size, parts + l * size, size)
            }
            upper[k * count + k] += state.traces[k]
          }
          return SymmetricSolver.solve(upper, right, count: count)
        }
      }
    }
    guard solved else { return false }
    var longest = 0.0
    for part in step { longest = max(longest, abs(part)) }
    guard longest.isFinite else { return false }
    if longest > 2 { for k in step.indices { step[k] *= 2 / longest } }
    return true
  }

  /// Σ aᵢ bᵢ in four sums, so that none waits for another.
  private static func inner(_ a: UnsafePointer<Double>, _ b: UnsafePointer<Double>, _ count: Int) -> Double {
    var (first, second, third, fourth, i) = (0.0, 0.0, 0.0, 0.0, 0)
    while i + 4 <= count {
      first += a[i] * b[i]
      second += a[i + 1] * b[i + 1]
      third += a[i + 2] * b[i + 2]
      fourth += a[i + 3] * b[i + 3]
      i += 4
    }
    while i < count {
      first += a[i] * b[i]
      i += 1
    }
    return (first + second) + (third + fourth)
  }

  /// Works out f, and what its derivatives need, in `spare`; false where M is not positive definite.
  private mutating func evaluate(_ logVolumes: [Double]) -> Bool {
    let (d, count) = (dimension, shares.count)
    guard count > 0 else { return false }
    let size = own.count / count
    // f does not change when all l change alike: their mean is held at 0.
    var middle = 0.0
    for k in 0..<count { middle += shares[k] * logVolumes[k] }
    for e in 0..<size { spare.shape[e] = 0 }
    for k in 0..<count {
      spare.logVolumes[k] = logVolumes[k] - middle
      let factor = shares[k] * Elementary.exp(-spare.logVolumes[k])
      for e in k * size..<(k + 1) * size { spare.parts[e] = factor * own[e] }
      for e in 0..<size { spare.shape[e] += spare.parts[k * size + e] }
    }
    guard along ? divideByShape() : whitenByShape() else { return false }
    for k in 0..<count {
      var sum = 0.0
      for j in 0..<d { sum += spare.parts[k * size + (along ? j : j * d + j)] }
      guard sum > 0 else { return false }
      spare.traces[k] = sum
    }
    return spare.value.isFinite
  }

  private mutating func divideByShape() -> Bool {
    let d = dimension
    var value = 0.0
    for j in 0..<d {
      guard spare.shape[j] > 0, spare.shape[j].isFinite else { return false }
      value += Elementary.log(spare.shape[j])
      for k in shares.indices { spare.parts[k * d + j] /= spare.shape[j] }
    }
    spare.value = value
    return true
  }

  private mutating func whitenByShape() -> Bool {
    let d = dimension
    for e in spare.shape.indices { spare.factor[e] = spare.shape[e] }
    guard spare.factor.withUnsafeMutableBufferPointer({ Cholesky.factor($0, dimension: d) }) else { return false }
    var value = 0.0
    for j in 0..<d { value += 2 * Elementary.log(spare.factor[j * d + j]) }
    spare.value = value
    spare.parts.withUnsafeMutableBufferPointer { parts in
      spare.factor.withUnsafeBufferPointer { factor in
        guard let parts = parts.baseAddress, let factor = factor.baseAddress else { return }
        for k in shares.indices { Cholesky.whiten(parts + k * d * d, by: factor, dimension: d) }
      }
    }
    return true
  }
}
