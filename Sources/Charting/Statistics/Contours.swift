extension ScalarGrid {
  /// The lines on which the function equals a level; closed, or open where they leave the grid.
  package func isolines(at level: Double) -> [ContourMark.Line] {
    MarchingSquares(self, level: level, closedAtBorder: false).lines()
  }

  /// The polygons that bound `{f ≥ level}`, all closed, along the grid's border where the region reaches it.
  ///
  /// Outer borders run counter-clockwise (x to the right, y up), holes clockwise.
  package func regions(at level: Double) -> [ContourMark.Line] {
    MarchingSquares(self, level: level, closedAtBorder: true).lines()
  }

  /// The polygons that bound `{low ≤ f < high}`: the region of the one and, as holes, of the other.
  package func band(from low: Double, to high: Double) -> [ContourMark.Line] {
    regions(at: low)
      + regions(at: high).map { ContourMark.Line(x: $0.x.reversed(), y: $0.y.reversed(), closed: true) }
  }
}
