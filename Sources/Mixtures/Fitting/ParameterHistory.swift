/// The parameters of every iteration of a run, side by side in memory.
struct ParameterHistory: Sendable, Hashable {
  private let dimension: Int
  private let components: Int
  /// Of the noise, where there is noise.
  private let logDensity: Double?
  /// For every iteration the weights, the means, the covariances, and the noise's weight where there is noise.
  private var values: [Double] = []

  /// Room for the history of parameters of this form, without any yet.
  init(like parameters: Parameters) {
    dimension = parameters.dimension
    components = parameters.components
    logDensity = parameters.noise?.logDensity
    // Most runs end within so many iterations, and thinned histories are no longer.
    values.reserveCapacity(Swift.min(Self.most * stride, 1 << 17))
  }

  mutating func append(_ parameters: Parameters) {
    values += parameters.weights
    values += parameters.means
    values += parameters.covariances
    if let noise = parameters.noise { values.append(noise.weight) }
  }

  private static let most = 64

  /// At most some sixty of them: of a long history the first ones, then ever fewer, and the last.
  var thinned: (iterations: [Int], history: ParameterHistory) {
    let kept = Self.kept(of: count)
    guard kept.count < count else { return (kept, self) }
    var result = self
    result.values = kept.flatMap { values[$0 * stride..<($0 + 1) * stride] }
    return (kept, result)
  }

  private static func kept(of count: Int) -> [Int] {
    let (first, later) = (24, 40)
    guard count > most else { return Array(0..<count) }
    let last = Double(count - 1)
    let growth = Elementary.log(last / Double(first)) / Double(later)
    let rest = (1...later).map { Int((Double(first) * Elementary.exp(growth * Double($0))).rounded()) }
    return Set(Array(0...first) + rest.map { Swift.min($0, count - 1) } + [count - 1]).sorted()
  }

  private var stride: Int { components * (1 + dimension + dimension * dimension) + (logDensity == nil ? 0 : 1) }
}

extension ParameterHistory: RandomAccessCollection {
  var startIndex: Int { 0 }
  var endIndex: Int { stride > 0 ? values.count / stride : 0 }

  subscript(iteration: Int) -> Parameters {
    let (start, d) = (iteration * stride, dimension)
    let means = start + components
    let covariances = means + components * d
    let end = covariances + components * d * d
    return Parameters(
      dimension: d, weights: Array(values[start..<means]), means: Array(values[means..<covariances]),
      covariances: Array(values[covariances..<end]),
      noise: logDensity.map { UniformNoise(weight: values[end], logDensity: $0) })
  }
}
