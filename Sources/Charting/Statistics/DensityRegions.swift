extension ScalarGrid {
  /// The levels of a density above which given masses of probability lie: the smallest regions that hold them.
  ///
  /// - Parameter masses: between 0 and 1.
  /// - Returns: a level for each mass; `nil` where the whole grid holds less than that.
  /// - SeeAlso: R. J. Hyndman, *Computing and graphing highest density regions*, The American Statistician 50, 1996.
  package func densityLevels(holding masses: [Double]) -> [Double?] {
    let cell =
      (x.upperBound - x.lowerBound) / Double(columns - 1) * (y.upperBound - y.lowerBound) / Double(rows - 1)
    // Nodes on the border stand for half a cell, corners for a quarter (the trapezoidal rule).
    let nodes = values.indices.filter { values[$0] > 0 && values[$0].isFinite }.map { index in
      let (column, row) = (index % columns, index / columns)
      let share = (column == 0 || column == columns - 1 ? 0.5 : 1) * (row == 0 || row == rows - 1 ? 0.5 : 1)
      return (level: values[index], mass: values[index] * cell * share)
    }.sorted { $0.level > $1.level }
    return masses.map { mass in
      var held = 0.0
      var above = nodes.first?.level ?? 0
      for node in nodes {
        if held + node.mass >= mass {
          // A node's mass is taken to lie evenly between its level and the one before.
          return above + (node.level - above) * ((mass - held) / node.mass).clamped(0, 1)
        }
        held += node.mass
        above = node.level
      }
      return nil
    }
  }
}
