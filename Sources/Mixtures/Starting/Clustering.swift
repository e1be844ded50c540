internal import MixtureKernels

/// The state of one k-means run, in the rows' shifted coordinates.
struct Clustering {
  let rows: PackedRows
  let clusters: Int
  /// K × d
  private(set) var centers: [Double]
  private(set) var iterations = 0
  private var nearest: [Int32]
  private var distances: [Double]

  init(_ rows: PackedRows, clusters: Int) {
    self.rows = rows
    self.clusters = clusters
    centers = Array(repeating: 0, count: clusters * rows.dimension)
    nearest = Array(repeating: 0, count: rows.paddedCount)
    distances = Array(repeating: 0, count: rows.paddedCount)
  }

  var labels: [Int] { nearest.prefix(rows.count).map { Int($0) } }

  /// Σᵢ wᵢ |xᵢ − c(xᵢ)|², valid for the centres of the last assignment.
  var inertia: Double { weighted(distances) }

  /// Σᵢ wᵢ vᵢ over the rows.
  private func weighted(_ values: [Double]) -> Double {
    (0..<rows.count).reduce(0) { $0 + rows.weight($1) * values[$1] }
  }

  /// k-means++ (Arthur & Vassilvitskii 2007): each further seed is a row drawn in proportion to its weight and squared distance
  /// from the seeds so far; of 2 + ⌊log K⌋ such draws the one that lowers the sum of distances most is kept.
  mutating func seed(using generator: inout SeededGenerator) {
    let d = rows.dimension
    let first =
      rows.isWeighted
      ? generator.index(weights: (0..<rows.count).map { rows.weight($0) }) : generator.integer(below: rows.count)
    place(0, rows.row(first))
    var potential = distanceTo(Array(centers.prefix(d)))
    let draws = 2 + Int(Elementary.log(Double(clusters)))
    for k in 1..<max(clusters, 1) {
      var cumulative = Array(repeating: 0.0, count: rows.count)
      var sum = 0.0
      for i in 0..<rows.count {
        sum += rows.weight(i) * potential[i]
        cumulative[i] = sum
      }
      var best: (sum: Double, row: Int, potential: [Double])?
      for _ in 0..<draws {
        let row = Self.firstAbove(generator.uniform() * sum, in: cumulative)
        var candidate = distanceTo(rows.row(row))
        var total = 0.0
        for i in 0..<rows.count {
          candidate[i] = min(candidate[i], potential[i])
          total += rows.weight(i) * candidate[i]
        }
        if best.map({ total < $0.sum }) ?? true { best = (total, row, candidate) }
      }
      guard let best else { return }
      place(k, rows.row(best.row))
      potential = best.potential
    }
    assign()
  }

  /// Means at given places.
  mutating func start(at centers: [Double]) {
    self.centers = centers
    assign()
  }

  /// Lloyd's iterations from the present centres. A centre that loses all rows moves to the row farthest from its own
  /// centre, the first such row on a tie.
  mutating func refine(tolerance: Double, maxIterations: Int) {
    let d = rows.dimension
    let origin = Array(repeating: 0.0, count: d)
    let variance = tolerance > 0 ? weighted(distanceTo(origin)) : 0
    let threshold = tolerance * variance / (rows.totalWeight * Double(d))
    while iterations < maxIterations {
      iterations += 1
      let before = nearest
      let moved = moveCenters()
      assign()
      if nearest == before || (tolerance > 0 && moved <= threshold) { return }
    }
  }

  /// Moves every centre to the mean of its rows; the summed squared move.
  private mutating func moveCenters() -> Double {
    let d = rows.dimension
    var (sums, weights, counts) = rows.sums(by: nearest, clusters: clusters)
    for k in 0..<clusters where counts[k] == 0 {
      var farthest = 0
      for i in 0..<rows.count where rows.weight(i) > 0 && distances[i] > distances[farthest] { farthest = i }
      let row = rows.row(farthest)
      let former = Int(nearest[farthest])
      let weight = rows.weight(farthest)
      for j in 0..<d {
        sums[former * d + j] -= weight * row[j]
        sums[k * d + j] = weight * row[j]
      }
      weights[former] -= weight
      weights[k] = weight
      counts[former] -= 1
      counts[k] = 1
      nearest[farthest] = Int32(k)
      distances[farthest] = 0
    }
    var moved = 0.0
    for k in 0..<clusters where weights[k] > 0 {
      for j in 0..<d {
        let center = sums[k * d + j] / weights[k]
        moved += (center - centers[k * d + j]) * (center - centers[k * d + j])
        centers[k * d + j] = center
      }
    }
    return moved
  }

  private mutating func assign() {
    let count = clusters
    rows.withKernel { view in
      nearest.withUnsafeMutableBufferPointer { nearest in
        distances.withUnsafeMutableBufferPointer { distances in
          mk_nearest(view, centers, count, 0, rows.groups, nearest.baseAddress, distances.baseAddress)
        }
      }
    }
  }

  private mutating func place(_ k: Int, _ row: [Double]) {
    for j in 0..<rows.dimension { centers[k * rows.dimension + j] = row[j] }
  }

  private func distanceTo(_ center: [Double]) -> [Double] {
    var ignored = Array(repeating: Int32(0), count: rows.paddedCount)
    var result = Array(repeating: 0.0, count: rows.paddedCount)
    rows.withKernel { view in mk_nearest(view, center, 1, 0, rows.groups, &ignored, &result) }
    return result
  }

  /// The first index whose cumulative sum exceeds the target.
  private static func firstAbove(_ target: Double, in cumulative: [Double]) -> Int {
    var (low, high) = (0, cumulative.count - 1)
    while low < high {
      let middle = (low + high) / 2
      if cumulative[middle] > target { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
