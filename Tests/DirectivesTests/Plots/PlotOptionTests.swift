import Directives
import Testing

@Suite struct PlotOptionTests {
  /// Line 5 is the plot's first option, after a table of two columns.
  @Test(arguments: [
    ("kind: histogram\nx: a", "4:1: this kind of plot needs the option 'data'"),
    ("kind: histogram\ndata: t\nx: aa", "7:4: unknown column 'aa' (the columns are a and word)"),
    ("kind: histogram\ndata: t\nx: word", "7:4: 'word' is a column of text, not a column of numbers"),
    (
      "kind: histogram\ndata: t\nx: a\nas: hdr",
      "8:5: 'as' means nothing for the kind histogram (it belongs to other kinds; gmm-report directives lists them)"
    ),
    (
      "kind: histogram\ndata: t\nx: a\nrange_y: [0, 1]",
      "8:10: 'range_y' means nothing for the kind histogram (it belongs to other kinds; gmm-report directives lists them)"
    ),
    ("kind: histogram\ndata: t\nx: a\nhistfunc: sum", "8:11: histfunc: sum needs the option 'y'"),
    (
      "kind: histogram\ndata: t\nx: a\ny: a\nhistfunc: count",
      "8:4: 'y' means nothing for histfunc: count (histfunc: sum adds y up)"
    ),
    (
      "kind: histogram\ndata: t\nx: a\ny: a\nhistfunc: mean\nbarmode: stack",
      "10:10: means cannot be stacked: they do not add up (barmode: group sets them side by side)"
    ),
    (
      "kind: histogram\ndata: t\nx: a\nnbins: 3\nbinwidth: 2",
      "9:11: nbins and binwidth each choose the bins (keep one of them)"
    ),
    ("kind: line\ndata: t\nx: a", "4:1: this kind of plot needs the option 'y'"),
    ("kind: scatter\nx: a\ny: a", "4:1: this kind of plot needs the option 'data'"),
    ("kind: mixture\nx: a", "4:1: this kind of plot needs either 'fit' or 'components'"),
    (
      "kind: mixture\ncomponents: [{mean: 1}]",
      "6:14: a component needs the option 'covariance' (covariance: its variance, variances or covariance matrix)"
    ),
    (
      "kind: mixture\ncomponents: [{mean: 1, covariance: 0}]",
      "6:13: this is not a Gaussian mixture: covariance 1 is not positive definite"
    ),
    ("kind: density\nx: a\ny: a", "4:1: this kind of plot needs the option 'fit'"),
    ("kind: convergence", "4:1: this kind of plot needs the option 'fit'"),
    ("kind: selection", "4:1: this kind of plot needs the option 'select'"),
    ("kind: selection\nselect: t", "6:9: 't' is a table, not a selection (there is no selection yet)"),
  ])
  func refuses(options: String, expected: String) throws {
    var workbench = try Workbench.withData()
    workbench.files["t.csv"] = "a,word\n1,x\n2,y\n"
    let text = cell("load t", "file: t.csv") + cell("plot fig-p", options)
    #expect(workbench.mistakes(text).first == expected)
  }

  @Test func unknownKinds() throws {
    let mistakes = try Workbench.withData().mistakes(cell("plot fig-p", "kind: histgram"))
    let kinds = try #require(PlotDirective.options.first { $0.name == "kind" }).type
    #expect(kinds.hasPrefix("histogram, line, "))
    #expect(mistakes.first == "2:7: expected \(kinds), not 'histgram' (did you mean 'histogram'?)")
  }

  /// Line 9 is the plot's first option, after a table and a fit.
  @Test(arguments: [
    ("kind: scatter\nfit: m\nx: eruptions\ny: eruptions", "12:4: x and y are the same column"),
    ("kind: scatter\nfit: m\nx: eruptions\ny: waitng", "12:4: unknown column 'waitng' (did you mean 'waiting'?)"),
    (
      "kind: scatter\nfit: m\nx: eruptions\ny: waiting\nlog_x: true",
      "13:8: 'log_x' means nothing beside 'fit' (a fit brings its own rows and axes, coloured by component)"
    ),
    ("kind: mixture\nfit: m", "10:6: the fit has 2 columns; name the one to draw (x: eruptions)"),
    ("kind: density\nfit: m\nx: eruptions\ny: waiting\nmasses: [0.5, 1]", "13:9: masses are shares between 0 and 1"),
    (
      "kind: density\nfit: m\nx: eruptions\ny: waiting\nas: raster\nmasses: [0.5]",
      "14:9: a raster has no regions for 'masses' (as: hdr draws them)"
    ),
  ])
  func refusesOfAFit(options: String, expected: String) throws {
    let text = cell("load faithful", "file: faithful.csv") + cell("fit m", "data: faithful", "components: 1")
    let mistakes = try Workbench.withData().mistakes(text + cell("plot fig-p", options))
    #expect(mistakes.first == expected)
  }
}
