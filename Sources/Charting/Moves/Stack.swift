/// Puts layers on top of each other.
///
/// - Parameter layers: heights of each layer, all of one length, the lowest layer first; negative heights count as 0.
/// - Returns: foot and top of every height, in the same order.
package func stacked(_ layers: [[Double]]) -> [[ClosedRange<Double>]] {
  var tops = layers.first.map { Array(repeating: 0.0, count: $0.count) } ?? []
  return layers.map { layer in
    zip(layer.indices, layer).map { index, height in
      let foot = tops[index]
      tops[index] += max(0, height)
      return foot...tops[index]
    }
  }
}
