internal import Charting
internal import Notebooks
internal import Wording

/// What a notebook writes into a figure: a note beside a place, a rule at one value, or a region.
///
/// ```yaml
/// annotate:
///   - {text: long waits, x: 4.5, y: 80}
///   - {rule: {x: "m.means[0].waiting"}, text: first mean}
///   - {region: {x: [60, 70]}, text: the gap}
/// ```
struct Annotation: Sendable {
  /// One value of an axis for a rule, two for a region; none where the axis does not matter.
  struct Bounds: Sendable {
    var x: [Expression] = []
    var y: [Expression] = []
  }

  enum Shape: Sendable { case note, rule, region }

  let shape: Shape
  let bounds: Bounds
  /// Empty for a rule or region without words.
  let text: [Inline]
  /// Which panel of the figure, counted from 1; `nil` for the main one.
  let panel: Int?
  let location: SourceLocation

  static let option = OptionDoc(
    "annotate", "list of {text, x, y}, {rule, text} or {region, text}",
    "notes beside a place, rules at {x: value} or {y: value}, and regions such as {x: [from, to]}")

  private static let docs: [OptionDoc] = [
    OptionDoc("text", "text", "what is written"),
    OptionDoc("x", "number", "where a note points to"),
    OptionDoc("y", "number", "where a note points to"),
    OptionDoc("rule", "{x: value} or {y: value}", "a line across the panel"),
    OptionDoc("region", "{x: [from, to]}, {y: [from, to]} or both", "a shaded part of the panel"),
    OptionDoc("panel", "whole number", "which panel of the figure, counted from 1; the main one when absent"),
  ]

  /// Reads `annotate:`; empty when the cell has none.
  static func read(_ options: inout Options) -> [Annotation] {
    options.records(option.name, of: "an annotation", docs: docs) { try Annotation(&$0) } ?? []
  }

  private init(_ options: inout Options) throws {
    location = options.location
    text = options.inlines("text") ?? []
    panel = options.wholeNumber("panel", 1...)
    let place = (x: options.expression("x"), y: options.expression("y"))
    let rule = options.read("rule") { try Bounds($0, count: 1, wanted: "one value such as {x: 70} or {y: 0.5}") }
    let region = options.read("region") {
      try Bounds($0, count: 2, wanted: "two values such as {x: [60, 70]}, of x, of y or of both")
    }
    let given = ["rule", "region"].filter { options.has($0) }
    if given.count == 2 {
      options.fail("a rule and a region are two annotations", at: options.location, hint: "write one for each")
      throw OptionsIncomplete()
    }
    if let shape = given.first {
      for name in ["x", "y"] where options.has(name) {
        options.fail(
          "'\(name)' means nothing beside '\(shape)'", at: options.location(of: name),
          hint: "\(shape): {\(name): …} says where it lies")
      }
      bounds = try options.required(shape == "rule" ? rule : region)
      self.shape = shape == "rule" ? .rule : .region
      return
    }
    for name in ["text", "x", "y"] where !options.has(name) {
      options.fail(
        "a note needs the option '\(name)'", at: options.location,
        hint: "a note has text, x and y; a rule has rule: {x: value}, a region has region: {x: [from, to]}")
    }
    bounds = Bounds(x: [try options.required(place.x)], y: [try options.required(place.y)])
    shape = .note
  }

  func declare(in scope: inout Scope) {
    _ = scope.noting { try $0.check(text) }
    for expression in bounds.x + bounds.y {
      _ = scope.noting { scope in
        switch try scope.check(expression) {
        case .number, .any: break
        case let shape: throw expression.isNoPlace(shape.kind)
        }
      }
    }
  }
}

extension Annotation.Bounds {
  /// - Parameters:
  ///   - count: how many values an axis has here.
  ///   - wanted: what is expected, for the message.
  fileprivate init(_ node: OptionNode, count: Int, wanted: String) throws {
    for entry in try node.entries(wanted) {
      let items = entry.value.items
      guard items.count == count, ["x", "y"].contains(entry.key.value) else { throw node.misses(wanted) }
      let values = try items.map { try $0.expression() }
      if entry.key.value == "x" { x = values } else { y = values }
    }
    guard !(x + y).isEmpty, count == 2 || x.isEmpty || y.isEmpty else { throw node.misses(wanted) }
  }
}

extension OptionNode {
  fileprivate func misses(_ wanted: String) -> Diagnostic { .error("expected \(wanted)", at: location) }
}

extension Expression {
  func isNoPlace(_ kind: String) -> Diagnostic {
    .error("the place of an annotation is a number, not \(kind)", at: source.location)
  }
}
