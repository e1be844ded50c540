/// Clusters that merge two at a time, each with its weight, mean and scatter.
///
/// A cluster of weight n and scatter W costs n log((tr W + α) / n + |W / n|) with α = tr W(all) / (n(all) q); the
/// determinant is 0 for at most q different rows. Merging costs the difference (Fraley 1998, as mclust's `hcVVV`).
struct Agglomeration {
  private let q: Int
  private let alpha: Double
  private var weights: [Double]
  private var rows: [Int]
  /// m × q
  private var means: [Double]
  /// m × q(q + 1)/2: the lower triangles of the scatters.
  private var scatters: [Double]
  private var traces: [Double]
  private var terms: [Double]
  /// What merging clusters i > j would cost, at i(i − 1)/2 + j.
  private let costs: AlignedBuffer
  /// For each cluster the cheapest smaller one to merge with, the first of them on a tie, and its cost; −1 for none.
  private var partners: [(place: Int, cost: Double)]
  private var active: [Int]

  /// - Parameters:
  ///   - values: m × q, row-major, in ascending order of the rows they stand for.
  ///   - counts: how many rows each of the m stands for.
  init(_ values: [Double], dimension: Int, counts: [Double]) {
    let m = counts.count
    q = dimension
    weights = counts
    rows = Array(repeating: 1, count: m)
    means = values
    scatters = Array(repeating: 0, count: m * dimension * (dimension + 1) / 2)
    traces = Array(repeating: 0, count: m)
    costs = AlignedBuffer(count: m * (m - 1) / 2)
    partners = Array(repeating: (-1, .infinity), count: m)
    active = Array(0..<m)
    // The columns have mean 0.
    let total = counts.reduce(0, +)
    let whole = (0..<m * dimension).reduce(0) { $0 + counts[$1 / dimension] * values[$1] * values[$1] }
    let alpha = max(whole / (total * Double(max(dimension, 1))), 0x1p-52)
    self.alpha = alpha
    terms = counts.map { $0 * Elementary.log(alpha / $0) }
  }

  /// Merges down to one cluster.
  mutating func run(threads: Int) -> [HierarchicalClustering.Merge] {
    fillAll(threads: threads)
    for i in active { findPartner(of: i) }
    var merges: [HierarchicalClustering.Merge] = []
    while active.count > 1, let pair = cheapest() {
      merges.append(.init(first: pair.first, second: pair.second))
      merge(pair.first, pair.second)
    }
    return merges
  }

  /// The pair that costs least to merge; of several the one with the smallest first, then the smallest second cluster.
  private func cheapest() -> (first: Int, second: Int)? {
    var best = (cost: Double.infinity, first: -1, second: -1)
    for i in active where partners[i].place >= 0 {
      let (place, cost) = partners[i]
      if best.first < 0 || cost < best.cost || (cost == best.cost && place < best.first) { best = (cost, place, i) }
    }
    return best.first < 0 ? nil : (best.first, best.second)
  }

  private mutating func findPartner(of i: Int) {
    let row = costs.pointer + i * (i - 1) / 2
    var best = (place: -1, cost: Double.infinity)
    for j in active {
      if j >= i { break }
      if best.place < 0 || row[j] < best.cost { best = (j, row[j]) }
    }
    partners[i] = best
  }

  /// Makes the second cluster part of the first, which is the smaller one.
  private mutating func merge(_ first: Int, _ second: Int) {
    let (size, total) = (q * (q + 1) / 2, weights[first] + weights[second])
    let factor = weights[first] * weights[second] / total
    var entry = 0
    for a in 0..<q {
      let apart = means[first * q + a] - means[second * q + a]
      for b in 0...a {
        let across = means[first * q + b] - means[second * q + b]
        scatters[first * size + entry] += scatters[second * size + entry] + factor * apart * across
        entry += 1
      }
      traces[first] += factor * apart * apart
    }
    for a in 0..<q {
      let sum = weights[first] * means[first * q + a] + weights[second] * means[second * q + a]
      means[first * q + a] = sum / total
    }
    traces[first] += traces[second]
    terms[first] += terms[second] + costs.pointer[second * (second - 1) / 2 + first]
    weights[first] = total
    rows[first] += rows[second]
    active.removeAll { $0 == first || $0 == second }

    withUnsafeTemporaryAllocation(of: Double.self, capacity: max(active.count, 1)) { new in
      workOut(first, with: active, new)
      for (place, i) in active.enumerated() {
        let (larger, smaller) = (max(i, first), min(i, first))
        costs.pointer[larger * (larger - 1) / 2 + smaller] = new[place]
      }
      let place = active.firstIndex { $0 > first } ?? active.count
      active.insert(first, at: place)
      findPartner(of: first)
      for later in place + 1..<active.count {
        let (i, cost) = (active[later], new[later - 1])
        if partners[i].place == first || partners[i].place == second {
          findPartner(of: i)
        } else if cost < partners[i].cost || (cost == partners[i].cost && first < partners[i].place) {
          partners[i] = (first, cost)
        }
      }
    }
  }

  private func fillAll(threads: Int) {
    // The longest rows first.
    Parallel.forEach(active.count, threads: threads) { turn in
      let i = active.count - 1 - turn
      let row = UnsafeMutableBufferPointer(start: costs.pointer + i * (i - 1) / 2, count: i)
      workOut(i, with: active[..<i], row)
    }
  }

  /// Works out what merging cluster i with each of these others costs.
  private func workOut(_ i: Int, with others: some Collection<Int>, _ result: UnsafeMutableBufferPointer<Double>) {
    let (weight, trace, term, own) = (weights[i], traces[i], terms[i], rows[i])
    var count = 0
    scatters.withUnsafeBufferPointer { scatters in
      means.withUnsafeBufferPointer { means in
        withUnsafeTemporaryAllocation(of: Double.self, capacity: max(q + q * (q + 1) / 2, 1)) { space in
          for j in others {
            let total = weight + weights[j]
            let factor = weight * weights[j] / total
            var square = 0.0
            for a in 0..<q {
              space[a] = means[i * q + a] - means[j * q + a]
              square += space[a] * space[a]
            }
            var value = (trace + traces[j] + factor * square + alpha) / total
            if own + rows[j] > q { value += determinant(i, j, factor, total, scatters, space) }
            result[count] = value
            count += 1
          }
        }
      }
    }
    let costs = UnsafeMutableBufferPointer(rebasing: result[..<count])
    // All at once, so that no logarithm waits for another.
    Elementary.takeLogs(costs)
    for (place, j) in others.enumerated() { costs[place] = (weight + weights[j]) * costs[place] - (term + terms[j]) }
  }

  /// |W / n| of two clusters together, from the difference of their means.
  ///
  /// - Parameter space: that difference, then room for a lower triangle.
  private func determinant(
    _ i: Int, _ j: Int, _ factor: Double, _ total: Double, _ scatters: UnsafeBufferPointer<Double>,
    _ space: UnsafeMutableBufferPointer<Double>
  ) -> Double {
    let size = q * (q + 1) / 2
    var entry = 0
    for a in 0..<q {
      for b in 0...a {
        space[q + entry] =
          (scatters[i * size + entry] + scatters[j * size + entry] + factor * space[a] * space[b]) / total
        entry += 1
      }
    }
    return Self.determinant(UnsafeMutableBufferPointer(rebasing: space[q...]), q)
  }

  /// |A| of a symmetric positive semidefinite matrix from its lower triangle, which is overwritten.
  private static func determinant(_ a: UnsafeMutableBufferPointer<Double>, _ q: Int) -> Double {
    var product = 1.0
    for j in 0..<q {
      let row = j * (j + 1) / 2
      for i in 0..<j {
        let other = i * (i + 1) / 2
        var sum = a[row + i]
        for l in 0..<i { sum -= a[row + l] * a[other + l] }
        a[row + i] = sum / a[other + i]
      }
      var pivot = a[row + j]
      let original = pivot
      for l in 0..<j { pivot -= a[row + l] * a[row + l] }
      guard pivot > 0x1p-50 * original else { return 0 }
      product *= pivot
      if j + 1 < q { a[row + j] = pivot.squareRoot() }
    }
    return product
  }
}
