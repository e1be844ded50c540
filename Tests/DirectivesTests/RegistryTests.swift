import Directives
import Notebooks
import Testing

@Suite struct RegistryTests {
  @Test func namesAreUniqueAndListed() {
    let names = Registry.standard.directives.map { $0.name }
    #expect(Set(names).count == names.count)
    let help = Registry.standard.help()
    for directive in Registry.standard.directives {
      #expect(help.contains("{\(directive.name)}"))
      for option in directive.options { #expect(help.contains("    \(option.name) ")) }
    }
    for function in Function.all { #expect(help.contains(function.signature)) }
    #expect(help.contains("    rows     number of rows\n"))
    #expect(!help.contains(".\n    "))
  }

  /// Whatever a directive reads is documented; a reader of an unknown option would silently give nothing.
  @Test func whatIsReadIsDocumented() {
    let place = SourceLocation(line: 1, column: 1)
    for directive in Registry.standard.directives {
      let call = DirectiveCall(
        verb: Located(directive.name, at: place), name: nil, body: nil, source: "", location: place)
      var options = Options(call, docs: directive.options, naming: .none, parameters: Parameters())
      _ = try? directive.init(&options)
      let documented = Set(directive.options.map(\.name))
      #expect(options.namesRead.isSubset(of: documented), "\(directive.name)")
    }
  }
}
