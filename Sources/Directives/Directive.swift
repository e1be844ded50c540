internal import Notebooks
package import Reports

/// A kind of cell: what `{verb}` in a notebook means.
///
/// A directive is made from its options, which are all checked then; it declares the names it defines and uses, before
/// anything runs; and it runs. To add one, write a type in a file of its own and name it in `Registry.swift`.
package protocol Directive: Sendable {
  /// The verb: `fit`.
  static var name: String { get }
  /// What it does, as `gmm-report directives` lists it: one line without a full stop.
  static var summary: String { get }
  /// What stands after the verb.
  static var naming: CellNaming { get }
  /// Every option it takes, in the order they are listed to people.
  static var options: [OptionDoc] { get }

  /// Reads the options. Most readers note a mistake in `options` and go on, so that all of them are found.
  init(_ options: inout Options) throws

  /// Names what it defines and checks what it uses, before anything runs.
  func declare(in scope: inout Scope) throws

  /// Does the work.
  func run(in session: inout Session) throws -> [Report.Block]

  /// What a progress line says while it runs: `fits 6 components to wine`.
  var activity: String { get }
}

extension Directive {
  package static var naming: CellNaming { .none }
  package func declare(in scope: inout Scope) throws {}
  package var activity: String { Self.summary }
}

/// What stands after the verb of a directive.
package enum CellNaming: Sendable, Hashable {
  case none
  /// The name of a result: an identifier, so that expressions can use it.
  case result
  /// The label of a figure or table; an optional one may be left out when nothing refers to it.
  case label(LabelKind, isOptional: Bool = false)
}
