/// Nodes in a line.
struct Row: Sendable {
  var nodes: [any MathNode]

  init(_ nodes: [any MathNode]) {
    self.nodes = nodes
  }

  /// The class of its first atom.
  var leading: AtomClass? { AtomClass.resolved(nodes).lazy.compactMap { $0?.leading }.first }
  /// The class of its last atom.
  var trailing: AtomClass? { AtomClass.resolved(nodes).lazy.compactMap { $0?.trailing }.last }

  /// One element: the only one, or all in an `<mrow>`.
  func element(in style: MathStyle) -> Element {
    let elements = elements(in: style)
    return elements.count == 1 ? elements[0] : Element("mrow", elements)
  }

  /// The elements of the nodes, with TeX's spaces on the operators among them.
  func elements(in style: MathStyle) -> [Element] {
    var line = SpacedLine()
    var gap = 0
    var left: AtomClass?
    for (node, classes) in zip(nodes, AtomClass.resolved(nodes)) {
      gap += node.advance
      guard let (leading, trailing) = classes else { continue }
      if let left { gap += AtomClass.space(left, leading, inScript: style == .script) }
      line.append(node.element(in: style), gap: gap, isFunction: node.isFunction, isArgument: leading.canBeArgument)
      gap = 0
      left = trailing
    }
    line.close(gap: gap)
    return line.elements
  }

  func plainText(inScript: Bool) -> String {
    var text = ""
    var gap = 0
    var left: (class: AtomClass, node: any MathNode)?
    for (node, classes) in zip(nodes, AtomClass.resolved(nodes)) {
      gap += node.advance
      guard let (leading, trailing) = classes else { continue }
      let piece = node.plainText(inScript: inScript)
      if let left {
        gap += AtomClass.space(left.class, leading, inScript: inScript)
        // “π_k N” rather than “π_kN”: a script would swallow the letter.
        if left.node is Scripts, piece.first?.isLetter == true { gap += 1 }
      }
      text += (gap > 0 && !text.isEmpty && text.last != " " ? " " : "") + piece
      gap = 0
      left = (trailing, node)
    }
    return text
  }
}

/// A list in braces, which TeX spaces as one ordinary atom.
struct Group: MathNode {
  var row: Row

  /// A group of one symbol has that symbol's scripts where they were.
  func element(in style: MathStyle) -> Element { row.element(in: style) }
  func plainText(inScript: Bool) -> String { row.plainText(inScript: inScript) }
}
