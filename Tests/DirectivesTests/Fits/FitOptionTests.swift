import Directives
import Notebooks
import Testing

/// Tables `t` (a, word, gap, label) and `twin`; the cell with the mistake begins on line 7.
@Suite struct FitOptionTests {
  private func mistake(_ cell: String) throws -> String? {
    var workbench = try Workbench.withData()
    workbench.files["t.csv"] = "a,word,gap,label,same\n1,x,1,1,7\n2,y,,2,7\n3,x,4,1.5,7\n5,y,2,3,7\n"
    workbench.files["twin.csv"] = "a,b,c\n1,2,5\n2,4,1\n3,6,2\n5,10,8\n7,14,0\n"
    return workbench.mistakes(
      "```{load} t\nfile: t.csv\n```\n```{load} twin\nfile: twin.csv\n```\n" + cell
    ).first
  }

  @Test(arguments: [
    ("components: 2", "7:1: 'fit' needs the option 'data' (data: the table whose rows are fitted)"),
    ("data: t\ncomponents: 0", "9:13: expected a whole number from 1 on, not '0'"),
    (
      "data: t\ncomponents: 2\ncovariance: fulll",
      "10:13: expected full, tied, diagonal, spherical, EII, VII, EEI, VEI, EVI, VVI, EEE, VEE, EVE, VVE, EEV, VEV, EVV "
        + "or VVV, not 'fulll' (did you mean 'full'?)"
    ),
    (
      "data: t\ncomponents: 2\ncovariance: vev",
      "10:13: expected full, tied, diagonal, spherical, EII, VII, EEI, VEI, EVI, VVI, EEE, VEE, EVE, VVE, EEV, VEV, EVV "
        + "or VVV, not 'vev' (did you mean 'VEV'?)"
    ),
    ("data: t\ncomponents: 2\nrestart: 3", "10:1: 'fit' has no option 'restart' (did you mean 'restarts'?)"),
    (
      "data: t\ncomponents: 2\ninit: kmean",
      "10:7: expected kmeans, kmeans++, random, random-from-data or hierarchical, not 'kmean' (did you mean 'kmeans'?)"
    ),
    ("data: t\ncomponents: 2\ntolerance: -1", "10:12: expected a number of 0 or more, not '-1'"),
    ("data: t\ncolumns: [a]\ncomponents: 2\nmeans: [[1], [2], [3]]", "11:8: 3 means are given for 2 components"),
    (
      "data: t\ncolumns: [a]\ncomponents: 2\nmeans: [[1], [2, 3]]",
      "11:8: expected a list of K means, each a list of d numbers, not a list"
    ),
    (
      "data: t\ncolumns: [a]\ncomponents: 1\ninit: random\nmeans: [[1]]",
      "11:7: a start is named by init or given by means, weights and precisions, not both"
    ),
    ("data: t\ncolumns: [a, word]\ncomponents: 2", "9:14: 'word' is a column of text, not a column of numbers"),
    (
      "data: t\ncolumns: [aa]\ncomponents: 2",
      "9:11: unknown column 'aa' (the columns are a, word, gap, label and same)"
    ),
    (
      "data: t\ncolumns: [a, gap]\ncomponents: 1",
      "8:7: 1 row of 't' has missing cells, the first in 'gap' (missing: em fits what they have, missing: drop leaves them out)"
    ),
    (
      "data: t\ncolumns: [a]\ncomponents: 9",
      "7:1: 9 components need at least 9 rows, and there are 4; ask for fewer components"
    ),
    (
      "data: t\ncolumns: [a, same]\ncomponents: 1",
      "7:1: same is 7 in every row, so its variance is 0; drop the column or set an absolute floor (regularization: 1e-6)"
    ),
    (
      "data: twin\ncomponents: 1\nregularization: 0",
      "7:1: b is a linear combination of a, so no covariance of these columns can be inverted; drop one of them, or set a floor"
    ),
    ("data: twinn\ncomponents: 1", "8:7: unknown name 'twinn' (did you mean 'twin'?)"),
  ])
  func refusesFits(options: String, expected: String) throws {
    let mistake = try mistake("```{fit} f\n\(options)\n```\n")
    #expect(mistake == expected)
  }

  @Test(arguments: [
    (
      "data: t\ncovariance: [full, tide]",
      "9:20: expected full, tied, diagonal, spherical, EII, VII, EEI, VEI, EVI, VVI, EEE, VEE, EVE, VVE, EEV, VEV, EVV "
        + "or VVV, not 'tide' (did you mean 'tied'?)"
    ),
    ("data: t\ncriterion: bic2", "9:12: expected bic, aic, icl or cv, not 'bic2' (did you mean 'bic'?)"),
    ("data: t\ncomponents: 9..1", "9:13: expected whole numbers from 1 on, such as 3, 1..9 or [1, 2, 4], not '9..1'"),
    (
      "data: t\nmeans: [[1]]",
      "9:1: 'select' has no option 'means' (its options are data, columns, missing, row_weights, components, covariance, criterion, folds, init, restarts, short_runs, short_iterations, tolerance, max_iterations, regularization, prior, noise, seed, echo and error)"
    ),
  ])
  func refusesSelections(options: String, expected: String) throws {
    let mistake = try mistake("```{select} s\n\(options)\n```\n")
    #expect(mistake == expected)
  }

  /// The fourth row of the file is the third fitted; its logarithm is −∞.
  @Test func rowsAreNumberedAsInTheFile() throws {
    var workbench = try Workbench.withData()
    workbench.files["t.csv"] = "a\n1\n-5\n2\n1e308\n3\n"
    let mistakes = workbench.mistakes(
      "```{load} t\nfile: t.csv\nwhere: a > 0\nderive: {big: a * 10}\n```\n"
        + "```{fit} f\ndata: t\ncolumns: [big]\ncomponents: 1\n```\n")
    #expect(mistakes == ["6:1: row 4 of big is infinite; drop the row or replace the value"])
  }
}
