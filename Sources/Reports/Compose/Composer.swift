package import Notebooks
internal import TeXMath

/// Turns markup into blocks of a report: values worked out, references named, formulas parsed.
///
/// Everything that a composer needs to know of the notebook is in its numbering; the values come from the caller, who
/// alone knows the results so far.
package struct Composer: Sendable {
  /// A place in running text where a result stands.
  package enum Value: Sendable, Hashable {
    case role(Role)
    /// The text that stands there is the caller's to compare with the value.
    case pinned(PinnedValue)
  }

  package typealias Evaluation = (Value) throws -> String

  package let numbering: Numbering

  package init(_ numbering: Numbering) { self.numbering = numbering }

  /// - Parameter evaluate: gives the text of a value; what it throws is thrown on.
  /// - Throws: `Diagnostics` when the text holds something that the numbering does not know.
  package func blocks(for markups: [Markup], evaluate: Evaluation) throws -> [Report.Block] {
    try markups.map { try block(for: $0, evaluate: evaluate) }
  }

  /// Text of a caption, a title or an alternative text.
  package func phrases(for inlines: [Inline], evaluate: Evaluation) throws -> [Phrase] {
    try inlines.map { try phrase(for: $0, evaluate: evaluate) }
  }

  package func header(for frontMatter: FrontMatter, evaluate: Evaluation) throws -> Report.Header {
    Report.Header(
      title: try phrases(for: frontMatter.title, evaluate: evaluate),
      subtitle: try phrases(for: frontMatter.subtitle, evaluate: evaluate),
      author: frontMatter.author, date: frontMatter.date, language: frontMatter.language ?? "en",
      description: frontMatter.description)
  }

  /// The footnotes that the notebook mentions, in the order of their numbers.
  package func notes(evaluate: Evaluation) throws -> [[Report.Block]] {
    try numbering.notes.map { try blocks(for: $0.blocks, evaluate: evaluate) }
  }
}

// MARK: Blocks

extension Composer {
  private func block(for markup: Markup, evaluate: Evaluation) throws -> Report.Block {
    switch markup {
    case .heading(let level, let label, let text, let location):
      let section =
        numbering.sections[location]
        ?? Numbering.Section(level: level + 1, anchor: label?.value ?? "section", number: nil)
      return .heading(
        level: section.level, anchor: section.anchor, number: section.number,
        try phrases(for: text, evaluate: evaluate))
    case .paragraph(let text): return .paragraph(try phrases(for: text, evaluate: evaluate))
    case .list(let list):
      let items = try list.items.map {
        Report.List.Item(isChecked: $0.isChecked, blocks: try blocks(for: $0.blocks, evaluate: evaluate))
      }
      return .list(Report.List(start: list.start, isTight: list.isTight, items: items))
    case .quote(let quoted): return .quote(try blocks(for: quoted, evaluate: evaluate))
    case .callout(let callout):
      return .callout(
        Report.Callout(
          kind: Report.Callout.Kind(callout.kind), number: numbering.callouts[callout.location],
          title: try phrases(for: callout.title, evaluate: evaluate),
          blocks: try blocks(for: callout.blocks, evaluate: evaluate)))
    case .code(let language, let text): return .code(language: language, text: text)
    case .table(let table): return .table(try self.table(for: table, evaluate: evaluate))
    case .html(let html): return .html(html)
    case .rule: return .rule
    case .math(let math):
      let expression = try math.expression(lines: numbering.lines)
      return .formula(
        Report.Formula(
          expression, anchor: expression.label, number: expression.label.flatMap { numbering.number(of: $0) }))
    }
  }

  private func table(for table: MarkupTable, evaluate: Evaluation) throws -> Report.Table {
    let alignments = table.alignments.map(Report.Table.Alignment.init)
    let columns = try table.header.enumerated().map { index, title in
      Report.Table.Column(
        try phrases(for: title, evaluate: evaluate),
        alignment: alignments.indices.contains(index) ? alignments[index] : .left)
    }
    return Report.Table(
      columns: columns, rows: try table.rows.map { try $0.map { try phrases(for: $0, evaluate: evaluate) } })
  }
}

// MARK: Running text

extension Composer {
  private func phrase(for inline: Inline, evaluate: Evaluation) throws -> Phrase {
    switch inline {
    case .text(let text): return .text(text)
    case .emphasis(let parts): return .emphasis(try phrases(for: parts, evaluate: evaluate))
    case .strong(let parts): return .strong(try phrases(for: parts, evaluate: evaluate))
    case .strikethrough(let parts): return .strikethrough(try phrases(for: parts, evaluate: evaluate))
    case .code(let code): return .code(code)
    case .link(let destination, let title, let parts):
      return .link(destination: destination, title: title, try phrases(for: parts, evaluate: evaluate))
    case .image(let source, let title, let alt): return .image(source: source, title: title, alt: alt)
    case .lineBreak: return .lineBreak
    case .softBreak: return .softBreak
    case .html(let html): return .html(html)
    case .math(let math): return .math(try math.expression(lines: numbering.lines))
    case .role(let role): return .value(try evaluate(.role(role)))
    case .pinned(let pinned): return .value(try evaluate(.pinned(pinned)))
    case .reference(let label):
      guard let name = numbering.name(of: label.value) else { throw unknown("reference", label) }
      return .reference(anchor: label.value, text: name)
    case .citation(let keys):
      return .citation(
        try keys.map {
          guard let number = numbering.citationNumbers[$0.value] else { throw unknown("work", $0) }
          return number
        })
    case .footnote(let label):
      guard let number = numbering.noteNumbers[label.value] else { throw unknown("footnote", label) }
      return .footnote(number: number)
    }
  }

  /// Text that came up in the run and was not in the notebook when its mentions were looked up.
  private func unknown(_ kind: String, _ name: Located<String>) -> Diagnostics {
    Diagnostics([.error("unknown \(kind) '\(name.value)'", at: name.location)])
  }
}

extension Report.Callout.Kind {
  fileprivate init(_ kind: Callout.Kind) {
    self =
      switch kind {
      case .note: .note
      case .tip: .tip
      case .important: .important
      case .warning: .warning
      case .caution: .caution
      case .definition: .definition
      case .theorem: .theorem
      case .proof: .proof
      case .example: .example
      }
  }
}

extension Report.Table.Alignment {
  fileprivate init(_ alignment: MarkupTable.Alignment) {
    self =
      switch alignment {
      case .none, .left: .left
      case .center: .center
      case .right: .right
      }
  }
}
