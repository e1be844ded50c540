/// A local maximum of a surface, and the highest way from it to a higher one.
package struct Hill: Sendable, Hashable {
  package struct Place: Sendable, Hashable {
    package let x: Double
    package let y: Double
    package let height: Double
  }

  package let top: Place
  /// The lowest place of the highest way to a higher hill; nil for the highest, and where nodes without a value part it
  /// from all higher ones.
  package let pass: Place?

  /// How far the way to a higher hill goes down.
  package var prominence: Double { pass.map { top.height - $0.height } ?? .infinity }
}

extension ScalarGrid {
  /// The hills of at least some prominence, by height. Nodes that are not finite are no land.
  ///
  /// Nodes are laid down from the highest, each joining the land of its eight neighbours. Where two lands meet, the one
  /// with the lower top ends: its prominence is that of 0-dimensional persistent homology.
  ///
  /// - SeeAlso: Edelsbrunner, Letscher & Zomorodian, *Topological persistence and simplification*, 2002.
  package func hills(prominence least: Double) -> [Hill] {
    let (xs, ys) = (self.xs, self.ys)
    func place(_ node: Int) -> Hill.Place {
      .init(x: xs[node % columns], y: ys[node / columns], height: values[node])
    }
    // The land of a node: its highest node, found along parents.
    var parent = Array(repeating: -1, count: values.count)
    func summit(_ node: Int) -> Int {
      var node = node
      while parent[node] != node {
        parent[node] = parent[parent[node]]
        node = parent[node]
      }
      return node
    }
    let order = values.indices.filter { values[$0].isFinite }.sorted { (-values[$0], $0) < (-values[$1], $1) }
    var hills: [Hill] = []
    for node in order {
      parent[node] = node
      let summits = Set(neighbours(of: node).filter { parent[$0] >= 0 && $0 != node }.map(summit))
      // The highest land takes the node and the others with it.
      let ranked = summits.sorted { (-values[$0], $0) < (-values[$1], $1) }
      guard let winner = ranked.first else { continue }
      for other in ranked.dropFirst() {
        if values[other] - values[node] >= least { hills.append(Hill(top: place(other), pass: place(node))) }
        parent[other] = winner
      }
      parent[node] = winner
    }
    for summit in order where parent[summit] == summit { hills.append(Hill(top: place(summit), pass: nil)) }
    return hills.sorted { $0.top.height > $1.top.height }
  }

  private func neighbours(of node: Int) -> [Int] {
    let (column, row) = (node % columns, node / columns)
    return (max(0, row - 1)...min(rows - 1, row + 1)).flatMap { row in
      (max(0, column - 1)...min(columns - 1, column + 1)).map { row * columns + $0 }
    }
  }
}
