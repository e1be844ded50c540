/// A base with what stands below and above on its right, or below and above it as limits.
struct Scripts: MathNode {
  var base: any MathNode
  var below: Row?
  var above: Row?
  var primes: Int
  var limits: Limits

  var leading: AtomClass? { base.leading }
  var trailing: AtomClass? { base.trailing }
  var isFunction: Bool { base.isFunction }

  func element(in style: MathStyle) -> Element {
    let stacked = limits == .always || (limits == .inDisplay && style == .display)
    var base = base.element(in: style)
    if !stacked { base = base.asBase(hasSubscript: below != nil, hasSuperscript: aboveElement != nil) }
    switch (below?.element(in: .script), aboveElement) {
    case (let below?, let above?): return Element(stacked ? "munderover" : "msubsup", [base, below, above])
    case (let below?, nil): return Element(stacked ? "munder" : "msub", [base, below])
    case (nil, let above?): return Element(stacked ? "mover" : "msup", [base, above])
    case (nil, nil): return base
    }
  }

  private var aboveElement: Element? {
    guard primes > 0 else { return above?.element(in: .script) }
    let prime = Element.mo(Self.marks(primes))
    guard let above else { return prime }
    return Element("mrow", [prime] + above.elements(in: .script))
  }

  /// Two and three primes are characters of their own, set closer.
  private static func marks(_ primes: Int) -> String {
    primes < 4 ? ["", "′", "″", "‴"][primes] : String(repeating: "′", count: primes)
  }

  func plainText(inScript: Bool) -> String {
    var text = base.plainText(inScript: inScript) + Self.marks(primes)
    for (mark, row) in [("_", below), ("^", above)] {
      guard let script = row?.plainText(inScript: true) else { continue }
      text += mark + (script.allSatisfy { $0.isLetter || $0.isNumber } || script.count == 1 ? script : "(\(script))")
    }
    return text
  }
}

extension Parser {
  /// Reads the scripts after a node. Those of a closing parenthesis go to the whole of it: `whole` gives up the nodes
  /// from the opening one on.
  mutating func scripts(on node: any MathNode, whole: inout [any MathNode]) throws(TeXError) -> any MathNode {
    var scripts = Scripts(base: node, below: nil, above: nil, primes: 0, limits: node.limits)
    var superscripted = false
    reading: while true {
      skipSpaces()
      let token = scanner.peek
      switch token.kind {
      case .character("'"):
        guard scripts.above == nil else { throw .second("superscript", at: token.offset) }
        _ = scanner.next()
        scripts.primes += 1
      case .character("^"):
        guard !superscripted else { throw .second("superscript", at: token.offset) }
        superscripted = true
        scripts.above = try argument("superscript", of: scanner.next())
      case .character("_"):
        guard scripts.below == nil else { throw .second("subscript", at: token.offset) }
        scripts.below = try argument("subscript", of: scanner.next())
      case .command("limits"), .command("nolimits"):
        guard node.leading == .largeOperator else {
          throw TeXError("\(token.spelling) does not follow an operator", at: token.offset)
        }
        scripts.limits = scanner.next().isCommand("limits") ? .always : .never
      default:
        break reading
      }
    }
    guard scripts.below != nil || scripts.above != nil || scripts.primes > 0 else { return node }
    if let start = Enclosed.start(closedBy: node, in: whole) {
      scripts.base = Enclosed(row: Row(whole[start...] + [node]))
      whole.removeSubrange(start...)
    }
    return scripts
  }
}

extension TeXError {
  fileprivate static func second(_ script: String, at offset: Int) -> TeXError {
    TeXError("a second \(script) on one base", at: offset, hint: "put braces around what the first belongs to")
  }
}
