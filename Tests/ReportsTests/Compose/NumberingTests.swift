import Notebooks
import Reports
import Testing

struct NumberingTests {
  static func numbering(_ source: String, bibliography: Bibliography = Bibliography()) throws -> Numbering {
    try Numbering(of: Notebook(parsing: source, path: "test.md"), bibliography: bibliography)
  }

  @Test func figuresTablesAndEquationsCountForThemselves() throws {
    let numbering = try Self.numbering(
      """
      ```{plot} fig-a
      kind: histogram
      ```

      $$ \\label{eq-x} x $$

      $$ y $$

      ```{table} tbl-a
      data: wine
      ```

      > $$ \\label{eq-y} y $$

      ```{plot} fig-b
      caption: "See @fig-a and @eq-y."
      ```
      """)
    let names = ["fig-a", "fig-b", "tbl-a", "eq-x", "eq-y", "eq-z"].map { numbering.name(of: $0) }
    #expect(names == ["Figure 1", "Figure 2", "Table 1", "Equation 1", "Equation 2", nil])
    #expect(numbering.number(of: "fig-b") == 2)
  }

  /// Levels are relative to the headings around, so a skipped one leaves no gap.
  @Test func sectionsAreNumberedRelativeToTheHeadingsAround() throws {
    let source = """
      ## One {#sec-one}

      ### Inner

      #### Deep {#sec-deep}

      ## Two

      #### Skipped {#sec-skipped}

      ### Back

      > ## Quoted

      ## Inner
      """
    let notebook = try Notebook(parsing: source, path: "test.md")
    let composer = Composer(try Numbering(of: notebook))
    let markups = notebook.blocks.compactMap { block -> Markup? in
      if case .markup(let markup) = block { markup } else { nil }
    }
    let headings = try composer.blocks(for: markups) { _ in "" }.map(heading)
    #expect(
      headings == [
        "2 sec-one 1 One", "3 inner 1.1 Inner", "4 sec-deep 1.1.1 Deep", "2 two 2 Two", "3 sec-skipped 2.1 Skipped",
        "3 back 2.2 Back", "4 quoted - Quoted", "2 inner-1 3 Inner",
      ])
    #expect(composer.numbering.name(of: "sec-skipped") == "Section 2.1")
  }

  private func heading(_ block: Report.Block) -> String {
    switch block {
    case .heading(let level, let anchor, let number, let title):
      "\(level) \(anchor) \(number ?? "-") \(title.plainText)"
    case .quote(let blocks): blocks.map(heading).joined()
    default: "?"
    }
  }

  @Test func slugsAreThoseOfGitHub() throws {
    let numbering = try Self.composed(
      "# What the data say: `k3`, 2nd & last_look!\n\n# What the data say: k3, 2nd & last_look")
    #expect(numbering == ["what-the-data-say-k3-2nd--last_look", "what-the-data-say-k3-2nd--last_look-1"])
  }

  private static func composed(_ source: String) throws -> [String] {
    let notebook = try Notebook(parsing: source, path: "test.md")
    let composer = Composer(try Numbering(of: notebook))
    return try notebook.blocks.flatMap { block -> [String] in
      guard case .markup(let markup) = block else { return [] }
      return try composer.blocks(for: [markup]) { _ in "" }.compactMap {
        if case .heading(_, let anchor, _, _) = $0 { anchor } else { nil }
      }
    }
  }

  @Test func notesAndWorksAreNumberedByFirstMention() throws {
    let notebook = try Notebook(
      parsing: """
        First[^b], then [@y; @x], then[^a] and[^b].

        [^a]: A, which mentions[^c] and [@z].
        [^b]: B.
        [^c]: C.
        """, path: "test.md")
    let works = ["x", "y", "z"].map { Bibliography.Entry(kind: "misc", key: $0, fields: []) }
    let composer = Composer(try Numbering(of: notebook, bibliography: Bibliography(works)))
    #expect(composer.numbering.references.map(\.anchor) == ["ref-y", "ref-x", "ref-z"])
    #expect(try composer.notes { _ in "" }.count == 3)
    guard case .markup(let markup)? = notebook.blocks.first else { return }
    #expect(
      try composer.blocks(for: [markup]) { _ in "" } == [
        .paragraph([
          .text("First"), .footnote(number: 1), .text(", then "), .citation([1, 2]), .text(", then"),
          .footnote(number: 2), .text(" and"), .footnote(number: 1), .text("."),
        ])
      ])
  }

  /// A note that only a caption mentions is numbered where the figure stands; labels are the same in any case.
  @Test func notesMayBeMentionedInCaptionsOnly() throws {
    let notebook = try Notebook(
      parsing: """
        First[^b].

        ```{plot} fig-a
        caption: Bins[^c] and[^B].
        ```

        Last[^a].

        [^a]: A.
        [^b]: B.
        [^c]: C.
        """, path: "test.md")
    let composer = Composer(try Numbering(of: notebook))
    let notes = try composer.notes { _ in "" }
    #expect(notes == ["B.", "C.", "A."].map { [.paragraph([.text($0)])] })
    let caption = try [Inline](parsingInline: "Bins[^c] and[^B].", at: SourceLocation(line: 4, column: 10))
    #expect(
      try composer.phrases(for: caption) { _ in "" }
        == [.text("Bins"), .footnote(number: 2), .text(" and"), .footnote(number: 1), .text(".")])
  }

  /// Each line of a case: place, message, hint.
  @Test(arguments: [
    (
      "See @fig-hst.\n\n```{plot} fig-hist\nkind: x\n```",
      "1:6 unknown reference '@fig-hst' (did you mean '@fig-hist'?)"
    ),
    (
      "```{plot} fig-a\ncaption: Bins[^nte].\n```\n\n[^note]: A.",
      "2:16 unknown footnote 'nte' (did you mean '[^note]'?)"
    ),
    ("See @tbl-none.", "1:6 unknown reference '@tbl-none' (nothing in this notebook has a label)"),
    ("# A {#sec-a}\n\nSee @sec-other.", "3:6 unknown reference '@sec-other' (the labels are sec-a)"),
    ("# A {#sec-a}\n\n# B {#sec-a}", "3:7 the label 'sec-a' is given twice (it was first given on line 1)"),
    (
      "so $x \\label{eq-a}$",
      "1:14 a formula within text cannot have a number (display it as $$ … $$ in a paragraph of its own)"
    ),
    (
      "As [@bishop].",
      "1:6 unknown work '@bishop' (name the file of the works cited in the front matter: 'bibliography: references.bib')"
    ),
    (
      "---\nbibliography: a.bib\n---\nAs [@bishp2006].",
      "4:6 unknown work '@bishp2006' (did you mean '@bishop2006'?)"
    ),
    ("```{plot} fig-a\nalt: As @fig-c\n```", "2:10 unknown reference '@fig-c' (did you mean '@fig-a'?)"),
    ("```{plot} fig-a\ncaption: See @fig-b.\n```", "2:15 unknown reference '@fig-b' (did you mean '@fig-a'?)"),
  ])
  func mistake(source: String, expected: String) {
    #expect(Self.mistakes(source) == [expected])
  }

  @Test func formulasAreCheckedWithTheirPlaces() {
    let places = Self.mistakes(
      """
      Text with $\\nope$.

      > $$
      > x +
      > y \\nix z
      > $$

      - item

        $$ a
        + \\nada $$
      """
    ).map { $0.prefix { $0 != " " } }
    #expect(places == ["1:12", "5:5", "11:5"])
  }

  @Test func mistakesAreReportedTogether() {
    #expect(
      Self.mistakes("# A {#sec-a}\n\n# B {#sec-a}\n\n@fig-x and $\\nope$ and @tbl-y.").map { $0.prefix { $0 != " " } }
        == ["3:7", "5:2", "5:13", "5:25"])
  }

  private static func mistakes(_ source: String) -> [String] {
    let works = Bibliography([Bibliography.Entry(kind: "book", key: "bishop2006", fields: [])])
    do {
      _ = try numbering(source, bibliography: works)
      return []
    } catch let error as Diagnostics {
      return error.all.map { diagnostic in
        let place = diagnostic.location.map { "\($0.line):\($0.column)" } ?? "-"
        return "\(place) \(diagnostic.message)" + (diagnostic.hint.map { " (\($0))" } ?? "")
      }
    } catch {
      return ["\(error)"]
    }
  }
}
