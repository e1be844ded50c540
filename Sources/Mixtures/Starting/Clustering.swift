internal import MixtureKernels

/// The state of one k-means run, in the rows' shifted coordinates.
struct Clustering {
  let rows: CenteredRows
  let clusters: Int
  /// K × d
  private(set) var centers: [Double]
  private(set) var iterations = 0
  /// The nearest centre of each row; empty before the first assignment.
  private(set) var labels: [Int32] = []
  /// What the last assignment added up.
  private var sums: AssignmentSums
  private let threads: Int

  init(_ rows: CenteredRows, clusters: Int, threads: Int = 1) {
    self.rows = rows
    self.clusters = clusters
    self.threads = threads
    centers = Array(repeating: 0, count: clusters * rows.dimension)
    sums = AssignmentSums(values: [], dimension: rows.dimension)
  }

  /// Σᵢ wᵢ |xᵢ − c(xᵢ)|², valid for the centres of the last assignment.
  var inertia: Double { sums.inertia }

  /// k-means++ (Arthur & Vassilvitskii 2007): each further seed is a row drawn in proportion to its weight and squared distance
  /// from the seeds so far; of 2 + ⌊log K⌋ such draws the one that lowers the sum of distances most is kept.
  mutating func seed(using generator: inout SeededGenerator) {
    placeSeeds(using: &generator)
    // The potential of the seeds is gone by now.
    assign()
  }

  private mutating func placeSeeds(using generator: inout SeededGenerator) {
    let d = rows.dimension
    let first =
      rows.isWeighted
      ? generator.index(weights: (0..<rows.count).map { rows.weight($0) }) : generator.integer(below: rows.count)
    place(0, rows.row(first))
    var potential = SeedPotential(rows, threads: threads)
    potential.lower(to: Array(centers.prefix(d)))
    let draws = 2 + Int(Elementary.log(Double(clusters)))
    for k in 1..<max(clusters, 1) {
      let candidates = (0..<draws).map { _ in rows.row(potential.row(at: generator.uniform())) }
      let sums = potential.sums(with: candidates)
      var best = 0
      for draw in 1..<draws where sums[draw] < sums[best] { best = draw }
      place(k, candidates[best])
      potential.lower(to: candidates[best])
    }
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
    var threshold = 0.0
    if tolerance > 0 {
      let spread = SeedPotential(rows, threads: threads).sums(with: [Array(repeating: 0, count: d)])[0]
      threshold = tolerance * spread / (rows.totalWeight * Double(d))
    }
    while iterations < maxIterations {
      iterations += 1
      let before = sums.hasEmpty ? labels : nil
      let moved = moveCenters()
      assign()
      // Rows that fill an empty centre change labels before the assignment does.
      let isSettled = before.map { $0 == labels } ?? (sums.changed == 0)
      if isSettled || (tolerance > 0 && moved <= threshold) { return }
    }
  }

  /// Moves every centre to the mean of its rows; the summed squared move.
  private mutating func moveCenters() -> Double {
    let d = rows.dimension
    if sums.hasEmpty { fillEmpty() }
    var moved = 0.0
    for k in 0..<clusters where sums.weight(k) > 0 {
      for j in 0..<d {
        let center = sums.sum(k, j) / sums.weight(k)
        moved += (center - centers[k * d + j]) * (center - centers[k * d + j])
        centers[k * d + j] = center
      }
    }
    return moved
  }

  private mutating func fillEmpty() {
    var distances = Array(repeating: 0.0, count: rows.count)
    distances.withUnsafeMutableBufferPointer { assign(distances: $0.baseAddress) }
    for k in 0..<clusters where sums.count(k) == 0 {
      var farthest = 0
      for i in 0..<rows.count where rows.weight(i) > 0 && distances[i] > distances[farthest] { farthest = i }
      sums.move(rows.row(farthest), weight: rows.weight(farthest), from: Int(labels[farthest]), to: k)
      labels[farthest] = Int32(k)
      distances[farthest] = 0
    }
  }

  private mutating func assign(distances: UnsafeMutablePointer<Double>? = nil) {
    let (rows, clusters, threads) = (rows, clusters, threads)
    if labels.isEmpty { labels = Array(repeating: 0, count: rows.count) }
    let values = labels.withUnsafeMutableBufferPointer { labels in
      centers.withUnsafeBufferPointer { centers in
        nonisolated(unsafe) let (labels, centers, distances) = (labels.baseAddress, centers.baseAddress, distances)
        let total = OrderedSum(count: 2 + clusters * (2 + rows.dimension))
        rows.forEachChunk(components: clusters, threads: threads) { chunk, view, range, space in
          total.add(chunk) {
            mk_assign(view, centers, clusters, range.lowerBound, range.upperBound, space, labels, distances, $0)
          }
        }
        return total.values
      }
    }
    sums = AssignmentSums(values: values, dimension: rows.dimension)
  }

  private mutating func place(_ k: Int, _ row: [Double]) {
    for j in 0..<rows.dimension { centers[k * rows.dimension + j] = row[j] }
  }
}

/// What `mk_assign` adds up.
private struct AssignmentSums {
  var values: [Double]
  let dimension: Int

  /// How many labels changed.
  var changed: Double { values[0] }
  var inertia: Double { values[1] }

  private var stride: Int { 2 + dimension }

  func count(_ k: Int) -> Double { values[2 + k * stride] }
  func weight(_ k: Int) -> Double { values[3 + k * stride] }
  func sum(_ k: Int, _ j: Int) -> Double { values[4 + k * stride + j] }

  /// Whether some centre has no row.
  var hasEmpty: Bool { (0..<(values.count - 2) / stride).contains { count($0) == 0 } }

  mutating func move(_ row: [Double], weight: Double, from former: Int, to k: Int) {
    values[2 + former * stride] -= 1
    values[3 + former * stride] -= weight
    values[2 + k * stride] = 1
    values[3 + k * stride] = weight
    for (j, x) in row.enumerated() {
      values[4 + former * stride + j] -= weight * x
      values[4 + k * stride + j] = weight * x
    }
  }
}
