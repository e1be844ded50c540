/// Newton's method for the logarithms lₖ of the volumes of covariances of one shape, in space lent to it: see
/// `CommonShape`.
struct VolumeSearch {
  /// Components with rows and a volume: one without rows has no say, and one on a single point no volume.
  private let count: Int
  private let dimension: Int
  private let along: Bool
  /// d or d × d
  private let size: Int
  /// The places of these components among all, and their nₖ / n, which add up to 1.
  private let places: [Int]
  private let shares: UnsafeMutablePointer<Double>
  /// Their Sₖ side by side, each as d variances along the axes or as d × d numbers.
  private let own: UnsafeMutablePointer<Double>
  private(set) var state: State
  /// Where the next step is worked out.
  private var spare: State
  /// K × K, and two vectors of K.
  private let hessian: UnsafeMutablePointer<Double>
  private let step: UnsafeMutablePointer<Double>
  private let proposal: UnsafeMutablePointer<Double>

  struct State {
    /// f(l) = log |M|
    fileprivate var value = Double.infinity
    /// l, with a mean Σₖ (nₖ / n) lₖ of 0.
    fileprivate let logVolumes: UnsafeMutablePointer<Double>
    /// tr of the parts, which add up to d.
    fileprivate let traces: UnsafeMutablePointer<Double>
    /// M
    let shape: UnsafeMutablePointer<Double>
    /// Its Cholesky factor, unless it is along the axes.
    fileprivate let factor: UnsafeMutablePointer<Double>
    /// M^(−1/2) (nₖ / n) exp(−lₖ) Sₖ M^(−1/2), which add up to the identity.
    fileprivate let parts: UnsafeMutablePointer<Double>

    fileprivate init(_ space: UnsafeMutablePointer<Double>, _ count: Int, _ size: Int) {
      logVolumes = space
      traces = logVolumes + count
      shape = traces + count
      factor = shape + size
      parts = factor + size
    }
  }

  static func spaceCount(components count: Int, size: Int) -> Int {
    let state = 2 * count + 2 * size + count * size
    return max(2 * state + count * size + count * count + 3 * count, 1)
  }

  init(_ all: [Double], along: Bool, _ scatters: Scatters, space: UnsafeMutablePointer<Double>) {
    let d = scatters.dimension
    let size = along ? d : d * d
    let every = scatters.shares
    places = (0..<scatters.components).filter { every[$0] > 0 && Self.trace(all, $0, d, along) > 0 }
    let count = places.count
    (self.count, self.dimension, self.along, self.size) = (count, d, along, size)
    shares = space
    step = shares + count
    proposal = step + count
    hessian = proposal + count
    own = hessian + count * count
    state = State(own + count * size, count, size)
    spare = State(state.parts + count * size, count, size)
    let whole = places.reduce(0) { $0 + every[$1] }
    for (k, place) in places.enumerated() {
      shares[k] = every[place] / whole
      for e in 0..<size { own[k * size + e] = all[place * size + e] }
    }
  }

  private static func trace(_ values: [Double], _ k: Int, _ d: Int, _ along: Bool) -> Double {
    var sum = 0.0
    for j in 0..<d { sum += along ? values[k * d + j] : values[(k * d + j) * d + j] }
    return sum
  }

  /// Goes to the minimum; false where no start has a shape that is positive definite.
  mutating func run(_ scatters: Scatters) -> Bool {
    let d = dimension
    for k in 0..<count {
      var trace = 0.0
      for j in 0..<d { trace += own[k * size + (along ? j : j * d + j)] }
      proposal[k] = Elementary.log(trace)
    }
    consider()
    if let previous = scatters.previous {
      for (k, place) in places.enumerated() { proposal[k] = Elementary.log(Self.trace(previous, place, d, false)) }
      consider()
    }
    guard state.value < .infinity else { return false }
    descend()
    return true
  }

  /// tr(Sₖ M⁻¹) / d of all components.
  func volumes(of all: [Double], _ result: inout [Double]) {
    let d = dimension
    for k in result.indices {
      var sum = 0.0
      if along {
        for j in 0..<d { sum += all[k * d + j] / state.shape[j] }
      } else {
        let block = spare.factor
        for e in 0..<size { block[e] = all[k * size + e] }
        Cholesky.whiten(block, by: state.factor, dimension: d)
        for j in 0..<d { sum += block[j * d + j] }
      }
      result[k] = sum / Double(d)
    }
  }

  /// Takes the proposed l where f is lower there than so far.
  private mutating func consider() {
    for k in 0..<count where !proposal[k].isFinite { return }
    if evaluate(), spare.value < state.value { swap(&state, &spare) }
  }

  private mutating func descend() {
    for _ in 0..<60 {
      let rounding = 1e-14 * (1 + abs(state.value))
      if newtonStep() {
        for k in 0..<count { proposal[k] = state.logVolumes[k] + step[k] }
        if evaluate(), spare.value <= state.value + rounding {
          swap(&state, &spare)
          if (0..<count).allSatisfy({ abs(step[$0]) < 1e-9 }) { return }
          continue
        }
      }
      for k in 0..<count {
        proposal[k] = state.logVolumes[k] + Elementary.log(state.traces[k] / (shares[k] * Double(dimension)))
      }
      guard evaluate(), spare.value < state.value else { return }
      swap(&state, &spare)
    }
  }

  /// Works out −H⁻¹ ∇f, shortened to lie within a factor e² of every volume; false where the Hessian is singular beyond
  /// the direction (1, …, 1), along which f does not change.
  private func newtonStep() -> Bool {
    for k in 0..<count {
      step[k] = state.traces[k] - shares[k] * Double(dimension)
      for l in k..<count {
        hessian[k * count + l] =
          1 / Double(count) - Self.inner(state.parts + k * size, state.parts + l * size, size)
      }
      hessian[k * count + k] += state.traces[k]
    }
    guard SymmetricSolver.solve(hessian, step, count: count) else { return false }
    var longest = 0.0
    for k in 0..<count { longest = max(longest, abs(step[k])) }
    guard longest.isFinite else { return false }
    if longest > 2 { for k in 0..<count { step[k] *= 2 / longest } }
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

  /// Works out f at the proposed l, and what its derivatives need, in `spare`; false where M is not positive definite.
  private mutating func evaluate() -> Bool {
    guard count > 0 else { return false }
    // f does not change when all l change alike: their mean is held at 0.
    var middle = 0.0
    for k in 0..<count { middle += shares[k] * proposal[k] }
    for e in 0..<size { spare.shape[e] = 0 }
    for k in 0..<count {
      spare.logVolumes[k] = proposal[k] - middle
      let factor = shares[k] * Elementary.exp(-spare.logVolumes[k])
      let part = spare.parts + k * size
      for e in 0..<size {
        part[e] = factor * own[k * size + e]
        spare.shape[e] += part[e]
      }
    }
    guard along ? divideByShape() : whitenByShape() else { return false }
    for k in 0..<count {
      var sum = 0.0
      for j in 0..<dimension { sum += spare.parts[k * size + (along ? j : j * dimension + j)] }
      guard sum > 0 else { return false }
      spare.traces[k] = sum
    }
    return spare.value.isFinite
  }

  private mutating func divideByShape() -> Bool {
    var value = 0.0
    for j in 0..<dimension {
      guard spare.shape[j] > 0, spare.shape[j].isFinite else { return false }
      value += Elementary.log(spare.shape[j])
      for k in 0..<count { spare.parts[k * size + j] /= spare.shape[j] }
    }
    spare.value = value
    return true
  }

  private mutating func whitenByShape() -> Bool {
    let d = dimension
    spare.factor.update(from: spare.shape, count: size)
    guard Cholesky.factor(UnsafeMutableBufferPointer(start: spare.factor, count: size), dimension: d) else {
      return false
    }
    var value = 0.0
    for j in 0..<d { value += 2 * Elementary.log(spare.factor[j * d + j]) }
    spare.value = value
    for k in 0..<count { Cholesky.whiten(spare.parts + k * size, by: spare.factor, dimension: d) }
    return true
  }
}
