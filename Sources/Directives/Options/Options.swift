package import Notebooks
internal import Reports
internal import Wording

/// The options of one cell, read by name and type.
///
/// A reader that finds a mistake notes it in `problems` and gives `nil`, so that one look finds all of them; the cell is
/// then neither declared nor run. An absent option gives its documented default, or `nil`.
package struct Options: Sendable {
  /// The name or label after the verb, at the verb's place when there is none.
  package let name: Located<String>
  /// Where the cell begins.
  package let location: SourceLocation
  package private(set) var problems: [Diagnostic] = []
  /// The options read so far, for the test that none is read without being documented.
  package private(set) var namesRead: Set<String> = []

  let parameters: Parameters
  let docs: [OptionDoc]
  private let entries: [OptionNode.Entry]
  /// The body when it is a list rather than a mapping.
  private let items: OptionNode?

  package init(_ call: DirectiveCall, docs: [OptionDoc], naming: CellNaming, parameters: Parameters) {
    self.init(
      body: call.body, of: "'\(call.verb.value)'", name: call.name ?? Located("", at: call.verb.location),
      location: call.location, docs: docs + OptionDoc.ofEveryCell, parameters: parameters)
    problems += naming.problems(with: call)
  }

  /// - Parameter owner: how messages call what has these options: `'fit'`, `a component`.
  init(
    body: OptionNode?, of owner: String, name: Located<String>, location: SourceLocation, docs: [OptionDoc],
    parameters: Parameters
  ) {
    self.name = name
    self.location = location
    self.docs = docs
    self.parameters = parameters
    var entries: [OptionNode.Entry] = []
    var items: OptionNode?
    switch body {
    case .mapping(let given, _): entries = given
    case .list: items = body
    case .scalar(let scalar):
      problems.append(
        .error("options are written as name: value", at: scalar.location, hint: "put ': ' after the option's name"))
    case nil: break
    }
    self.entries = entries
    self.items = items
    let names = docs.map(\.name)
    var misspelt: Set<String> = []
    for entry in entries where !names.contains(entry.key.value) {
      let near = nearestName(to: entry.key.value, in: names)
      if let near { misspelt.insert(near) }
      problems.append(
        .error(
          "\(owner) has no option '\(entry.key.value)'", at: entry.key.location,
          hint: near.map { "did you mean '\($0)'?" } ?? "its options are \(joined(names))"))
    }
    if items == nil, !(body.map { if case .scalar = $0 { true } else { false } } ?? false) {
      for doc in docs where doc.isRequired && !has(doc.name) && !misspelt.contains(doc.name) {
        problems.append(
          .error("\(owner) needs the option '\(doc.name)'", at: location, hint: "\(doc.name): \(doc.summary)"))
      }
    }
  }

  // MARK: Presence and places

  /// Whether the notebook gives this option.
  package func has(_ option: String) -> Bool { entries.contains { $0.key.value == option } }

  /// Whether there is such an option at all.
  package func takes(_ option: String) -> Bool { docs.contains { $0.name == option } }

  /// Where the option's value stands; the cell's place when it is absent.
  package func location(of option: String) -> SourceLocation {
    entries.first { $0.key.value == option }?.value.location ?? location
  }

  // MARK: Reading

  /// Reads an option by a conversion of your own; the named readers are made of this one.
  ///
  /// - Parameter convert: gets the value with parameters filled in; the `Diagnostic` it throws is noted.
  package mutating func read<Result>(
    _ option: String, fillsParameters: Bool = true, _ convert: (OptionNode) throws -> Result
  ) -> Result? {
    namesRead.insert(option)
    var node = entries.first { $0.key.value == option }?.value
    if node == nil, let text = docs.first(where: { $0.name == option })?.defaultText {
      node = .scalar(OptionNode.Scalar(text, at: location))
    }
    guard let node else { return nil }
    let parameters = parameters
    return noting { try convert(fillsParameters ? try parameters.filling(node) : node) }
  }

  /// Reads the body of a cell whose body may be a list instead of options.
  package mutating func readItems<Result>(_ convert: ([OptionNode]) throws -> Result) -> Result? {
    guard case .list(let nodes, _) = items else { return nil }
    return noting { try convert(nodes) }
  }

  /// Runs `body`, noting the mistakes it throws; `nil` when it threw.
  package mutating func noting<Result>(_ body: () throws -> Result) -> Result? {
    do {
      return try body()
    } catch let diagnostic as Diagnostic {
      problems.append(diagnostic)
    } catch let diagnostics as Diagnostics {
      problems += diagnostics.all
    } catch {
      problems.append(.error("\(error)", at: location))
    }
    return nil
  }

  /// Notes a mistake that concerns several options, or one that has a right type but not a right value.
  package mutating func fail(_ message: String, at location: SourceLocation, hint: String? = nil) {
    problems.append(.error(message, at: location, hint: hint))
  }

  /// Notes the mistakes found in options within options.
  mutating func absorb(_ inner: Options) { problems += inner.problems }

  /// The value of a required option. When it is absent or wrong that is noted already, and the directive is not made.
  package func required<Result>(_ value: Result?) throws(OptionsIncomplete) -> Result {
    guard let value else { throw OptionsIncomplete() }
    return value
  }
}

/// Thrown by a directive that cannot be made; the reasons are in `Options.problems`.
package struct OptionsIncomplete: Error {}

extension CellNaming {
  /// What is wrong with the name or label of a cell.
  fileprivate func problems(with call: DirectiveCall) -> [Diagnostic] {
    let verb = call.verb.value
    switch (self, call.name) {
    case (.none, nil), (.label(_, isOptional: true), nil): return []
    case (.none, let name?):
      return [.error("'\(verb)' takes no name", at: name.location, hint: "write {\(verb)} alone")]
    case (.result, nil):
      return [.error("'\(verb)' needs a name", at: call.verb.location, hint: "write {\(verb)} NAME")]
    case (.result, let name?):
      if isIdentifier(name.value) { return [] }
      return [
        .error(
          "'\(name.value)' is no name for a result", at: name.location,
          hint: "a name is made of letters, digits and _ and does not begin with a digit")
      ]
    case (.label(let kind, isOptional: false), nil):
      return [.error("'\(verb)' needs a label", at: call.verb.location, hint: "write {\(verb)} \(kind.prefix)NAME")]
    case (.label(let kind, _), let name?): return kind.mistake(in: name).map { [$0] } ?? []
    }
  }
}

/// Whether expressions can use `text` as a name.
func isIdentifier(_ text: String) -> Bool {
  guard let first = text.first, first.isLetter || first == "_" else { return false }
  if ["and", "or", "not", "true", "false", "params"].contains(text) { return false }
  return text.allSatisfy { $0.isLetter || $0 == "_" || ($0.isASCII && $0.isNumber) }
}
