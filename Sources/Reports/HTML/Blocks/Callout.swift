extension PageWriter {
  /// A passage set apart by a rule at its left. Those that the run raised are numbered for the provenance to link to.
  mutating func callout(_ callout: Report.Callout) {
    var anchor: String?
    if callout.isFromRun {
      warnings += 1
      anchor = Self.warningAnchor(warnings)
    }
    let kind = callout.kind
    block(
      kind.isStatement ? "div" : "aside",
      ["class": "callout \(kind.rawValue)", "id": anchor, "role": kind.isStatement ? nil : "note"]
    ) {
      $0.line("p", ["class": "title"]) { $0.calloutTitle(callout) }
      $0.blocks(callout.blocks)
    }
  }

  /// `Theorem 1 (Jensen's inequality).` for a statement; `Note`, or the title in its place, for the others.
  private mutating func calloutTitle(_ callout: Report.Callout) {
    let name = callout.kind.word
    guard callout.kind.isStatement else {
      inline("span", ["class": callout.title.isEmpty ? "label" : "label hidden"]) {
        $0.html.text(callout.title.isEmpty ? name : name + ": ")
      }
      phrases(callout.title)
      return
    }
    inline("span", ["class": "label"]) { $0.html.text(callout.number.map { "\(name)\u{A0}\($0)" } ?? name) }
    if !callout.title.isEmpty {
      html.raw(" (")
      phrases(callout.title)
      html.raw(")")
    }
    html.raw(".")
  }
}
