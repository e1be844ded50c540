/// Minus the Hessian of the log-likelihood in the free numbers of a mixture of a family, at given parameters.
///
/// Exact: Louis's identity (1982) in the scores of unrestricted components, then the chain rule through the family's
/// chart, whose own curvature counts because the gradient with respect to an unrestricted Σₖ is not 0 inside a family.
/// The free numbers are the weights but the last, the means in units of Bₖ, and the chart's.
struct ObservedInformation {
  /// One free number: what it moves, component by component.
  private struct Number {
    let role: UncertaintyError.Role
    var parts: [Part]
  }

  private struct Part {
    let component: Int
    /// The derivative of log πₖ.
    var weight = 0.0
    /// The column of Bₖ that μₖ moves along.
    var axis: Int?
    var move: CovarianceChart.Move?
    /// The derivative of Σₖ in units of Bₖ.
    var slope: Matrix?
    /// The derivatives of log πₖ, of the mean and of the entries i ≥ j of the covariance, as in `ComponentScores`.
    var entries: [(index: Int, value: Double)] = []
  }

  private let mixture: GaussianMixture
  private let chart: CovarianceChart
  private let numbers: [Number]
  /// Factors that give `factor` a unit diagonal.
  private let scales: [Double]
  /// Of the scaled information.
  private let factor: Cholesky
  /// √(gᵀ I⁻¹ g) with the gradient g of ℓ: how far off the maximum lies by one Newton step, in standard errors.
  let distance: Double

  /// Thrown where ℓ does not curve down in every direction.
  struct Flat: Error { let role: UncertaintyError.Role }

  init(_ mixture: GaussianMixture, _ family: CovarianceFamily, _ samples: Samples, threads: Int) throws(Flat) {
    let shares = mixture.shares
    if let empty = shares.firstIndex(where: { !($0 > 0) }) {
      throw Flat(role: empty < mixture.components ? .weight(empty) : .noise)
    }
    guard let chart = CovarianceChart(family, covariances: mixture.covariances) else {
      throw Flat(role: .covariance([]))
    }
    guard let scores = ComponentScores(mixture, samples, chart, threads: threads) else {
      throw Flat(role: .covariance([]))
    }
    let numbers = Self.numbers(mixture, chart)
    let (information, gradient) = Self.derivatives(numbers, shares, scores)
    let scales = information.diagonal.map { 1 / $0.squareRoot() }
    if let flat = scales.firstIndex(where: { !($0.isFinite && $0 > 0) }) { throw Flat(role: numbers[flat].role) }
    var scaled = information
    for a in scales.indices { for b in scales.indices { scaled[a, b] *= scales[a] * scales[b] } }
    guard let factor = Cholesky(scaled) else { throw Flat(role: numbers[Self.firstFlat(scaled)].role) }
    (self.mixture, self.chart, self.numbers, self.scales, self.factor) = (mixture, chart, numbers, scales, factor)
    let step = factor.whiten(zip(gradient, scales).map { $0 * $1 })
    distance = step.reduce(0) { $0 + $1 * $1 }.squareRoot()
  }

  /// The first number that a leading block with it is not positive definite, by bisection.
  private static func firstFlat(_ information: Matrix) -> Int {
    var (sound, bad) = (0, information.rows)
    while bad - sound > 1 {
      let size = (sound + bad) / 2
      let block = (0..<size).flatMap { row in
        information.values[row * information.columns..<row * information.columns + size]
      }
      if Cholesky(Matrix(rows: size, columns: size, values: block)) != nil { sound = size } else { bad = size }
    }
    return bad - 1
  }
}

// MARK: The free numbers

extension ObservedInformation {
  private static func numbers(_ mixture: GaussianMixture, _ chart: CovarianceChart) -> [Number] {
    let d = mixture.dimension
    let shares = mixture.shares
    let last = shares.count - 1
    var result: [Number] = (0..<last).map { k in
      Number(
        role: .weight(k),
        parts: [k, last].map { c in
          let slope = (c == k ? 1 : -1) / shares[c]
          return Part(component: c, weight: slope, entries: [(0, slope)])
        })
    }
    for k in 0..<mixture.components {
      for j in 0..<d {
        result.append(Number(role: .mean(k), parts: [Part(component: k, axis: j, entries: [(1 + j, 1)])]))
      }
    }
    for number in chart.numbers {
      let parts = number.map { component, move in
        let slope = move.slope
        var entries: [(index: Int, value: Double)] = []
        var e = 1 + d
        for i in 0..<d {
          for j in 0...i {
            if slope[i, j] != 0 { entries.append((e, slope[i, j])) }
            e += 1
          }
        }
        return Part(component: component, move: move, slope: slope, entries: entries)
      }
      result.append(Number(role: .covariance(number.map(\.component)), parts: parts))
    }
    return result
  }

  /// Minus the Hessian of ℓ, and its gradient, in the free numbers.
  private static func derivatives(_ numbers: [Number], _ shares: [Double], _ scores: ComponentScores)
    -> (information: Matrix, gradient: [Double])
  {
    let moments = shares.indices.map { k in scores.patterns.map { Moments(k, $0, scores) } }
    var information = Matrix(rows: numbers.count, columns: numbers.count)
    var gradient = Array(repeating: 0.0, count: numbers.count)
    let length = scores.gradient.count
    for (a, first) in numbers.enumerated() {
      var row = Array(repeating: 0.0, count: length)
      for part in first.parts {
        for entry in part.entries {
          let index = scores.starts[part.component] + entry.index
          gradient[a] += entry.value * scores.gradient[index]
          for e in 0..<length { row[e] += entry.value * scores.spread.values[index * length + e] }
        }
      }
      for b in 0...a {
        var hessian = 0.0
        for part in numbers[b].parts {
          let start = scores.starts[part.component]
          for entry in part.entries { hessian += entry.value * row[start + entry.index] }
          for other in first.parts where other.component == part.component {
            for rows in moments[part.component] { hessian += rows.completeHessian(other, part) }
          }
        }
        (information[a, b], information[b, a]) = (-hessian, -hessian)
      }
    }
    return (information, gradient)
  }

  /// Sums of one component's rows of one pattern, in its own coordinates.
  private struct Moments {
    /// Σᵢ wᵢ rᵢₖ
    let count: Double
    /// Σᵢ wᵢ rᵢₖ v, d numbers; none of the noise.
    private var first: [Double] = []
    /// Σᵢ wᵢ rᵢₖ v vᵀ, d × d
    private var second = Matrix(rows: 0, columns: 0)
    private var precision = Matrix(rows: 0, columns: 0)

    init(_ k: Int, _ pattern: ComponentScores.Pattern, _ scores: ComponentScores) {
      let (start, d) = (scores.starts[k], scores.dimension)
      count = pattern.gradient[start]
      guard k < pattern.precisions.count else { return }
      precision = pattern.precisions[k]
      first = Array(pattern.gradient[start + 1...start + d])
      second = precision * count
      var e = start + 1 + d
      for i in 0..<d {
        for j in 0...i {
          second[i, j] += (i == j ? 2 : 1) * pattern.gradient[e]
          second[j, i] = second[i, j]
          e += 1
        }
      }
    }

    /// Σᵢ wᵢ rᵢₖ ∂² log πₖ N(xᵢ | k) by two numbers.
    func completeHessian(_ a: Part, _ b: Part) -> Double {
      if let i = a.axis, let j = b.axis { return -count * precision[i, j] }
      if let i = a.axis, let slope = b.slope { return -pull(i, slope) }
      if let i = b.axis, let slope = a.slope { return -pull(i, slope) }
      guard let s = a.slope, let t = b.slope, let u = a.move, let v = b.move else {
        return -count * a.weight * b.weight
      }
      let bend = CovarianceChart.bend(u, v)
      let product = s * precision * t
      return count * product.inner(precision) / 2 - product.inner(second)
        + (bend.inner(second) - count * bend.inner(precision)) / 2
    }

    /// The entry of P slope v.
    private func pull(_ axis: Int, _ slope: Matrix) -> Double {
      let row = Matrix(rows: 1, columns: first.count, values: precision[row: axis]) * slope
      return first.indices.reduce(0) { $0 + row[0, $1] * first[$1] }
    }
  }
}

extension GaussianMixture {
  /// The weights, with the noise's last.
  fileprivate var shares: [Double] { weights + (noise.map { [$0.weight] } ?? []) }
}

// MARK: Standard errors

extension ObservedInformation {
  /// By the delta method: √(cᵀ I⁻¹ c) with the gradient c of the quantity in the free numbers.
  func error(of quantity: Quantity) -> Double {
    let slopes = numbers.indices.map { scales[$0] * slope(of: quantity, numbers[$0]) }
    return factor.whiten(slopes).reduce(0) { $0 + $1 * $1 }.squareRoot()
  }

  private func slope(of quantity: Quantity, _ number: Number) -> Double {
    var sum = 0.0
    for part in number.parts {
      switch quantity {
      case .weight(let k) where part.component == k: sum += part.weight * mixture.weights[k]
      case .noise where part.component == mixture.components: sum += part.weight * (mixture.noise?.weight ?? 0)
      case .mean(let k, let j) where part.component == k: sum += part.axis.map { chart.frames[k][j, $0] } ?? 0
      case .deviation(let k, let j) where part.component == k:
        sum += (part.slope.map { entry($0, k, j, j) } ?? 0) / (2 * mixture.covariances[k][j, j].squareRoot())
      case .covariance(let k, let i, let j) where part.component == k:
        sum += part.slope.map { entry($0, k, i, j) } ?? 0
      default: break
      }
    }
    return sum
  }

  /// The entry (i, j) of Bₖ slope Bₖᵀ.
  private func entry(_ slope: Matrix, _ k: Int, _ i: Int, _ j: Int) -> Double {
    let frame = chart.frames[k]
    var sum = 0.0
    for a in 0..<frame.columns {
      for b in 0..<frame.columns where slope[a, b] != 0 { sum += frame[i, a] * slope[a, b] * frame[j, b] }
    }
    return sum
  }
}
