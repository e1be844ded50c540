import Testing

@Suite struct EMViewOptionTests {
  /// Line 9 is the plot's first option, after a table and a fit of one component; with `two`, line 13.
  @Test(arguments: [
    ("kind: classification\nx: eruptions", "8:1: this kind of plot needs the option 'fit'"),
    (
      "kind: classification\nfit: m\nx: eruptions\ny: waitng", "12:4: unknown column 'waitng' (did you mean 'waiting'?)"
    ),
    ("kind: uncertainty\nfit: m\nx: eruptions\ny: eruptions", "12:4: x and y are the same column"),
    (
      "kind: uncertainty\nfit: faithful\nx: eruptions\ny: waiting",
      "10:6: 'faithful' is a table, not a fit (there is 'm')"
    ),
    (
      "kind: kmeans_vs_gmm\nfit: m\nx: eruptions\ny: waiting\nscale: standard",
      "13:8: expected raw or standardized, not 'standard'"
    ),
    ("kind: responsibilities", "8:1: this kind of plot needs the option 'fit'"),
    (
      "kind: responsibilities\nfit: m\nscale: raw",
      "11:8: 'scale' means nothing for the kind responsibilities (it belongs to other kinds; gmm-report directives lists them)"
    ),
    (
      "kind: silhouette\nfit: m",
      "10:6: a silhouette needs rows in two components, and all of 'm' are in one (fit more components)"
    ),
    ("kind: singularity\nfit: m", "10:6: the fit has 2 columns; name the one to draw (x: eruptions)"),
    (
      "kind: singularity\nfit: m\nx: waiting",
      "10:6: the likelihood of one Gaussian has a maximum (a singularity needs a fit of two components or more)"
    ),
    (
      "kind: singularity\nfit: two\nx: waiting\nrow: 273",
      "12:6: row 273 is not among those of this fit (they are numbered from 1 to 272)"
    ),
    ("kind: singularity\nfit: two\nx: waiting\nrow: 0", "12:6: expected a whole number from 1 on, not '0'"),
    (
      "kind: singularity\nfit: two\nx: waiting\ncomponent: C",
      "12:12: this fit has no component 'C' (it has A and B)"
    ),
    ("kind: start_lottery", "8:1: this kind of plot needs the option 'fit'"),
  ])
  func refuses(options: String, expected: String) throws {
    let fits =
      cell("load faithful", "file: faithful.csv") + cell("fit m", "data: faithful", "components: 1")
    let two = options.contains("two") ? cell("fit two", "data: faithful", "components: 2") : ""
    let place = expected.prefix { $0 != ":" }
    let moved = two.isEmpty ? expected : "\((Int(place) ?? 0) + 4)\(expected.dropFirst(place.count))"
    let mistakes = try Workbench.withData().mistakes(fits + two + cell("plot fig-p", options))
    #expect(mistakes.first == moved)
  }
}
