package import Notebooks

extension [Markup] {
  /// These blocks and all within them, each before its parts, in the order of the text.
  package var withDescendants: [Markup] {
    flatMap { markup -> [Markup] in
      switch markup {
      case .list(let list): [markup] + list.items.flatMap(\.blocks).withDescendants
      case .quote(let blocks): [markup] + blocks.withDescendants
      case .callout(let callout): [markup] + callout.blocks.withDescendants
      case .heading, .paragraph, .code, .table, .html, .rule, .math: [markup]
      }
    }
  }

  /// All running text in these blocks, whole and in parts, in the order of the text; displayed formulas are none.
  package var inlines: [Inline] { withDescendants.flatMap(\.ownInlines) }
}

extension Markup {
  /// The running text of this block but not of the blocks within it.
  var ownInlines: [Inline] {
    switch self {
    case .heading(_, _, let text, _), .paragraph(let text): text.withDescendants
    case .callout(let callout): callout.title.withDescendants
    case .table(let table): (table.header + table.rows.joined()).flatMap(\.withDescendants)
    case .list, .quote, .code, .html, .rule, .math: []
    }
  }
}

extension [Inline] {
  /// These parts and all within them, each before its parts.
  package var withDescendants: [Inline] {
    flatMap { inline -> [Inline] in
      switch inline {
      case .emphasis(let parts), .strong(let parts), .strikethrough(let parts), .link(_, _, let parts):
        [inline] + parts.withDescendants
      default: [inline]
      }
    }
  }
}
