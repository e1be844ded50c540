import Testing

@Suite struct DistributionOptionTests {
  /// Line 5 is the plot's first option, after a table of two columns.
  @Test(arguments: [
    ("kind: kde\nx: word", "7:4: 'word' is a column of text, not a column of numbers"),
    ("kind: kde\nx: a\nbandwidth: wide", "8:12: expected silverman, scott or sheather-jones, not 'wide'"),
    ("kind: kde\nx: a\nbandwidth: -1", "8:12: expected silverman, scott or sheather-jones, not '-1'"),
    ("kind: kde\nx: a\nbw_adjust: 0", "8:12: expected a number above 0, not '0'"),
    ("kind: kde\nx: a\ncut: -1", "8:6: expected a number from 0 on, not '-1'"),
    (
      "kind: kde\nx: a\nmultiple: stack", "8:11: 'multiple' means nothing without groups (color makes them)"
    ),
    (
      "kind: kde\nx: a\ncolor: word\nmultiple: stack\ncommon_norm: false",
      "10:14: curves with areas of their own do not add up (multiple: layer draws them over each other)"
    ),
    (
      "kind: kde\nx: a\ncolor: word\nmultiple: fill\ncut: 2",
      "10:6: curves that are added up all end with the data (multiple: layer lets each go on)"
    ),
    (
      "kind: kde\nx: a\nbandwidth: sheather-jones\nweights: a",
      "8:12: Sheather and Jones’ equation is for rows that all count the same (bandwidth: silverman takes weights)"
    ),
    ("kind: kde\nx: a\nweights: word", "8:10: 'word' is a column of text, not a column of numbers"),
    ("kind: box\ncolor: word", "4:1: this kind of plot needs the option 'x'"),
    ("kind: box\nx: a\ny: wrd", "8:4: unknown column 'wrd' (did you mean 'word'?)"),
    (
      "kind: box\nx: a\nopacity: 0.5",
      "8:10: 'opacity' is that of points, and only outliers are drawn (points: all draws every value)"
    ),
    (
      "kind: box\nx: word\ny: word",
      "8:4: neither 'word' nor 'word' holds numbers (one is a column of numbers, the other its groups)"
    ),
    (
      "kind: box\nx: word\ny: a\norientation: lying",
      "7:4: 'word' does not hold numbers, so it cannot be lying"
    ),
    (
      "kind: box\nx: word\ny: a\nlog_x: true",
      "8:4: log_x means nothing here: that axis shows groups (log_y is for the values)"
    ),
    (
      "kind: box\nx: a\nrange_x: [50, 60]", "7:4: no row has a place in this figure: 2 rows lie outside the range shown"
    ),
    (
      "kind: violin\nx: word\ny: a\nsplit: true",
      "9:8: 'split' needs the two groups of 'color' (color: a column of two levels)"
    ),
    (
      "kind: violin\nx: word\ny: a\ncolor: word\nsplit: true",
      "9:8: 'split' needs groups other than those along the axis"
    ),
    (
      "kind: violin\nx: a\nsplit: true\ncolor: word\ninner: box",
      "10:8: half a violin has no room for a box (inner: quartiles draws them as lines)"
    ),
    ("kind: strip\nx: a\nlayout: swarms", "8:9: expected jitter or swarm, not 'swarms' (did you mean 'swarm'?)"),
    ("kind: ecdf\nx: a\nstat: density", "8:7: expected proportion, percent or count, not 'density'"),
    ("kind: ecdf\nx: a\nlog_x: true\nrange_x: [0, 1]", "9:10: a logarithmic axis begins above 0"),
  ])
  func refuses(options: String, expected: String) throws {
    var workbench = try Workbench.withData()
    workbench.files["t.csv"] = "a,word\n1,x\n2,y\n"
    let parts = options.split(separator: "\n", maxSplits: 1).map(String.init)
    let text = cell("load t", "file: t.csv") + cell("plot fig-p", parts[0], "data: t", parts[1])
    #expect(workbench.mistakes(text).first == expected)
  }

  /// Line 9 is the plot's first option, after a table and a fit.
  @Test(arguments: [
    ("kind: ecdf\nfit: m", "10:6: the fit has 2 columns; name the one to draw (x: eruptions)"),
    (
      "kind: ecdf\nfit: m\nx: waiting\ncolor: waiting",
      "12:8: 'color' means nothing beside 'fit' (a fit brings its own rows)"
    ),
    ("kind: calibration\nfit: m\nx: waitng", "11:4: unknown column 'waitng' (did you mean 'waiting'?)"),
    ("kind: calibration", "8:1: this kind of plot needs the option 'fit'"),
    ("kind: kde\ndata: faithful\nx: eruptions\nlog_x: 3", "12:8: expected true or false, not '3'"),
  ])
  func refusesOfAFit(options: String, expected: String) throws {
    let text = cell("load faithful", "file: faithful.csv") + cell("fit m", "data: faithful", "components: 1")
    let mistakes = try Workbench.withData().mistakes(text + cell("plot fig-p", options))
    #expect(mistakes.first == expected)
  }
}
