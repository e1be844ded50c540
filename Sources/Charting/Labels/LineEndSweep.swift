/// Heights for labels in a margin: each as near as can be to its line, none on another.
///
/// - SeeAlso: the pool-adjacent-violators algorithm of isotonic regression, on heights less the room above each.
package enum LineEndSweep {
  /// - Parameters:
  ///   - wanted: the heights where the lines end, in any order.
  ///   - heights: of the labels.
  ///   - range: the top and bottom of the margin.
  /// - Returns: the middles of the labels, in the order given; `nil` when they do not fit in the range.
  package static func middles(wanted: [Double], heights: [Double], in range: ClosedRange<Double>) -> [Double]? {
    guard heights.reduce(0, +) <= range.upperBound - range.lowerBound else { return nil }
    struct Block {
      var members: [Int]
      var height: Double
      /// Where its top would lie if it were alone, averaged over its members.
      var top: Double
    }
    var blocks: [Block] = []
    for index in wanted.indices.sorted(by: { (wanted[$0], $0) < (wanted[$1], $1) }) {
      var block = Block(members: [index], height: heights[index], top: wanted[index] - heights[index] / 2)
      block.top = block.top.clamped(range.lowerBound, range.upperBound - block.height)
      while let above = blocks.last, above.top + above.height > block.top {
        blocks.removeLast()
        let (a, b) = (Double(above.members.count), Double(block.members.count))
        let top = (above.top * a + (block.top - above.height) * b) / (a + b)
        let height = above.height + block.height
        block = Block(
          members: above.members + block.members, height: height,
          top: top.clamped(range.lowerBound, range.upperBound - height))
      }
      blocks.append(block)
    }
    var middles = wanted
    for block in blocks {
      var top = block.top
      for member in block.members {
        middles[member] = top + heights[member] / 2
        top += heights[member]
      }
    }
    return middles
  }
}
