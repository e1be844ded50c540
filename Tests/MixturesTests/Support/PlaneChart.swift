import Foundation
import Mixtures

/// Mixtures of a family in two dimensions by plain numbers: weights, means, logarithms of volumes and of ratios of axes,
/// and angles, each once a component or once for all; with second differences of ℓ in them.
struct PlaneChart {
  private let family: CovarianceFamily
  private let components: Int
  private let numbers: [Double]

  init?(_ fit: EMFit) {
    family = fit.options.family
    components = fit.mixture.components
    let mixture = fit.mixture
    let letters = Array(family.mclustName)
    var parts = mixture.covariances.map { covariance -> (volume: Double, ratio: Double, angle: Double) in
      let (a, b, c) = (covariance[0, 0], covariance[1, 0], covariance[1, 1])
      let (middle, radius) = ((a + c) / 2, hypot((a - c) / 2, b))
      return (log(a * c - b * b) / 2, log((middle + radius) / (middle - radius)) / 2, atan2(2 * b, a - c) / 2)
    }
    if letters[2] == "E" {
      // One angle for all: a component that is longer across it has a ratio below 1.
      let angle = parts[0].angle
      for k in parts.indices where cos(2 * (parts[k].angle - angle)) < 0 { parts[k].ratio *= -1 }
    }
    if letters[2] == "I" {
      for k in parts.indices { parts[k].ratio = log(mixture.covariances[k][0, 0] / mixture.covariances[k][1, 1]) / 2 }
    }
    func own(_ letter: Character, _ values: [Double]) -> [Double] {
      switch letter {
      case "V": values
      case "E": [values[0]]
      default: []
      }
    }
    numbers =
      mixture.weights.dropLast() + mixture.means.values + own(letters[0], parts.map(\.volume))
      + own(letters[1], parts.map(\.ratio)) + own(letters[2], parts.map(\.angle))
    guard let rebuilt = self.mixture(numbers),
      zip(rebuilt.covariances, mixture.covariances).allSatisfy({ pair in
        zip(pair.0.values, pair.1.values).allSatisfy { abs($0 - $1) < 1e-6 * pair.1.values.map(abs).max()! }
      })
    else { return nil }
  }

  private func mixture(_ numbers: [Double]) -> GaussianMixture? {
    var rest = numbers[...]
    func take(_ count: Int) -> [Double] {
      defer { rest = rest.dropFirst(count) }
      return Array(rest.prefix(count))
    }
    let weights = take(components - 1)
    let means = take(2 * components)
    let letters = Array(family.mclustName)
    func spread(_ letter: Character) -> [Double] {
      switch letter {
      case "V": take(components)
      case "E": Array(repeating: take(1)[0], count: components)
      default: Array(repeating: 0, count: components)
      }
    }
    let (volumes, ratios, angles) = (spread(letters[0]), spread(letters[1]), spread(letters[2]))
    let covariances = (0..<components).map { k -> Matrix in
      let (long, short) = (exp(volumes[k] + ratios[k]), exp(volumes[k] - ratios[k]))
      let (c, s) = (cos(angles[k]), sin(angles[k]))
      let across = (long - short) * c * s
      return Matrix(
        rows: 2, columns: 2, values: [long * c * c + short * s * s, across, across, long * s * s + short * c * c])
    }
    return try? GaussianMixture(
      weights: weights + [1 - weights.reduce(0, +)], means: Matrix(rows: components, columns: 2, values: means),
      covariances: covariances)
  }

  /// Standard errors of every quantity by the delta method, from central differences of the fourth order.
  func errors(_ logLikelihood: (GaussianMixture) -> Double) -> [(Quantity, Double)] {
    func level(_ at: [Double]) -> Double { mixture(at).map(logLikelihood) ?? .nan }
    let base = level(numbers)
    // Steps that lower ℓ by about 0.0005.
    let steps = numbers.indices.map { a -> Double in
      var step = 1e-3
      for _ in 0..<3 {
        var (up, down) = (numbers, numbers)
        up[a] += step
        down[a] -= step
        let fall = base - (level(up) + level(down)) / 2
        step *= (0.0005 / max(fall, 1e-9)).squareRoot()
      }
      return step
    }
    func moved(_ moves: [(Int, Double)]) -> Double {
      var at = numbers
      for (a, times) in moves { at[a] += times * steps[a] }
      return level(at)
    }
    let p = numbers.count
    var information = Array(repeating: Array(repeating: 0.0, count: p), count: p)
    for a in 0..<p {
      for b in 0...a {
        func second(_ h: Double) -> Double {
          if a == b { return (moved([(a, h)]) - 2 * base + moved([(a, -h)])) / (h * h) }
          return
            (moved([(a, h), (b, h)]) - moved([(a, h), (b, -h)]) - moved([(a, -h), (b, h)])
            + moved([(a, -h), (b, -h)])) / (4 * h * h)
        }
        let value = -(4 * second(1) - second(2)) / 3
        (information[a][b], information[b][a]) = (value, value)
      }
    }
    let inverse = Self.inverse(information)
    let quantities = mixture(numbers).map { Quantity.all(of: $0) } ?? []
    let slopes = (0..<p).map { a -> [Double] in
      func values(_ times: Double) -> [Double] {
        var at = numbers
        at[a] += times * steps[a]
        return mixture(at).map { mixture in quantities.map { Self.value($0, mixture) } } ?? []
      }
      let (near, far) = ((values(1), values(-1)), (values(2), values(-2)))
      return quantities.indices.map { (8 * (near.0[$0] - near.1[$0]) - (far.0[$0] - far.1[$0])) / 12 }
    }
    return quantities.indices.map { q in
      var variance = 0.0
      for a in 0..<p { for b in 0..<p { variance += slopes[a][q] * inverse[a][b] * slopes[b][q] } }
      return (quantities[q], max(variance, 0).squareRoot())
    }
  }

  private static func value(_ quantity: Quantity, _ mixture: GaussianMixture) -> Double {
    switch quantity {
    case .weight(let k): mixture.weights[k]
    case .noise: mixture.noise?.weight ?? 0
    case .mean(let k, let j): mixture.means[k, j]
    case .deviation(let k, let j): sqrt(mixture.covariances[k][j, j])
    case .covariance(let k, let i, let j): mixture.covariances[k][i, j]
    }
  }

  /// By Gauss and Jordan.
  private static func inverse(_ matrix: [[Double]]) -> [[Double]] {
    let n = matrix.count
    var a = matrix.enumerated().map { i, row in row + (0..<n).map { $0 == i ? 1.0 : 0 } }
    for p in 0..<n {
      let pivot = (p..<n).max { abs(a[$0][p]) < abs(a[$1][p]) } ?? p
      a.swapAt(p, pivot)
      let head = a[p][p]
      for column in a[p].indices { a[p][column] /= head }
      for row in 0..<n where row != p {
        let factor = a[row][p]
        for column in a[row].indices { a[row][column] -= factor * a[p][column] }
      }
    }
    return a.map { Array($0[n...]) }
  }
}
