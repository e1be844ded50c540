extension Report {
  /// The anchors that the report's text links to.
  var linkedAnchors: Set<String> {
    let blocks = blocks + notes.joined()
    return Set((blocks.withDescendants.flatMap(\.ownPhrases) + references.flatMap(\.text)).flatMap(\.linkedAnchors))
  }
}

extension [Report.Block] {
  /// These blocks and all within them, each before its parts.
  var withDescendants: [Report.Block] {
    flatMap { block -> [Report.Block] in
      switch block {
      case .list(let list): [block] + list.items.flatMap(\.blocks).withDescendants
      case .quote(let blocks), .details(_, let blocks): [block] + blocks.withDescendants
      case .callout(let callout): [block] + callout.blocks.withDescendants
      case .figure(let figure): [block] + figure.longDescription.withDescendants
      case .heading, .paragraph, .code, .html, .rule, .formula, .table, .claims: [block]
      }
    }
  }
}

extension Report.Block {
  /// The running text of this block but not of the blocks within it.
  fileprivate var ownPhrases: [Phrase] {
    switch self {
    case .heading(_, _, _, let phrases), .paragraph(let phrases), .details(let phrases, _): phrases
    case .callout(let callout): callout.title
    case .table(let table): table.caption + table.columns.flatMap(\.title) + table.rows.joined().joined()
    case .figure(let figure): figure.caption
    case .list, .quote, .code, .html, .rule, .formula, .claims: []
    }
  }
}

extension Phrase {
  fileprivate var linkedAnchors: [String] {
    switch self {
    case .emphasis(let parts), .strong(let parts), .strikethrough(let parts), .component(_, let parts):
      parts.flatMap(\.linkedAnchors)
    case .link(let destination, _, let parts):
      (destination.hasPrefix("#") ? [String(destination.dropFirst())] : []) + parts.flatMap(\.linkedAnchors)
    case .reference(let anchor, _): [anchor]
    default: []
    }
  }
}
