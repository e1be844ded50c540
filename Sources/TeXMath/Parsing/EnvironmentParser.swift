import Wording

extension Command {
  static let environments: [Command] = [
    Command("begin") { parser, command throws(TeXError) in try parser.environment(command) }
  ]
}

extension Parser {
  mutating func environment(_ begin: Token) throws(TeXError) -> any MathNode {
    let name = try word("environment", of: begin)
    guard let kind = Environment.named[name] else {
      let hint = nearestName(to: name, in: Environment.all.map(\.name)).map { "did you mean \($0)?" }
      throw TeXError("unknown environment \(name)", at: begin.offset, hint: hint)
    }
    var table = Table(kind: kind, lines: [])
    if kind == .array {
      skipSpaces()
      let offset = scanner.offset
      table.columns = try ColumnSpecification.columns(try word("columns", of: begin), at: offset)
    }
    try lines(of: &table, begin: begin, name: name)
    return table
  }

  private mutating func lines(of table: inout Table, begin: Token, name: String) throws(TeXError) {
    var line = Table.Line(cells: [])
    while true {
      skipSpaces()
      if scanner.peek.isCommand("hline") {
        let rule = scanner.next()
        guard table.kind == .array, line.cells.isEmpty else { throw .misplacedRule(at: rule.offset) }
        line.ruleAbove = true
        continue
      }
      let start = scanner.offset
      line.cells.append(try row())
      if table.kind == .array, line.cells.count > table.columns.count {
        throw TeXError(
          "this row has more cells than the array's \(counted(table.columns.count, "column"))", at: start)
      }
      let stop = scanner.next()
      switch stop.kind {
      case .character("&"):
        continue
      case .command("\\"):
        skipRowSpacing()
        table.lines.append(line)
        line = Table.Line(cells: [])
      case .command("end"):
        let end = try word("environment", of: stop)
        guard end == name else {
          throw TeXError("\\end{\(end)} closes \\begin{\(name)}", at: stop.offset, hint: "write \\end{\(name)}")
        }
        let isEmpty = line.cells.allSatisfy { $0.nodes.isEmpty }
        if isEmpty { table.ruleBelow = line.ruleAbove } else { table.lines.append(line) }
        return
      case .command("hline"):
        throw .misplacedRule(at: stop.offset)
      case .end:
        throw TeXError("this \\begin{\(name)} has no \\end{\(name)}", at: begin.offset)
      default:
        throw .stray(stop)
      }
    }
  }

  /// `\\[2pt]` asks for more space between lines; they have enough.
  private mutating func skipRowSpacing() {
    guard scanner.peek.isCharacter("[") else { return }
    var ahead = scanner
    while let scalar = ahead.scalar() {
      if scalar == "]" {
        scanner = ahead
        return
      }
    }
  }
}

extension TeXError {
  fileprivate static func misplacedRule(at offset: Int) -> TeXError {
    TeXError("\\hline stands only at the start of an array's row", at: offset)
  }
}
