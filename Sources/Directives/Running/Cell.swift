internal import Notebooks
internal import Wording

/// A directive call whose options are read.
struct Cell: Sendable {
  let call: DirectiveCall
  let directive: any Directive
  /// Whether its source is shown.
  let echoes: Bool
  /// Whether its error is shown in the report, the run going on.
  let showsError: Bool
  /// The results that it uses, by name.
  var uses: Set<String> = []

  /// - Throws: `Diagnostics` with everything wrong with the verb, the name and the options.
  init(_ call: DirectiveCall, registry: Registry, parameters: Parameters) throws(Diagnostics) {
    self.call = call
    guard let type = registry.directive(call.verb.value) else {
      let names = registry.directives.map { $0.name }
      let near = nearestName(to: call.verb.value, in: names)
      throw Diagnostics([
        .error(
          "unknown directive '\(call.verb.value)'", at: call.verb.location,
          hint: near.map { "did you mean '\($0)'?" } ?? "the directives are \(joined(names))")
      ])
    }
    var options = Options(call, docs: type.options, naming: type.naming, parameters: parameters)
    echoes = options.boolean("echo") ?? false
    showsError = options.boolean("error") ?? false
    var made: (any Directive)?
    do {
      made = try type.init(&options)
    } catch let diagnostic as Diagnostic {
      throw Diagnostics(options.problems + [diagnostic])
    } catch let diagnostics as Diagnostics {
      throw Diagnostics(options.problems + diagnostics.all)
    } catch {
      throw Diagnostics(options.problems)
    }
    guard let made, options.problems.isEmpty else { throw Diagnostics(options.problems) }
    directive = made
  }
}
