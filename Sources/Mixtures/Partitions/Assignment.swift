/// The assignment problem: each row to a different column at the least total cost.
enum Assignment {
  /// By shortest augmenting paths with potentials (Kuhn 1955; Jonker & Volgenant 1987), in O(n³).
  ///
  /// - Parameter cost: n × n.
  /// - Returns: the column of each row.
  static func minimal(_ cost: [[Double]]) -> [Int] {
    let n = cost.count
    var rowPotential = Array(repeating: 0.0, count: n + 1)
    var columnPotential = Array(repeating: 0.0, count: n + 1)
    // The row matched to each column; index n stands for none.
    var rowOf = Array(repeating: n, count: n + 1)
    for row in 0..<n {
      rowOf[n] = row
      var column = n
      var least = Array(repeating: Double.infinity, count: n)
      var cameFrom = Array(repeating: n, count: n)
      var visited = Array(repeating: false, count: n + 1)
      while rowOf[column] != n {
        visited[column] = true
        let current = rowOf[column]
        var step = Double.infinity
        var next = n
        for c in 0..<n where !visited[c] {
          let reduced = cost[current][c] - rowPotential[current] - columnPotential[c]
          if reduced < least[c] {
            least[c] = reduced
            cameFrom[c] = column
          }
          if least[c] < step {
            step = least[c]
            next = c
          }
        }
        for c in 0...n {
          if visited[c] {
            rowPotential[rowOf[c]] += step
            columnPotential[c] -= step
          } else if c < n {
            least[c] -= step
          }
        }
        column = next
      }
      while column != n {
        rowOf[column] = rowOf[cameFrom[column]]
        column = cameFrom[column]
      }
    }
    var result = Array(repeating: 0, count: n)
    for column in 0..<n { result[rowOf[column]] = column }
    return result
  }

  /// The row of `other` that belongs to each row of `means`: the matching with the least sum of squared distances, in
  /// standard deviations of the columns. Columns without variance do not count.
  static func matching(_ means: Matrix, _ other: Matrix, variances: [Double]) -> [Int] {
    minimal(
      (0..<means.rows).map { k in
        (0..<other.rows).map { l in
          variances.indices.reduce(0) { sum, j in
            let apart = means[k, j] - other[l, j]
            return sum + (variances[j] > 0 ? apart * apart / variances[j] : 0)
          }
        }
      })
  }
}
