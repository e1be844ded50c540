import Notebooks
import Reports
import Testing

struct BibTeXTests {
  @Test func entriesAreRead() throws {
    let bibliography = try Bibliography(
      parsing: """
        Anything here is a comment.
        @comment{skipped}
        @string{jrss = "Journal of the Royal " # {Statistical Society}}
        @Article{dempster1977,
          Author = {Dempster, A. P. and Laird, N. M.},
          title = "Maximum {L}ikelihood, {``quoted''}",
          journal = jrss,
          year = 1977,
          month = jan # "~1",
        }
        @book(b, title={A} )
        """)
    #expect(bibliography.entries.map(\.key) == ["dempster1977", "b"])
    let entry = try #require(bibliography["dempster1977"])
    #expect(entry.kind == "article")
    #expect(entry.fields.map(\.name) == ["author", "title", "journal", "year", "month"])
    #expect(entry["title"] == "Maximum Likelihood, “quoted”")
    #expect(entry["journal"] == "Journal of the Royal Statistical Society")
    #expect(entry["month"] == "January\u{A0}1")
    #expect(bibliography["b"]?["title"] == "A")
  }

  @Test(arguments: [
    ("@article{a,\n  title = {A\n", 2, 11, "the value that begins here has no closing '}'"),
    ("@article{a,\n  title {A}\n}", 2, 9, "'=' is missing after the field 'title' of 'a'"),
    ("@article{a,\n  title = {A}\n  year = 1\n}", 3, 3, "',' or '}' is missing in 'a'"),
    ("@article{a, month = foo}", 1, 21, "unknown abbreviation 'foo': put text in braces"),
    ("@article{a, year = }", 1, 20, "a value is missing"),
    ("@article{, year = 1}", 1, 10, "a key is missing after '@article{'"),
    ("@article", 1, 9, "'{' is missing after '@article'"),
    ("@article{a}\n@book{a}", 2, 1, "the key 'a' is given twice"),
    ("@article{a, year = 1", 1, 10, "'a' has no closing '}'"),
    ("@article{a, = 1}", 1, 13, "'=' where a field of 'a' should begin"),
  ])
  func mistake(text: String, line: Int, column: Int, message: String) {
    let expected = BibTeXError(message, at: SourceLocation(line: line, column: column))
    #expect(throws: expected) { try Bibliography(parsing: text) }
  }

  @Test func mistakeIsOneOfTheNotebookThatNamesTheFile() {
    let place = SourceLocation(line: 3, column: 15)
    let diagnostic = BibTeXError("a value is missing", at: SourceLocation(line: 9, column: 4))
      .diagnostic(for: Located("works.bib", at: place))
    #expect(diagnostic.message == "works.bib:9:4: a value is missing")
    #expect(diagnostic.location == place)
  }

  @Test(arguments: [
    (#"{\"O}zge, Fr{\'e}chet, Erd\H{o}s"#, "Özge, Fréchet, Erdős"), (#"Universit\"at, \'{\i}"#, "Universität, í"),
    (#"\ss \O\o{} \L{}ukasz \c{c} \v Z"#, "ßØø Łukasz ç Ž"), (#"10--20 --- R\&D, 50\%, a\_b"#, "10–20 — R&D, 50%, a_b"),
    ("``it's''", "“it’s”"), ("$k$-means {EM}  and\nthe rest ", "k-means EM and the rest"),
    (#"\textbf{bold} \emph{x}"#, "bold x"), ("", ""), ("\\", ""), (#"\"{}"#, ""),
  ])
  func latexReadsAs(latex: String, expected: String) {
    let entry = Bibliography.Entry(
      kind: "misc", key: "a", fields: [.init(name: "note", latex: "x" + latex)])
    #expect(entry["note"] == "x" + expected)
  }
}
