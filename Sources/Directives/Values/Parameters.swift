package import Notebooks
internal import Tables
internal import Wording

/// The parameters of a notebook, `params.k`, in the order of the text.
package struct Parameters: Inspectable {
  package static let kind = "set of parameters"
  package static let members: [Member<Parameters>] = []

  private var fields: [(name: String, node: OptionNode)]

  package init(_ parameters: [FrontMatter.Parameter] = []) {
    fields = parameters.map { ($0.name, $0.value) }
  }

  package var ownNames: [String] { fields.map(\.name) }
  package func ownMember(_ name: String) -> Value? { fields.first { $0.name == name }.map { $0.node.value } }

  /// What is known of them before a run: everything.
  var shape: ObjectShape {
    ObjectShape(of: Parameters.self, own: fields.map { ($0.name, $0.node.value.shape) })
  }

  /// Each parameter as the notebook, or who runs it, gives it; for the provenance.
  package var texts: [(name: String, value: String)] {
    fields.map { ($0.name, $0.node.flatText) }
  }

  /// Replaces a parameter's value, as `--param k=4` does.
  ///
  /// - Throws: `Diagnostic` without a place when the notebook has no such parameter.
  package mutating func set(_ name: String, to text: String) throws(Diagnostic) {
    guard let place = fields.firstIndex(where: { $0.name == name }) else {
      let near = nearestName(to: name, in: ownNames)
      let all = fields.isEmpty ? "its front matter has no params" : "its parameters are \(joined(ownNames))"
      throw .error(
        "the notebook has no parameter '\(name)'", at: nil, hint: near.map { "did you mean '\($0)'?" } ?? all)
    }
    fields[place].node = .scalar(OptionNode.Scalar(text, at: fields[place].node.location))
  }

  /// The option's value with each `` "{eval}`params.k`" `` in it replaced by the parameter.
  func filling(_ node: OptionNode) throws(Diagnostic) -> OptionNode {
    switch node {
    case .scalar(let scalar): return try filling(scalar)
    case .list(let items, let location):
      var filled: [OptionNode] = []
      for item in items { filled.append(try filling(item)) }
      return .list(filled, location)
    case .mapping(let entries, let location):
      var filled: [OptionNode.Entry] = []
      for entry in entries { filled.append(OptionNode.Entry(key: entry.key, value: try filling(entry.value))) }
      return .mapping(filled, location)
    }
  }

  private func filling(_ scalar: OptionNode.Scalar) throws(Diagnostic) -> OptionNode {
    let opening = "{eval}`"
    guard scalar.text.hasPrefix(opening), scalar.text.hasSuffix("`"), scalar.text.count > opening.count else {
      return .scalar(scalar)
    }
    var place = scalar.location
    place.column += opening.count
    let expression = try Expression(
      parsing: Located(String(scalar.text.dropFirst(opening.count).dropLast()), at: place))
    if case .member(let base, let name) = expression.root.kind, case .name("params") = base.kind,
      ownNames.contains(name),
      let field = fields.first(where: { $0.name == name })
    {
      return field.node.moved(to: scalar.location)
    }
    do {
      let value = try Evaluator(names: [("params", .object(self))]).value(of: expression)
      return .scalar(OptionNode.Scalar(try value.optionText(), isQuoted: false, at: scalar.location))
    } catch let error as ExpressionError {
      throw expression.diagnostic(error)
    } catch let diagnostic as Diagnostic {
      var diagnostic = diagnostic
      diagnostic.hint = diagnostic.hint ?? "an option can use parameters only: results do not exist yet when it is read"
      throw diagnostic
    } catch {
      throw .error("\(error)", at: scalar.location)
    }
  }
}

extension OptionNode {
  /// A parameter's value: quoted text is text, unquoted text what it looks like.
  fileprivate var value: Value {
    switch self {
    case .scalar(let scalar):
      if !scalar.isQuoted, let number = decimalNumber(scalar.text) { return .number(number) }
      if !scalar.isQuoted, scalar.text == "true" || scalar.text == "false" { return .boolean(scalar.text == "true") }
      return .text(scalar.text)
    case .list(let items, _): return .list(items.map(\.value))
    case .mapping(let entries, _): return .object(Record(entries.map { ($0.key.value, $0.value.value) }))
    }
  }

  fileprivate var flatText: String {
    switch self {
    case .scalar(let scalar): scalar.text
    case .list(let items, _): "[" + items.map(\.flatText).joined(separator: ", ") + "]"
    case .mapping(let entries, _):
      "{" + entries.map { $0.key.value + ": " + $0.value.flatText }.joined(separator: ", ") + "}"
    }
  }

  /// The same value, its mistakes reported where it is used.
  fileprivate func moved(to place: SourceLocation) -> OptionNode {
    switch self {
    case .scalar(let scalar): .scalar(OptionNode.Scalar(scalar.text, isQuoted: scalar.isQuoted, at: place))
    case .list(let items, _): .list(items.map { $0.moved(to: place) }, place)
    case .mapping(let entries, _):
      .mapping(
        entries.map { OptionNode.Entry(key: Located($0.key.value, at: place), value: $0.value.moved(to: place)) }, place
      )
    }
  }
}

extension Value {
  /// What is known of a value that is known: its shape.
  fileprivate var shape: Shape {
    switch self {
    case .number: .number
    case .text: .text
    case .boolean: .boolean
    case .column(let column, _): .column(column.type)
    case .list(let items): .list(items.first?.shape ?? .any)
    case .object(let record as Record):
      .object(ObjectShape(of: Record.self, own: record.fields.map { ($0.name, $0.value.shape) }))
    case .object: .any
    }
  }

  /// The value as an option would write it, numbers with all their digits.
  fileprivate func optionText() throws(ExpressionError) -> String {
    if case .number(let number) = self {
      return number == number.rounded() && abs(number) < 1e15 ? String(Int(number)) : String(number)
    }
    return try text(nil)
  }
}
