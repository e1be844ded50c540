/// Moves points sideways off their line just as far as they need in order not to overlap.
///
/// From the smallest on, each point takes the place nearest to the line that is free beside those before it, on either
/// side in turn; the result depends on nothing but the values.
///
/// - Parameters:
///   - places: along the line, in pixels, in any order.
///   - diameter: what two points keep between their middles.
/// - Returns: how far each lies off the line, in the order given.
package func swarmed(_ places: [Double], diameter: Double) -> [Double] {
  let order = places.indices.sorted { (places[$0], $0) < (places[$1], $1) }
  var offsets = [Double](repeating: 0, count: places.count)
  var first = 0
  for (turn, index) in order.enumerated() {
    while places[index] - places[order[first]] >= diameter { first += 1 }
    let near: [(offset: Double, clear: Double)] = order[first..<turn].map { other in
      let along = places[index] - places[other]
      let clear = max(0, diameter * diameter - along * along).squareRoot()
      return (offsets[other], clear)
    }
    let side: Double = turn % 2 == 0 ? 1 : -1
    var candidates = [0.0]
    for other in near { candidates += [other.offset + other.clear, other.offset - other.clear] }
    candidates.sort { a, b in abs(a) == abs(b) ? side * a > side * b : abs(a) < abs(b) }
    offsets[index] =
      candidates.first { candidate in
        near.allSatisfy { abs(candidate - $0.offset) >= $0.clear - 1e-9 }
      } ?? 0
  }
  return offsets
}
