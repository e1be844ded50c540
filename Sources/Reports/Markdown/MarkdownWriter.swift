internal import TeXMath

/// Writes the parts of one report as lines of Markdown.
struct MarkdownWriter {
  let report: Report
  /// The anchors of headings that something in the report links to: only these are written out.
  let linkedAnchors: Set<String>

  init(_ report: Report) {
    self.report = report
    linkedAnchors = report.linkedAnchors
  }

  /// Blocks with an empty line between each two.
  ///
  /// - Parameter isNested: whether they stand within another block, where GitHub knows no alerts.
  func lines(_ blocks: [Report.Block], isNested: Bool) -> [String] {
    var groups: [[String]] = []
    var alternates = false
    for (index, block) in blocks.enumerated() {
      // Two lists of one kind in a row would be read as one, were their signs the same.
      alternates = index > 0 && block.isList && blocks[index - 1].isList && !alternates
      groups.append(lines(block, isNested: isNested, alternates: alternates))
    }
    return separated(groups)
  }

  /// Groups of lines with an empty line between each two.
  func separated(_ groups: [[String]]) -> [String] {
    Array(groups.filter { !$0.isEmpty }.joined(separator: [""]))
  }

  func paragraph(_ phrases: [Phrase]) -> [String] {
    MarkdownEscaping.atLineStarts(text(phrases, in: .paragraph))
  }

  private func lines(_ block: Report.Block, isNested: Bool, alternates: Bool) -> [String] {
    switch block {
    case .heading(let level, let anchor, let number, let title):
      heading(level: level, anchor: anchor, number: number, title)
    case .paragraph(let phrases): paragraph(phrases)
    case .list(let list): self.list(list, alternates: alternates)
    case .quote(let blocks): quoted(lines(blocks, isNested: true))
    case .callout(let callout): self.callout(callout, isNested: isNested)
    case .code(let language, let text): code(text, language: language)
    case .html(let html): html.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map(String.init)
    case .rule: ["***"]
    case .formula(let formula): self.formula(formula)
    case .table(let table): self.table(table)
    case .figure(let figure): self.figure(figure)
    case .claims(let claims): self.claims(claims)
    case .details(let summary, let blocks): details(summary: summary.plainText, blocks)
    }
  }

  private func heading(level: Int, anchor: String, number: String?, _ title: [Phrase]) -> [String] {
    let place = linkedAnchors.contains(anchor) ? self.anchor(anchor) : ""
    let title = text((number.map { [.text($0 + " ")] } ?? []) + title, in: .heading)
    return [String(repeating: "#", count: min(max(level, 1), 6)) + " " + place + MarkdownEscaping.headingEnd(title)]
  }

  /// A fence of maths, each row of an array on a line of its own.
  private func formula(_ formula: Report.Formula) -> [String] {
    let tex = formula.expression.gitHubSource(number: formula.number.map { String($0) })
    let rows = tex.replacing(#" \\ "#, with: " \\\\\n")
    return (formula.anchor.map { [anchor($0), ""] } ?? []) + code(rows, language: "math")
  }

  func code(_ text: String, language: String) -> [String] {
    let fence = String(repeating: "`", count: max(3, text.longestRun(of: "`") + 1))
    var lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map(String.init)
    if lines.last == "" { lines.removeLast() }
    return [fence + language.filter { !$0.isNewline && $0 != "`" }] + lines + [fence]
  }

  /// Blocks that GitHub folds under their summary.
  func details(summary: String, _ blocks: [Report.Block]) -> [String] {
    separated([
      ["<details>", "<summary>\(MarkdownEscaping.html(summary))</summary>"], lines(blocks, isNested: true),
      ["</details>"],
    ])
  }

  /// A place to link to.
  func anchor(_ name: String) -> String { "<a id=\"\(name)\"></a>" }

  func quoted(_ lines: [String]) -> [String] { lines.map { $0.isEmpty ? ">" : "> " + $0 } }
}

extension Report.Block {
  fileprivate var isList: Bool {
    switch self {
    case .list, .claims: true
    default: false
    }
  }
}
