package import Notebooks

// Options that name things or compute something.
extension Options {
  /// The name of a column; whether there is one is for `Scope.column` to say.
  package mutating func column(_ option: String) -> Located<String>? { read(option) { try $0.text("a column") } }

  /// One column or a list of columns, each named once.
  package mutating func columns(_ option: String) -> [Located<String>]? {
    read(option) { node in
      var names: [Located<String>] = []
      for item in node.items {
        let name = try item.text("a column")
        if names.contains(where: { $0.value == name.value }) {
          throw Diagnostic.error("column '\(name.value)' is named twice", at: name.location)
        }
        names.append(name)
      }
      if names.isEmpty { throw node.expected("at least one column") }
      return names
    }
  }

  package mutating func expression(_ option: String) -> Expression? { read(option) { try $0.expression() } }

  /// What names a table, fit or selection: `wine`, `sel.best`. Give it to `Scope.object` and `Session.object`.
  package mutating func object(_ option: String) -> Expression? { expression(option) }

  /// `{old: new, …}` in the order written.
  package mutating func textMapping(_ option: String) -> [(key: Located<String>, value: Located<String>)]? {
    read(option) { node in
      try node.entries("a mapping such as {old: new}").map { ($0.key, try $0.value.text()) }
    }
  }

  /// `{name: expression, …}` in the order written.
  package mutating func expressionMapping(_ option: String) -> [(key: Located<String>, value: Expression)]? {
    read(option) { node in
      try node.entries("a mapping such as {name: expression}").map { ($0.key, try $0.value.expression()) }
    }
  }

  /// A list of mappings, each with options of its own: the components of a mixture.
  ///
  /// - Parameters:
  ///   - owner: how messages call one: `a component`.
  ///   - make: reads one; what it throws beside `OptionsIncomplete` is noted.
  package mutating func records<Result>(
    _ option: String, of owner: String, docs: [OptionDoc], _ make: (inout Options) throws -> Result
  ) -> [Result]? {
    guard let nodes = read(option, { $0.items }) else { return nil }
    var results: [Result] = []
    for node in nodes {
      guard case .mapping = node else {
        fail("expected \(owner) as a mapping, not \(node.written)", at: node.location)
        continue
      }
      var inner = Options(
        body: node, of: owner, name: name, location: node.location, docs: docs, parameters: parameters)
      do {
        results.append(try make(&inner))
      } catch let diagnostic as Diagnostic {
        inner.fail(diagnostic.message, at: diagnostic.location ?? node.location, hint: diagnostic.hint)
      } catch {
        // The reasons are noted already.
      }
      absorb(inner)
    }
    return results.count == nodes.count ? results : nil
  }
}
