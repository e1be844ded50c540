import Directives
import Notebooks
import Reports
import Tables
import Testing

@Suite struct EvaluationTests {
  private func session() throws -> Session {
    let notebook = Notebook(path: "", source: "", frontMatter: FrontMatter(), blocks: [], footnotes: [])
    var session = Session(
      files: DataFiles { (_) throws(DataFiles.Unreadable) in throw DataFiles.Unreadable("no files") },
      numbering: try Numbering(of: notebook))
    let here = SourceLocation(line: 1, column: 1)
    let wine = try Table(
      columns: [
        Column("residual sugar", numbers: [1, 2, .nan, 7]), Column("quality", numbers: [5, 6, 6, 7]),
        Column("color", texts: ["red", "white", nil, "red"]),
      ], rowNumbers: [2, 3, 5, 8])
    session.define(Located("wine", at: here), wine)
    let means = [[54.5, 2], [80, 4.25]].map { Value.object(Record(["waiting", "eruptions"], $0)) }
    session.define(
      Located("g", at: here),
      Record([
        ("weights", .numbers([0.25, 0.75])), ("means", .list(means)), ("name", .text("full")), ("ok", .boolean(true)),
      ]))
    return session
  }

  private func text(_ expression: String) throws -> String {
    try session().text(of: Expression(parsing: Located(expression, at: SourceLocation(line: 3, column: 10))))
  }

  @Test(arguments: [
    ("1 + 2 * 3", "7"), ("(1 + 2) * 3", "9"), ("2 ^ 3 ^ 2", "512"), ("-2 ^ 2", "−4"), ("2 ^ -1", "0.5"), ("- -3", "3"),
    ("7 / 2 - 1", "2.5"), (".5 + 1.", "1.5"), ("1e-3", "0.001"), ("1 - 2 - 3", "−4"), ("8 / 4 / 2", "1"),
    ("1 < 2", "true"), ("1 >= 2", "false"), ("1 == 1 and not 2 == 3", "true"), ("false or true and false", "false"),
    ("not false or true", "true"), ("'a' == \"a\"", "true"), ("'a' != 'a'", "false"), ("true == false", "false"),
    ("0 / 0 == 0 / 0", "false"),
    ("abs(-3)", "3"), ("sqrt(16)", "4"), ("exp(0)", "1"), ("log(1)", "0"), ("round(2.5)", "2"),
    ("round(3.14159, 2)", "3.14"), ("min(3, 1, 2)", "1"), ("max(3, 1, 2)", "3"), ("sum(1, 2, 3)", "6"),
    ("mean(1, 2, 6)", "3"), ("median(1, 2, 6)", "2"), ("sd(1, 2, 3)", "1"),
    ("wine.rows", "4"), ("wine.columns", "3"), ("wine.quality.mean", "6"), ("wine.residual_sugar.max", "7"),
    ("wine['residual sugar'].missing", "1"), ("wine.residual_sugar.count", "3"), ("wine.residual_sugar.median", "2"),
    ("wine.color.levels", "red, white"), ("wine.color.distinct", "2"), ("wine.color[8]", "red"),
    ("wine.residual_sugar[3]", "2"), ("wine.quality", "5, 6, 6, 7"), ("wine.quality.q1", "5.75"),
    ("count(wine.quality > 5)", "3"), ("share(wine.color == 'red')", "0.666667"), ("any(wine.quality == 7)", "true"),
    ("all(wine.residual_sugar < 5)", "false"), ("sum(wine.quality - wine.quality.mean)", "0"),
    ("mean(log(exp(wine.residual_sugar)))", "3.33333"), ("count(not wine.color == 'red')", "1"),
    ("count(wine.residual_sugar > 5 or wine.quality == 6)", "3"),
    ("count(wine.residual_sugar > 5 and wine.quality == 6)", "0"),
    ("g.weights.sum", "1"), ("g.weights[2]", "0.75"), ("g.weights.max", "0.75"), ("g.means[1].waiting", "54.5"),
    ("g.means[2]['eruptions']", "4.25"), ("g.means.count", "2"), ("g.name", "full"), ("g.ok", "true"),
    ("wine.quality[wine.residual_sugar > 1]", "6, 7"), ("wine.quality[wine.color == 'red'].mean", "6"),
    ("wine.residual_sugar.mean:.2f", "3.33"), ("wine.rows:,d", "4"), ("share(wine.quality > 5):%", "75 %"),
    ("wine['residual sugar'].mean :.1f", "3.3"), ("g.weights:.1f", "0.2, 0.8"), ("1234567 : ,d", "1,234,567"),
  ])
  func comesTo(expression: String, expected: String) throws {
    #expect(try text(expression.replacing(" : ", with: ":")) == expected)
  }

  @Test(arguments: [
    ("", "3:10: an expression is missing"),
    (" ", "3:11: an expression is missing"),
    ("1 +", "3:13: the expression ends where a value should follow"),
    ("(1", "3:12: the expression ends where ')' should follow"),
    ("1 2", "3:12: an operator should stand before this number"),
    ("a b", "3:12: 'b' where an operator should stand"),
    ("a.", "3:12: the expression ends where the name of a member should follow"),
    ("a[1", "3:13: the expression ends where ']' should follow"),
    ("sum(1;2)", "3:15: unexpected ';'"),
    ("'abc", "3:10: the quote that opens here is never closed"),
    ("x = 1", "3:12: '=' is no operator (write '==' to compare)"),
    ("x && y", "3:12: '&&' is no operator (write 'and')"),
    ("2 ** 3", "3:12: '**' is no operator (write '^')"),
    ("!x", "3:10: '!' is no operator (write 'not')"),
    ("0 < 1 < 2", "3:16: comparisons cannot be chained (join two with 'and': 0 < x and x < 1)"),
    ("2x", "3:10: not a number (a name begins with a letter)"),
    ("1 :zz", "3:13: unknown number format 'zz' (formats are .1f, .3e, .4g, ,d and %)"),
    ("wine.rows + whine.rows", "3:22: unknown name 'whine' (did you mean 'wine'?)"),
    ("1 + average(2)", "3:14: unknown function 'average'"),
    ("maen(2)", "3:10: unknown function 'maen' (did you mean 'mean'?)"),
    ("mean", "3:10: 'mean' is a function (write mean(…))"),
    ("abs(1, 2)", "3:10: abs takes 1 argument, not 2 (it is written abs(x))"),
    ("wine.qualty.mean", "3:15: a table has no 'qualty' (did you mean 'quality'?)"),
    ("wine['residual suger']", "3:15: a table has no 'residual suger' (did you mean 'residual sugar'?)"),
    ("wine.quality.maen", "3:23: a column of numbers has no 'maen' (did you mean 'mean'?)"),
    ("wine.color.mean", "3:21: 'color' does not hold numbers (it holds text such as 'red' and 'white')"),
    ("1 + wine.color", "3:10: 'color' does not hold numbers (it holds text such as 'red' and 'white')"),
    ("wine.quality[4]", "3:23: there is no row 4 (rows keep the numbers they have in the file)"),
    (
      "wine.quality[g.weights > 0.5]", "3:23: the condition is about other rows than the column"
    ),
    ("g.means[3].waiting", "3:18: there is no number 3 among 2 values (they count from 1)"),
    ("g.means[0].waiting", "3:18: there is no number 0 among 2 values (they count from 1)"),
    ("g.means[1.5]", "3:18: an index is a whole number, counted from 1"),
    ("wine + 1", "3:10: '+' needs numbers, not a table"),
    ("1 and true", "3:10: 'and' needs true or false, not a number (compare it with something)"),
    ("'a' < 'b'", "3:10: '<' compares numbers, not texts (texts compare with == and !=)"),
    ("wine.quality == 'red'", "3:10: a column of numbers cannot be compared with a text"),
    ("wine.quality.mean.x", "3:28: a number has no members"),
    ("g.name:.1f", "3:10: a number format cannot write a text"),
    (
      "wine",
      "3:10: a table cannot stand in text (name one of its members: rows, columns, residual sugar, quality or color)"
    ),
    ("share(1)", "3:10: share needs a condition such as x > 1, not a number"),
  ])
  func fails(expression: String, expected: String) throws {
    let error = #expect(throws: Diagnostic.self) { try text(expression) }
    let line = try #require(error?.line)
    #expect(line == expected || line.hasPrefix(expected + " ("), "\(line)")
  }

  @Test func deepNestingIsRefused() {
    for text in [String(repeating: "(", count: 5000), String(repeating: "-", count: 5000) + "1"] {
      #expect(throws: Diagnostic.self) {
        try Expression(parsing: Located(text, at: SourceLocation(line: 1, column: 1)))
      }
    }
    let nots = String(repeating: "not ", count: 5000) + "true"
    #expect(throws: Diagnostic.self) {
      try Expression(parsing: Located(nots, at: SourceLocation(line: 1, column: 1)))
    }
  }

  @Test func placesOfLaterLinesCountFromTheLine() throws {
    let text = "wine.rows\n + nothing"
    let error = #expect(throws: Diagnostic.self) {
      try session().value(of: Expression(parsing: Located(text, at: SourceLocation(line: 3, column: 10))))
    }
    #expect(error?.location == SourceLocation(line: 4, column: 4))
  }
}
