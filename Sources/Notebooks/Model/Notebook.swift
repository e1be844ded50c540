/// A notebook as it was written: prose and directive calls in order, every part with its place in the text.
///
/// Nothing in it is checked against what directives, columns or results exist; that is for those who run it.
package struct Notebook: Sendable, Hashable {
  package enum Block: Sendable, Hashable {
    case markup(Markup)
    case directive(DirectiveCall)
  }

  /// The path as the caller gave it; shown in diagnostics, never in a report.
  package var path: String
  /// The whole text, for source lines under diagnostics and for rewriting pinned values.
  package var source: String
  package var frontMatter: FrontMatter
  package var blocks: [Block]
  /// Footnote definitions, in the order of the text.
  package var footnotes: [Footnote]

  package init(
    path: String, source: String, frontMatter: FrontMatter, blocks: [Block], footnotes: [Footnote]
  ) {
    self.path = path
    self.source = source
    self.frontMatter = frontMatter
    self.blocks = blocks
    self.footnotes = footnotes
  }
}

/// `[^label]: …`
package struct Footnote: Sendable, Hashable {
  package var label: Located<String>
  package var blocks: [Markup]

  package init(label: Located<String>, blocks: [Markup]) {
    self.label = label
    self.blocks = blocks
  }
}

/// The YAML between the `---` lines that open a notebook. Every field is optional; what is absent is not invented.
package struct FrontMatter: Sendable, Hashable {
  package var title: [Inline] = []
  package var subtitle: [Inline] = []
  package var author: String?
  package var date: String?
  package var language: String?
  package var description: String?
  /// Parameters in the order of the text; `--param` replaces values of these names.
  package var parameters: [Parameter] = []
  package var seed: Located<UInt64>?
  package var theme: Located<String>?
  package var formats: [Located<String>] = []
  /// The formats of figures that are written as files.
  package var figures: [Located<String>] = []
  package var bibliography: Located<String>?

  package struct Parameter: Sendable, Hashable {
    package var name: String
    package var value: OptionNode

    package init(name: String, value: OptionNode) {
      self.name = name
      self.value = value
    }
  }

  package init() {}
}

/// A fence ```` ```{verb} name ```` with its YAML body.
package struct DirectiveCall: Sendable, Hashable {
  package var verb: Located<String>
  package var name: Located<String>?
  /// The body; `nil` when it is empty.
  package var body: OptionNode?
  /// The fence with its body, as written: what `echo: true` shows.
  package var source: String
  /// Where the fence begins.
  package var location: SourceLocation

  package init(
    verb: Located<String>, name: Located<String>?, body: OptionNode?, source: String, location: SourceLocation
  ) {
    self.verb = verb
    self.name = name
    self.body = body
    self.source = source
    self.location = location
  }
}

/// A YAML value with the place of every part. Scalars keep their text: the option that reads one gives it its type.
package indirect enum OptionNode: Sendable, Hashable {
  case scalar(Scalar)
  case list([OptionNode], SourceLocation)
  case mapping([Entry], SourceLocation)

  package struct Scalar: Sendable, Hashable {
    package var text: String
    /// Whether it stood in quotes or as a block: then it is text, whatever it looks like.
    package var isQuoted: Bool
    /// Where its text begins: after the quote, or on the line below a `|`.
    package var location: SourceLocation

    package init(_ text: String, isQuoted: Bool = false, at location: SourceLocation) {
      self.text = text
      self.isQuoted = isQuoted
      self.location = location
    }
  }

  package struct Entry: Sendable, Hashable {
    package var key: Located<String>
    package var value: OptionNode

    package init(key: Located<String>, value: OptionNode) {
      self.key = key
      self.value = value
    }
  }

  package var location: SourceLocation {
    switch self {
    case .scalar(let scalar): scalar.location
    case .list(_, let location), .mapping(_, let location): location
    }
  }
}
