/// ℓ of a slice over two parameters at the nodes of a grid.
///
/// Rows that are equal count once. Of every component the log densities of the rows are made once for all nodes where
/// neither parameter moves it, once a column or row of the grid where one does, and at every node where both do; what is
/// left at a node is a sum of products and its logarithm.
struct SliceSurface {
  private let slice: LikelihoodSlice
  /// Different rows and how many there are of each.
  private let rows: [(values: [Double], count: Double)]
  private let x: [Double]
  private let y: [Double]

  init(_ slice: LikelihoodSlice, _ samples: Samples, x: [Double], y: [Double]) {
    (self.slice, self.x, self.y) = (slice, x, y)
    var places: [[Double]: Int] = [:]
    var rows: [(values: [Double], count: Double)] = []
    for i in 0..<samples.rowCount {
      let row = Array(samples[row: i])
      if let place = places[row] {
        rows[place].count += 1
      } else {
        places[row] = rows.count
        rows.append((row, 1))
      }
    }
    self.rows = rows
  }

  /// Rows of constant y, each over all x; −∞ where a value is none a mixture can have.
  func values(threads: Int) -> [Double] {
    let tables = (0..<slice.mixture.components).map { table(of: $0) }
    return Parallel.map(y.count, threads: threads) { b in x.indices.map { a in level(a, b, tables) } }.flatMap(\.self)
  }

  // MARK: Densities of one component

  /// log N(xᵢ | k) of every row: one list for all nodes, one for each x or y, or none where both move the component.
  private struct Table {
    enum Dependence { case none, x, y, both }
    let dependence: Dependence
    /// Relative to the greatest of all lists: exponentials cannot overflow, and hardly ever vanish.
    let densities: [[Double]]
    let logarithms: [[Double]]
    let greatest: Double
  }

  private func table(of k: Int) -> Table {
    func moves(_ index: Int) -> Bool {
      switch slice.parameters[index] {
      case .mean(k, _), .deviation(k): true
      default: false
      }
    }
    let origin = slice.origin
    let dependence: Table.Dependence
    let lists: [[Double]]
    switch (moves(0), moves(1)) {
    case (false, false): (dependence, lists) = (.none, [logDensities(of: k, at: origin)])
    case (true, false): (dependence, lists) = (.x, x.map { logDensities(of: k, at: [$0, origin[1]]) })
    case (false, true): (dependence, lists) = (.y, y.map { logDensities(of: k, at: [origin[0], $0]) })
    case (true, true): (dependence, lists) = (.both, [])
    }
    let greatest = lists.joined().max() ?? 0
    let reference = greatest.isFinite ? greatest : 0
    let densities = lists.map { list in Elementary.exp(list.map { $0 - reference }) }
    return Table(dependence: dependence, densities: densities, logarithms: lists, greatest: reference)
  }

  private func logDensities(of k: Int, at values: [Double]) -> [Double] {
    let component = slice.component(k, at: values)
    guard let factor = Cholesky(component.covariance) else {
      return rows.map { _ in -.infinity }
    }
    let d = component.mean.count
    let constant = -0.5 * (Double(d) * Elementary.logTwoPi + factor.logDeterminant)
    if d == 1 {
      let (mean, scale) = (component.mean[0], 1 / factor.lower[0])
      return rows.map { row in
        let apart = (row.values[0] - mean) * scale
        return constant - 0.5 * apart * apart
      }
    }
    return rows.map { row in
      let apart = factor.whiten((0..<d).map { row.values[$0] - component.mean[$0] })
      return constant - 0.5 * apart.reduce(0) { $0 + $1 * $1 }
    }
  }

  // MARK: A node

  private func level(_ a: Int, _ b: Int, _ tables: [Table]) -> Double {
    let values = [x[a], y[b]]
    guard let weights = slice.weights(at: values) else { return -.infinity }
    let own = tables.indices.map { k -> [Double] in
      switch tables[k].dependence {
      case .none: tables[k].logarithms[0]
      case .x: tables[k].logarithms[a]
      case .y: tables[k].logarithms[b]
      case .both: logDensities(of: k, at: values)
      }
    }
    let logWeights = weights.map(Elementary.log)
    // In units of the greatest density, so that a sum of exponentials is neither 0 nor infinite.
    let unit = tables.map(\.greatest).max() ?? 0
    let scales = tables.indices.map { weights[$0] * Elementary.exp(tables[$0].greatest - unit) }
    var sums = Array(repeating: 0.0, count: rows.count)
    for (k, table) in tables.enumerated() {
      let densities =
        switch table.dependence {
        case .none: table.densities[0]
        case .x: table.densities[a]
        case .y: table.densities[b]
        case .both: Elementary.exp(own[k])
        }
      add(densities, times: scales[k], to: &sums)
    }
    var total = 0.0
    for i in rows.indices {
      let log =
        sums[i] > 1e-250 && sums[i] < 1e250
        ? unit + Elementary.log(sums[i]) : Elementary.logSumExp(own.indices.map { logWeights[$0] + own[$0][i] })
      total += rows[i].count * log
    }
    return total
  }

  private func add(_ values: [Double], times scale: Double, to sums: inout [Double]) {
    sums.withUnsafeMutableBufferPointer { sums in
      values.withUnsafeBufferPointer { values in
        for i in sums.indices { sums[i] += scale * values[i] }
      }
    }
  }
}
