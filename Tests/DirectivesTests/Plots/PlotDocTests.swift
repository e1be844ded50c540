import Directives
import Notebooks
import Testing

/// Each kind of plot reads exactly the options that the list of options says belong to it.
@Suite struct PlotDocTests {
  /// As the list of options names them: `histogram, line or scatter`.
  private static let kinds = (PlotDirective.options.first { $0.name == "kind" }?.type ?? "")
    .replacing(" or ", with: ", ").split(separator: ", ").map(String.init)
  private static let ofEveryFigure = [
    "kind", "title", "subtitle", "caption", "alt", "annotate", "width", "height", "theme",
  ]

  private func read(_ kind: String, _ given: [String]) -> Set<String> {
    let place = SourceLocation(line: 1, column: 1)
    let entries = (["kind: \(kind)"] + given).map { text in
      let parts = text.split(separator: ":").map { $0.trimmingPrefix(" ") }
      return OptionNode.Entry(
        key: Located(String(parts[0]), at: place), value: .scalar(OptionNode.Scalar(String(parts[1]), at: place)))
    }
    let call = DirectiveCall(
      verb: Located("plot", at: place), name: Located("fig-p", at: place), body: .mapping(entries, place), source: "",
      location: place)
    var options = Options(call, docs: PlotDirective.options, naming: .none, parameters: Parameters())
    _ = try? PlotDirective(&options)
    return options.namesRead.subtracting(Self.ofEveryFigure)
  }

  @Test(arguments: kinds) func whatIsReadIsWhatIsListed(kind: String) {
    let listed = PlotDirective.options.filter { doc in
      guard let colon = doc.summary.firstIndex(of: ":") else { return false }
      return doc.summary[..<colon].replacing(" and ", with: ", ").split(separator: ", ").contains { $0 == kind }
    }.map(\.name)
    let read = read(kind, []).union(read(kind, ["fit: m"]))
    #expect(read == Set(listed))
  }
}
