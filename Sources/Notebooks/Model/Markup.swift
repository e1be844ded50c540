/// A block of Markdown.
package indirect enum Markup: Sendable, Hashable {
  /// `label` is `sec-data` for `## Data {#sec-data}`.
  case heading(level: Int, label: Located<String>?, [Inline], SourceLocation)
  case paragraph([Inline])
  case list(MarkupList)
  case quote([Markup])
  case callout(Callout)
  /// A code block that is no directive.
  case code(language: String, text: String)
  case table(MarkupTable)
  case html(String)
  case rule
  /// `$$ … $$` standing as a paragraph of its own.
  case math(Math)
}

package struct MarkupList: Sendable, Hashable {
  package struct Item: Sendable, Hashable {
    /// `nil` when the item has no check box.
    package var isChecked: Bool?
    package var blocks: [Markup]

    package init(isChecked: Bool?, blocks: [Markup]) {
      self.isChecked = isChecked
      self.blocks = blocks
    }
  }

  /// The first number of an ordered list; `nil` for bullets.
  package var start: Int?
  /// Whether its items are set without space between them.
  package var isTight: Bool
  package var items: [Item]

  package init(start: Int?, isTight: Bool, items: [Item]) {
    self.start = start
    self.isTight = isTight
    self.items = items
  }
}

/// `> [!NOTE]`, `> [!THEOREM] Jensen's inequality`, …
package struct Callout: Sendable, Hashable {
  package enum Kind: String, Sendable, Hashable, CaseIterable {
    case note, tip, important, warning, caution
    case definition, theorem, proof, example
  }

  package var kind: Kind
  /// What follows the marker on its line; empty when nothing does.
  package var title: [Inline]
  package var blocks: [Markup]
  /// Where its marker begins.
  package var location: SourceLocation

  package init(kind: Kind, title: [Inline], blocks: [Markup], location: SourceLocation) {
    self.kind = kind
    self.title = title
    self.blocks = blocks
    self.location = location
  }
}

package struct MarkupTable: Sendable, Hashable {
  package enum Alignment: Sendable, Hashable { case none, left, center, right }

  package var alignments: [Alignment]
  package var header: [[Inline]]
  package var rows: [[[Inline]]]

  package init(alignments: [Alignment], header: [[Inline]], rows: [[[Inline]]]) {
    self.alignments = alignments
    self.header = header
    self.rows = rows
  }
}

/// A part of running text.
package indirect enum Inline: Sendable, Hashable {
  case text(String)
  case emphasis([Inline])
  case strong([Inline])
  case strikethrough([Inline])
  case code(String)
  case link(destination: String, title: String, [Inline])
  case image(source: String, title: String, alt: String)
  case lineBreak
  case softBreak
  case html(String)
  case math(Math)
  case role(Role)
  /// `@fig-hist`, without the sign.
  case reference(Located<String>)
  /// `[@bishop2006; @dempster1977]`, the keys without their signs.
  case citation([Located<String>])
  /// `[^label]`, the label without its signs, whether or not there is such a note.
  case footnote(Located<String>)
  case pinned(PinnedValue)
}

/// TeX between dollar signs; the location is that of its first character.
package struct Math: Sendable, Hashable {
  package var tex: String
  package var location: SourceLocation

  package init(tex: String, location: SourceLocation) {
    self.tex = tex
    self.location = location
  }
}

/// `` {name}`body` ``; the location is that of the body's first character.
package struct Role: Sendable, Hashable {
  package var name: Located<String>
  package var body: Located<String>

  package init(name: Located<String>, body: Located<String>) {
    self.name = name
    self.body = body
  }
}

/// `<!--=expression-->text<!--/-->`
package struct PinnedValue: Sendable, Hashable {
  package var expression: Located<String>
  package var text: Located<String>

  package init(expression: Located<String>, text: Located<String>) {
    self.expression = expression
    self.text = text
  }
}
