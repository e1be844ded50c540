/// The `{l|cr}` of an array.
enum ColumnSpecification {
  struct Column: Sendable, Hashable {
    var alignment: Unicode.Scalar
    var ruleLeft = false
    var ruleRight = false

    var classes: [String] {
      var classes: [String] = []
      if alignment == "l" { classes.append("tex-left") }
      if alignment == "r" { classes.append("tex-right") }
      if ruleLeft { classes.append("tex-rule-left") }
      if ruleRight { classes.append("tex-rule-right") }
      return classes
    }
  }

  static func columns(_ specification: String, at offset: Int) throws(TeXError) -> [Column] {
    var columns: [Column] = []
    var rule = false
    for scalar in specification.unicodeScalars where scalar != " " {
      switch scalar {
      case "l", "c", "r":
        columns.append(Column(alignment: scalar, ruleLeft: rule))
        rule = false
      case "|" where columns.isEmpty: rule = true
      case "|": columns[columns.count - 1].ruleRight = true
      default:
        throw TeXError(
          "\(scalar) is not a column of an array", at: offset, hint: "columns are l, c and r, with | for a rule")
      }
    }
    guard !columns.isEmpty else { throw TeXError("this array has no columns", at: offset, hint: "write {lcr}") }
    return columns
  }
}
