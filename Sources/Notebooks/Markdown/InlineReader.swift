/// Turns cmark's inline nodes into `Inline`s, with every lift put back.
struct InlineReader {
  /// Deeper nesting than anyone writes would exhaust the stack of whoever walks the tree.
  static let deepestNesting = 100

  let masked: MaskedText
  var mistakes: [Diagnostic] = []
  /// The labels met since a heading began.
  var headingLabels: [Located<String>] = []
  private var isInLink = false

  init(_ masked: MaskedText) { self.masked = masked }

  /// Running text, or display maths that stands between two runs of it.
  enum Part {
    case inline(Inline)
    case display(Math)
  }

  /// The content of a paragraph, display maths apart.
  mutating func parts(of node: CmarkNode, depth: Int) -> [Part] {
    var parts: [Part] = []
    for child in node.children {
      if child.kind == .text {
        addText(child.literal, to: &parts)
      } else {
        add(inline(child, depth: depth), to: &parts)
      }
    }
    return parts
  }

  /// The content of a node; display maths in it is set like inline maths.
  mutating func inlines(of node: CmarkNode, depth: Int) -> [Inline] {
    guard depth < Self.deepestNesting else {
      refuseNesting(node)
      return []
    }
    return parts(of: node, depth: depth).map { part in
      switch part {
      case .inline(let inline): inline
      case .display(let math): .math(math)
      }
    }
  }

  mutating func refuseNesting(_ node: CmarkNode) {
    let location = masked.source.location(of: masked.sourceOffset(line: node.lines.lowerBound, column: 0))
    mistakes.append(.error("Markdown nested deeper than \(Self.deepestNesting) levels", at: location))
  }

  private mutating func inline(_ node: CmarkNode, depth: Int) -> Inline? {
    switch node.kind {
    case .softBreak: return .softBreak
    case .lineBreak: return .lineBreak
    case .code: return .code(masked.restored(node.literal))
    case .html: return .html(masked.restored(node.literal))
    case .emphasis: return .emphasis(inlines(of: node, depth: depth + 1))
    case .strong: return .strong(inlines(of: node, depth: depth + 1))
    case .strikethrough: return .strikethrough(inlines(of: node, depth: depth + 1))
    case .link: return link(node, depth: depth)
    case .image:
      return .image(
        source: masked.restored(node.destination), title: masked.restored(node.title), alt: plainText(of: node))
    default: return nil
    }
  }

  private mutating func link(_ node: CmarkNode, depth: Int) -> Inline {
    let destination = masked.restored(node.destination)
    let title = masked.restored(node.title)
    let children = node.children
    if children.count == 1, let text = children.first?.literal, !text.isEmpty, node.destination.hasSuffix(text) {
      return .link(destination: destination, title: title, [.text(masked.restored(text))])
    }
    let outer = isInLink
    isInLink = true
    defer { isInLink = outer }
    return .link(destination: destination, title: title, inlines(of: node, depth: depth + 1))
  }

  /// The words of an image's alternative text.
  private mutating func plainText(of image: CmarkNode) -> String {
    var literals: [String] = []
    image.visit { node in
      switch node.kind {
      case .text, .code: literals.append(node.literal)
      case .softBreak, .lineBreak: literals.append(" ")
      default: break
      }
    }
    let text = literals.joined()
    for case .lift(let lift) in masked.pieces(of: text) {
      switch lift.content {
      case .role(let role):
        mistakes.append(.error("the alternative text of an image holds no roles", at: role.name.location))
      case .pinned(let pin):
        mistakes.append(.error("the alternative text of an image holds no pinned values", at: pin.expression.location))
      default: break
      }
    }
    return masked.restored(text)
  }

  private mutating func addText(_ text: String, to parts: inout [Part]) {
    for piece in masked.pieces(of: text) {
      switch piece {
      case .text(let text): add(.text(text), to: &parts)
      case .lift(let lift):
        if case .math(let math, isDisplay: true) = lift.content {
          parts.append(.display(math))
        } else {
          add(inline(lift), to: &parts)
        }
      }
    }
  }

  private mutating func inline(_ lift: Lift) -> Inline? {
    switch lift.content {
    case .math(let math, _): return .math(math)
    case .role(let role): return .role(role)
    case .pinned(let pin): return .pinned(pin)
    case .citation(let keys): return .citation(keys)
    case .footnote(let label): return .footnote(label)
    case .reference(let label): return isInLink ? .text(masked.source.text(lift.range)) : .reference(label)
    case .verbatim: return .text(masked.source.text(lift.range))
    case .headingLabel(let label):
      headingLabels.append(label)
      return nil
    case .mistake(let mistake):
      mistakes.append(mistake)
      return nil
    }
  }

  /// Adds an inline; neighbouring texts become one.
  private func add(_ inline: Inline?, to parts: inout [Part]) {
    guard let inline else { return }
    guard case .text(let text) = inline else { return parts.append(.inline(inline)) }
    guard !text.isEmpty else { return }
    if case .inline(.text(let before))? = parts.last {
      parts[parts.count - 1] = .inline(.text(before + text))
    } else {
      parts.append(.inline(inline))
    }
  }
}
