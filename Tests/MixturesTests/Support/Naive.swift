import Foundation
import Mixtures

/// Mixtures computed the plain way, by Gaussian elimination and libm: slow, short, and independent of the package.
struct Naive {
  let mixture: GaussianMixture

  /// log N(x | μₖ, Σₖ)
  func logNormal(_ x: [Double], _ k: Int) -> Double {
    let (distance, logDeterminant) = distanceAndDeterminant(x, k)
    return -0.5 * (distance + logDeterminant + Double(mixture.dimension) * log(2 * Double.pi))
  }

  /// (x − μₖ)ᵀ Σₖ⁻¹ (x − μₖ)
  func squaredDistance(_ x: [Double], _ k: Int) -> Double { distanceAndDeterminant(x, k).distance }

  private func distanceAndDeterminant(_ x: [Double], _ k: Int) -> (distance: Double, logDeterminant: Double) {
    let d = mixture.dimension
    var a = mixture.covariances[k].nested
    var y = (0..<d).map { x[$0] - mixture.means[k, $0] }
    let difference = y
    var logDeterminant = 0.0
    for p in 0..<d {
      let pivot = (p..<d).max { abs(a[$0][p]) < abs(a[$1][p]) } ?? p
      a.swapAt(p, pivot)
      y.swapAt(p, pivot)
      logDeterminant += log(abs(a[p][p]))
      for row in p + 1..<max(d, p + 1) {
        let factor = a[row][p] / a[p][p]
        for column in p..<d { a[row][column] -= factor * a[p][column] }
        y[row] -= factor * y[p]
      }
    }
    for p in stride(from: d - 1, through: 0, by: -1) {
      for column in p + 1..<max(d, p + 1) { y[p] -= a[p][column] * y[column] }
      y[p] /= a[p][p]
    }
    let distance = (0..<d).reduce(0.0) { $0 + difference[$1] * y[$1] }
    return (distance, logDeterminant)
  }

  /// log πₖ N(x | k), K numbers.
  func joint(_ x: [Double]) -> [Double] {
    (0..<mixture.components).map { log(mixture.weights[$0]) + logNormal(x, $0) }
  }

  func logDensity(_ x: [Double]) -> Double {
    let logs = joint(x)
    let largest = logs.max() ?? 0
    return largest + log(logs.reduce(0) { $0 + exp($1 - largest) })
  }

  func logLikelihood(_ samples: Samples) -> Double {
    (0..<samples.rowCount).reduce(0) { $0 + logDensity(Array(samples[row: $1])) }
  }

  func responsibilities(_ x: [Double]) -> [Double] {
    let density = logDensity(x)
    return joint(x).map { exp($0 - density) }
  }

  /// Σᵢₖ rᵢₖ log πₖ N(xᵢ | k)
  func expectedCompleteData(_ samples: Samples, _ responsibilities: [[Double]]) -> Double {
    (0..<samples.rowCount).reduce(0) { sum, i in
      sum + zip(responsibilities[i], joint(Array(samples[row: i]))).reduce(0) { $0 + ($1.0 > 0 ? $1.0 * $1.1 : 0) }
    }
  }
}

/// Rows drawn from a mixture of stretched, turned groups.
struct RandomData {
  let samples: Samples
  let labels: [Int]

  init(seed: UInt64, rows: Int, dimension: Int, groups: Int, separation: Double = 4) throws {
    var generator = SeededGenerator(seed: seed)
    let mixing = (0..<groups).map { _ in (0..<dimension * dimension).map { _ in generator.normal() } }
    let centers = (0..<groups).map { _ in (0..<dimension).map { _ in separation * generator.normal() } }
    var values: [Double] = []
    var labels: [Int] = []
    for i in 0..<rows {
      let k = i < groups * (dimension + 2) ? i % groups : generator.integer(below: groups)
      let noise = (0..<dimension).map { _ in generator.normal() }
      for j in 0..<dimension {
        let turned = (0..<dimension).reduce(0.0) { $0 + mixing[k][j * dimension + $1] * noise[$1] }
        values.append(centers[k][j] + turned + 0.3 * noise[j])
      }
      labels.append(k)
    }
    samples = try Samples(values: values, dimension: dimension)
    self.labels = labels
  }
}
