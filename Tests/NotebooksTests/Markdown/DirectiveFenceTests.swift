import Notebooks
import Testing

@Suite struct DirectiveFenceTests {
  private func call(_ source: String) throws -> DirectiveCall {
    let blocks = try Notebook(parsing: source, path: "n.md").blocks
    guard case .directive(let call)? = blocks.last else { throw NoDirective() }
    return call
  }
  private struct NoDirective: Error {}

  @Test func everyPartHasItsPlace() throws {
    let call = try call("Text.\n\n```{load} wine\nfile:  \"wine.csv\"\ncolumns: [a, bé, c]\n```\n")
    #expect(call.verb == Located("load", at: SourceLocation(line: 3, column: 5)))
    #expect(call.name == Located("wine", at: SourceLocation(line: 3, column: 11)))
    #expect(call.location == SourceLocation(line: 3, column: 1))
    #expect(call.source == "```{load} wine\nfile:  \"wine.csv\"\ncolumns: [a, bé, c]\n```")
    guard case .mapping(let entries, _)? = call.body else { throw NoDirective() }
    #expect(entries.map(\.key.value) == ["file", "columns"])
    #expect(
      entries[0].value
        == .scalar(OptionNode.Scalar("wine.csv", isQuoted: true, at: SourceLocation(line: 4, column: 9))))
    guard case .list(let items, let place) = entries[1].value else { throw NoDirective() }
    #expect(place == SourceLocation(line: 5, column: 10))
    #expect(items.map(\.location.column) == [11, 14, 18])
  }
}
