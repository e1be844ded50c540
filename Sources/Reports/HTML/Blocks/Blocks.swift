extension PageWriter {
  mutating func blocks(_ blocks: [Report.Block]) {
    for block in blocks { self.block(block) }
  }

  private mutating func block(_ block: Report.Block) {
    switch block {
    case .heading(let level, let anchor, let number, let title):
      heading(level: level, anchor: anchor, number: number, title)
    case .paragraph(let phrases): line("p") { $0.phrases(phrases) }
    case .list(let list): self.list(list)
    case .quote(let blocks): self.block("blockquote") { $0.blocks(blocks) }
    case .callout(let callout): self.callout(callout)
    case .code(let language, let text): code(language: language, text)
    case .html(let markup):
      html.endLine()
      html.raw(markup)
      html.endLine()
    case .rule: html.raw("<hr>\n")
    case .formula(let formula): self.formula(formula)
    case .table(let table): self.table(table)
    case .figure(let figure): self.figure(figure)
    case .claims(let claims): self.claims(claims)
    case .details(let summary, let blocks): details(summary: summary, blocks)
    }
  }

  private mutating func details(summary: [Phrase], _ blocks: [Report.Block]) {
    block("details") {
      $0.line("summary") { $0.phrases(summary) }
      $0.blocks(blocks)
    }
  }
}
