/// Elements in a line, each space put where MathML wants it: on an operator beside it, else as an `<mspace>`.
struct SpacedLine {
  private(set) var elements: [Element] = []
  /// The last element names a function that has not met its argument.
  private var pendingFunction = false

  /// Adds an element `gap` mu after the one before it.
  mutating func append(_ element: Element, gap: Int, isFunction: Bool = false, isArgument: Bool = false) {
    var element = element
    if pendingFunction, isArgument {
      elements.append(Element("mo", "\u{2061}").closed)
    }
    pendingFunction = isFunction
    if gap != 0, let last = elements.indices.last {
      if !elements[last].setSpace(after: gap), !element.setSpace(before: gap) {
        elements.append(Element.space(gap))
      }
    } else if gap != 0 {
      elements.append(Element.space(gap))
    }
    elements.append(element)
  }

  /// Adds the space at the end of the line.
  mutating func close(gap: Int) {
    if gap != 0 { elements.append(Element.space(gap)) }
  }
}
