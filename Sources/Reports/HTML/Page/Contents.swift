extension PageWriter {
  /// The contents, to two levels: a column beside the text on a wide page, folded above it on a narrow one.
  ///
  /// Both are written and the style sheet shows one of them; the other is hidden from screen readers too.
  mutating func contents() {
    let sections = Section.outline(of: report.blocks)
    guard sections.count > 1 else { return }
    block("nav", ["class": "contents column", "aria-label": "Contents"]) {
      $0.line("p", ["class": "label"]) { $0.html.text("Contents") }
      $0.list(sections)
    }
    block("details", ["class": "contents folded"]) {
      $0.line("summary") { $0.html.text("Contents") }
      $0.block("nav", ["aria-label": "Contents"]) { $0.list(sections) }
    }
  }

  private mutating func list(_ sections: [Section]) {
    block("ol") {
      for section in sections {
        $0.html.raw("<li>")
        $0.inline("a", ["href": "#" + section.anchor]) {
          if let number = section.number { $0.sectionNumber(number) }
          $0.phrases(section.title.withoutLinks)
        }
        if !section.children.isEmpty { $0.list(section.children) }
        $0.html.raw("</li>\n")
      }
    }
  }
}

/// A heading and those directly below it.
private struct Section {
  var anchor: String
  var number: String?
  var title: [Phrase]
  var children: [Section] = []

  /// Headings of level 2 with their level 3; a level 3 before any level 2 stands for itself.
  static func outline(of blocks: [Report.Block]) -> [Section] {
    var sections: [Section] = []
    var hasParent = false
    for case .heading(let level, let anchor, let number, let title) in blocks where level <= 3 {
      let section = Section(anchor: anchor, number: number, title: title)
      if level == 3, hasParent {
        sections[sections.count - 1].children.append(section)
      } else {
        sections.append(section)
        hasParent = level < 3
      }
    }
    return sections
  }
}
