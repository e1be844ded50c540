/// Puts layers on top of each other.
///
/// Negative heights are put below each other, downwards from 0; NaN counts as 0.
///
/// - Parameter layers: heights of each layer, all of one length, the layer next to 0 first.
/// - Returns: foot and top of every height, in the same order.
package func stacked(_ layers: [[Double]]) -> [[ClosedRange<Double>]] {
  var tops = layers.first.map { Array(repeating: 0.0, count: $0.count) } ?? []
  var bottoms = tops
  return layers.map { layer in
    zip(layer.indices, layer).map { index, height in
      if height < 0 {
        let top = bottoms[index]
        bottoms[index] += height
        return bottoms[index]...top
      }
      let foot = tops[index]
      tops[index] += max(0, height)
      return foot...tops[index]
    }
  }
}
