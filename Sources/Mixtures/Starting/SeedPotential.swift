internal import MixtureKernels

/// The squared distance of every row from the nearest seed so far: in proportion to it the next seed is drawn.
struct SeedPotential {
  private let rows: CenteredRows
  private let threads: Int
  /// Empty before the first seed, when they are infinite.
  private var distances: [Double] = []
  /// Σ w p of every chunk.
  private var parts: [Double] = []

  init(_ rows: CenteredRows, threads: Int) {
    self.rows = rows
    self.threads = threads
  }

  /// Σᵢ wᵢ pᵢ
  var total: Double { parts.reduce(0, +) }

  /// Takes in a seed.
  mutating func lower(to center: [Double]) {
    let (rows, threads) = (rows, threads)
    if distances.isEmpty { distances = Array(repeating: .infinity, count: rows.count) }
    parts = distances.withUnsafeMutableBufferPointer { distances in
      center.withUnsafeBufferPointer { center in
        nonisolated(unsafe) let (distances, center) = (distances.baseAddress, center.baseAddress)
        return Array(unsafeUninitializedCapacity: rows.chunks) { parts, size in
          nonisolated(unsafe) let parts = parts
          rows.forEachChunk(components: 1, threads: threads) { chunk, view, range, space in
            parts.initializeElement(
              at: chunk,
              to: mk_lower_potential(view, center, range.lowerBound, range.upperBound, space, distances))
          }
          size = rows.chunks
        }
      }
    }
  }

  /// Σᵢ wᵢ min(pᵢ, |xᵢ − c|²) for each of some seeds.
  func sums(with centers: [[Double]]) -> [Double] {
    let (rows, count) = (rows, centers.count)
    return distances.withUnsafeBufferPointer { distances in
      centers.flatMap(\.self).withUnsafeBufferPointer { centers in
        nonisolated(unsafe) let (distances, centers) = (
          distances.isEmpty ? nil : distances.baseAddress, centers.baseAddress
        )
        let total = OrderedSum(count: count)
        rows.forEachChunk(components: count, threads: threads) { chunk, view, range, space in
          total.add(chunk) {
            mk_potential(view, centers, count, range.lowerBound, range.upperBound, space, distances, $0)
          }
        }
        return total.values
      }
    }
  }

  /// The row at which the running sum of w p exceeds this share of the whole, 0 ≤ share < 1.
  func row(at share: Double) -> Int {
    let target = share * total
    var (sum, chunk) = (0.0, 0)
    while chunk < parts.count - 1, sum + parts[chunk] <= target {
      sum += parts[chunk]
      chunk += 1
    }
    let range = rows.range(chunk)
    for i in range {
      sum += rows.weight(i) * distances[i]
      if sum > target { return i }
    }
    return range.upperBound - 1
  }
}
