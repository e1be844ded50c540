/// Rows of cells: a matrix, an array, cases, aligned lines.
struct Table: MathNode {
  struct Line: Sendable {
    var cells: [Row]
    var ruleAbove = false
  }

  var kind: Environment.Kind
  var lines: [Line]
  var columns: [ColumnSpecification.Column] = []
  /// A rule below the last line.
  var ruleBelow = false

  var leading: AtomClass? {
    switch kind {
    case .matrix, .cases: .inner
    case .array, .aligned, .gathered: .ordinary
    }
  }

  func element(in style: MathStyle) -> Element {
    switch kind {
    case .matrix("", ""): return table("tex-matrix", in: style.cell)
    case .matrix(let open, let close):
      return Fence.enclosed(open, table("tex-matrix", in: style.cell), close, in: style.cell)
    case .array: return table("tex-array", in: style.cell)
    case .cases: return Fence.enclosed("{", table("tex-cases", in: style.cell), "", in: style.cell)
    case .aligned: return table("tex-aligned", in: .display)
    case .gathered: return table("tex-gathered", in: .display)
    }
  }

  private func table(_ name: String, in style: MathStyle) -> Element {
    let rows = lines.enumerated().map { index, line in
      let cells = line.cells.enumerated().map { column, cell in
        Element("mtd", self.cell(cell, column: column).elements(in: style)).classed(columnClasses(column))
      }
      let isLast = index == lines.count - 1
      return Element("mtr", cells).classed(
        (line.ruleAbove ? ["tex-rule-above"] : []) + (isLast && ruleBelow ? ["tex-rule-below"] : []))
    }
    var table = Element("mtable", ["class": name], rows)
    if style == .display { table.setAttribute("displaystyle", "true") }
    return table
  }

  /// In aligned lines a relation or sign after `&` has the same space as in a line that is not broken.
  private func cell(_ cell: Row, column: Int) -> Row {
    kind == .aligned && column % 2 == 1 && !cell.nodes.isEmpty ? Row([EmptyNode()] + cell.nodes) : cell
  }

  private func columnClasses(_ column: Int) -> [String] {
    guard column < columns.count else { return [] }
    return columns[column].classes
  }

  func plainText(inScript: Bool) -> String {
    let rows = lines.map { line in
      let cells = line.cells.map { $0.plainText(inScript: inScript) }.filter { !$0.isEmpty }
      return cells.joined(separator: kind == .aligned ? " " : ", ")
    }
    let text = rows.joined(separator: "; ")
    switch kind {
    case .matrix(let open, let close): return open + text + close
    case .cases: return "{" + text
    case .array, .aligned, .gathered: return text
    }
  }
}

extension Element {
  fileprivate func classed(_ classes: [String]) -> Element {
    guard !classes.isEmpty else { return self }
    var element = self
    element.setAttribute("class", classes.joined(separator: " "))
    return element
  }
}
