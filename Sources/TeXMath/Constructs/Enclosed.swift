/// A parenthesis with all it holds, as the base of scripts.
struct Enclosed: MathNode {
  var row: Row

  var leading: AtomClass? { row.nodes.first?.leading }
  var trailing: AtomClass? { row.nodes.last?.trailing }

  func element(in style: MathStyle) -> Element { Element("mrow", row.elements(in: style)) }
  func plainText(inScript: Bool) -> String { row.plainText(inScript: inScript) }

  /// Where the parenthesis that `close` ends begins among the nodes before it; `nil` when it ends none.
  static func start(closedBy close: any MathNode, in nodes: [any MathNode]) -> Int? {
    let bar = (close as? Symbol)?.bar
    guard bar != nil || isClosing(close) else { return nil }
    var open = 0
    var bars: [Int] = []
    for index in nodes.indices.reversed() {
      if isClosing(nodes[index]) {
        open += 1
      } else if isOpening(nodes[index]) {
        if open == 0 { return bar == nil ? index : odd(bars) }
        open -= 1
      } else if let bar, open == 0, (nodes[index] as? Symbol)?.bar == bar {
        bars.append(index)
      }
    }
    return odd(bars)
  }

  /// An upright bar closes the bar before it, unless the bars before it are in pairs already.
  private static func odd(_ bars: [Int]) -> Int? { bars.count % 2 == 1 ? bars[0] : nil }

  private static func isOpening(_ node: any MathNode) -> Bool { node.leading == .opening && node.trailing == .opening }
  private static func isClosing(_ node: any MathNode) -> Bool { node.leading == .closing && node.trailing == .closing }
}
