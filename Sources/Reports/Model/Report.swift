package import TeXMath

/// What a run of a notebook has to say, complete and resolved: every value is text, every reference has its number,
/// every formula is parsed, every figure is drawn. A renderer only lays it out.
package struct Report: Sendable, Hashable {
  /// The notebook's file name without extension; output files and the figures' folder are named after it.
  package var name: String
  package var header: Header
  package var blocks: [Block]
  /// Footnotes in the order of their first mention; note `i` has the number `i + 1`.
  package var notes: [[Block]]
  /// The works cited, in the order of their numbers.
  package var references: [Reference]
  package var provenance: Provenance

  package init(
    name: String, header: Header, blocks: [Block], notes: [[Block]], references: [Reference], provenance: Provenance
  ) {
    self.name = name
    self.header = header
    self.blocks = blocks
    self.notes = notes
    self.references = references
    self.provenance = provenance
  }

  package struct Header: Sendable, Hashable {
    package var title: [Phrase]
    package var subtitle: [Phrase]
    package var author: String?
    package var date: String?
    /// A BCP 47 tag, `en` when the notebook names none.
    package var language: String
    package var description: String?

    package init(
      title: [Phrase], subtitle: [Phrase] = [], author: String? = nil, date: String? = nil, language: String = "en",
      description: String? = nil
    ) {
      self.title = title
      self.subtitle = subtitle
      self.author = author
      self.date = date
      self.language = language
      self.description = description
    }
  }

  package indirect enum Block: Sendable, Hashable {
    /// `level` is 2 for a section of the report (1 is the title), 3 for a subsection; `number` is `2.1`.
    case heading(level: Int, anchor: String, number: String?, [Phrase])
    case paragraph([Phrase])
    case list(List)
    case quote([Block])
    case callout(Callout)
    case code(language: String, text: String)
    case html(String)
    case rule
    case formula(Formula)
    case table(Table)
    case figure(Figure)
    case claims([Claim])
    /// Blocks that stand folded under their summary, such as the source of a cell (`echo: true`).
    case details(summary: [Phrase], [Block])
  }

  package struct List: Sendable, Hashable {
    package struct Item: Sendable, Hashable {
      package var isChecked: Bool?
      package var blocks: [Block]

      package init(isChecked: Bool? = nil, blocks: [Block]) {
        self.isChecked = isChecked
        self.blocks = blocks
      }
    }

    /// The first number of an ordered list; `nil` for bullets.
    package var start: Int?
    package var isTight: Bool
    package var items: [Item]

    package init(start: Int? = nil, isTight: Bool = true, items: [Item]) {
      self.start = start
      self.isTight = isTight
      self.items = items
    }
  }

  package struct Callout: Sendable, Hashable {
    package enum Kind: String, Sendable, Hashable, CaseIterable {
      case note, tip, important, warning, caution
      case definition, theorem, proof, example
    }

    package var kind: Kind
    /// Counted per kind for definitions, theorems and examples; `nil` for the others.
    package var number: Int?
    package var title: [Phrase]
    package var blocks: [Block]
    /// Whether the run itself raised it (not converged, grid edge, …); such callouts are counted in the provenance.
    package var isFromRun: Bool

    package init(kind: Kind, number: Int? = nil, title: [Phrase] = [], blocks: [Block], isFromRun: Bool = false) {
      self.kind = kind
      self.number = number
      self.title = title
      self.blocks = blocks
      self.isFromRun = isFromRun
    }
  }

  /// A displayed equation.
  package struct Formula: Sendable, Hashable {
    package var expression: TeXExpression
    /// `eq-mix`; only labelled equations are numbered.
    package var anchor: String?
    package var number: Int?

    package init(_ expression: TeXExpression, anchor: String? = nil, number: Int? = nil) {
      self.expression = expression
      self.anchor = anchor
      self.number = number
    }
  }

  package struct Table: Sendable, Hashable {
    package enum Alignment: Sendable, Hashable { case left, center, right }

    package struct Column: Sendable, Hashable {
      package var title: [Phrase]
      /// Numbers stand at the right; every cell of such a column has the same number of decimals.
      package var alignment: Alignment
      /// Whether its cells are the heads of their rows.
      package var isRowHeader: Bool

      package init(_ title: [Phrase], alignment: Alignment = .left, isRowHeader: Bool = false) {
        self.title = title
        self.alignment = alignment
        self.isRowHeader = isRowHeader
      }
    }

    /// `tbl-params`; `nil` for a table that is not numbered.
    package var anchor: String?
    package var number: Int?
    package var caption: [Phrase]
    package var columns: [Column]
    package var rows: [[[Phrase]]]

    package init(
      anchor: String? = nil, number: Int? = nil, caption: [Phrase] = [], columns: [Column], rows: [[[Phrase]]]
    ) {
      self.anchor = anchor
      self.number = number
      self.caption = caption
      self.columns = columns
      self.rows = rows
    }
  }

  package struct Figure: Sendable, Hashable {
    package enum Theme: String, Sendable, Hashable, CaseIterable { case light, dark }

    package struct Image: Sendable, Hashable {
      package var theme: Theme
      /// A PNG file.
      package var data: [UInt8]

      package init(theme: Theme, data: [UInt8]) {
        self.theme = theme
        self.data = data
      }
    }

    /// `fig-hist`; also the name of its file.
    package var anchor: String
    package var number: Int
    package var caption: [Phrase]
    /// What the picture shows, in one or two sentences; never empty.
    package var alt: String
    /// What a reader who cannot see the picture needs beyond `alt`; empty when there is nothing.
    package var longDescription: [Block]
    /// The size in CSS pixels; the images have twice as many.
    package var width: Int
    package var height: Int
    /// One image a theme, the light one first.
    package var images: [Image]

    package init(
      anchor: String, number: Int, caption: [Phrase], alt: String, longDescription: [Block] = [], width: Int,
      height: Int, images: [Image]
    ) {
      self.anchor = anchor
      self.number = number
      self.caption = caption
      self.alt = alt
      self.longDescription = longDescription
      self.width = width
      self.height = height
      self.images = images
    }
  }

  /// A statement about results, checked.
  package struct Claim: Sendable, Hashable {
    /// The expression as written.
    package var statement: String
    package var holds: Bool
    /// The values of the names and calls in it, in the order of the text.
    package var values: [Value]

    package struct Value: Sendable, Hashable {
      package var name: String
      package var value: String

      package init(name: String, value: String) {
        self.name = name
        self.value = value
      }
    }

    package init(statement: String, holds: Bool, values: [Value]) {
      self.statement = statement
      self.holds = holds
      self.values = values
    }
  }

  /// A work from the notebook's bibliography.
  package struct Reference: Sendable, Hashable {
    /// `ref-bishop2006`
    package var anchor: String
    package var text: [Phrase]

    package init(anchor: String, text: [Phrase]) {
      self.anchor = anchor
      self.text = text
    }
  }

  /// From what, and with what, the report was made. No clock, no path, no host.
  package struct Provenance: Sendable, Hashable {
    package struct DataFile: Sendable, Hashable {
      /// As the notebook names it.
      package var name: String
      package var bytes: Int
      package var sha256: String

      package init(name: String, bytes: Int, sha256: String) {
        self.name = name
        self.bytes = bytes
        self.sha256 = sha256
      }
    }

    package struct Entry: Sendable, Hashable {
      package var name: String
      package var value: String

      package init(name: String, value: String) {
        self.name = name
        self.value = value
      }
    }

    /// gmm-report's own version.
    package var version: String
    package var notebookSHA256: String
    package var dataFiles: [DataFile]
    package var seed: UInt64
    /// Parameters and the options of fits that shape the numbers, in the order of the notebook.
    package var options: [Entry]
    /// Warnings of the run.
    package var warnings: Int

    package init(
      version: String, notebookSHA256: String, dataFiles: [DataFile], seed: UInt64, options: [Entry], warnings: Int
    ) {
      self.version = version
      self.notebookSHA256 = notebookSHA256
      self.dataFiles = dataFiles
      self.seed = seed
      self.options = options
      self.warnings = warnings
    }
  }
}

/// A part of running text, resolved.
package indirect enum Phrase: Sendable, Hashable {
  case text(String)
  case emphasis([Phrase])
  case strong([Phrase])
  case strikethrough([Phrase])
  case code(String)
  case link(destination: String, title: String, [Phrase])
  case image(source: String, title: String, alt: String)
  case lineBreak
  case softBreak
  case html(String)
  case math(TeXExpression)
  /// A result of the run, set like the text around it.
  case value(String)
  /// A link to a numbered part: anchor `fig-hist`, text `Figure 3`.
  case reference(anchor: String, text: String)
  /// A mention of footnote `number`.
  case footnote(number: Int)
  /// Mentions of works by their numbers in `Report.references`.
  case citation([Int])
}
