internal import Notebooks
internal import TeXMath

/// The walk through a notebook that numbers its parts and then looks every mention up.
struct NumberingPass {
  let notebook: Notebook
  let bibliography: Bibliography
  var numbering = Numbering()
  var mistakes: [Diagnostic] = []

  private var counts: [LabelKind: Int] = [:]
  private var calloutCounts: [Callout.Kind: Int] = [:]
  /// Every label given, in the order found.
  private(set) var labels: [Located<String>] = []

  init(notebook: Notebook, bibliography: Bibliography) {
    self.notebook = notebook
    self.bibliography = bibliography
    numbering.lines = notebook.source.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
  }

  mutating func run() {
    numberParts()
    numberSections()
    checkFootnoteLabels()
    lookUpMentions()
  }

  // MARK: Parts that have a number of their own

  private mutating func numberParts() {
    for inline in (notebook.frontMatter.title + notebook.frontMatter.subtitle).withDescendants { check(inline) }
    for block in notebook.blocks {
      switch block {
      case .markup(let markup): number([markup])
      case .directive(let call):
        if let name = call.name, let kind = LabelKind(of: name.value), kind == .figure || kind == .table {
          count(name, as: kind)
        }
        for inline in call.text.withDescendants { check(inline) }
      }
    }
    for footnote in notebook.footnotes { number(footnote.blocks) }
  }

  private mutating func number(_ blocks: [Markup]) {
    for markup in blocks.withDescendants {
      if case .math(let math) = markup { number(math) }
      if case .callout(let callout) = markup, callout.kind.isNumbered {
        calloutCounts[callout.kind, default: 0] += 1
        numbering.callouts[callout.location] = calloutCounts[callout.kind]
      }
      for inline in markup.ownInlines { check(inline) }
    }
  }

  private mutating func number(_ math: Math) {
    do {
      guard let label = try math.expression(lines: numbering.lines).label else { return }
      let place = math.location(ofLabel: label, lines: numbering.lines)
      count(Located(label, at: place), as: .equation)
    } catch {
      mistakes += error.all
    }
  }

  private mutating func check(_ inline: Inline) {
    guard case .math(let math) = inline else { return }
    do {
      guard let label = try math.expression(lines: numbering.lines).label else { return }
      mistakes.append(
        .error(
          "a formula within text cannot have a number", at: math.location(ofLabel: label, lines: numbering.lines),
          hint: "display it as $$ … $$ in a paragraph of its own"))
    } catch {
      mistakes += error.all
    }
  }

  private mutating func count(_ label: Located<String>, as kind: LabelKind) {
    guard define(label) else { return }
    counts[kind, default: 0] += 1
    numbering.numbers[label.value] = counts[kind].map { String($0) }
  }

  /// Whether the label is new.
  mutating func define(_ label: Located<String>) -> Bool {
    if let first = labels.first(where: { $0.value == label.value }) {
      mistakes.append(
        .error(
          "the label '\(label.value)' is given twice", at: label.location,
          hint: "it was first given on line \(first.location.line)"))
      return false
    }
    labels.append(label)
    return true
  }
}

extension Callout.Kind {
  /// Whether callouts of this kind are counted.
  fileprivate var isNumbered: Bool { self == .definition || self == .theorem || self == .example }
}

extension DirectiveCall {
  /// The running text among its options, in their order; text that cannot be read is reported by the directive.
  var text: [Inline] {
    guard case .mapping(let entries, _) = body else { return [] }
    return entries.flatMap { entry -> [Inline] in
      guard ["title", "subtitle", "caption", "alt"].contains(entry.key.value), case .scalar(let scalar) = entry.value
      else { return [] }
      return (try? [Inline](parsingInline: scalar.text, at: scalar.location)) ?? []
    }
  }
}
