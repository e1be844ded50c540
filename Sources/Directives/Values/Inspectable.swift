/// Something with members that expressions can read: a table, a fit, a selection.
///
/// The members are data, so that the check before a run, the run itself and `gmm-report directives` all use one list.
package protocol Inspectable: Sendable {
  /// What messages call it: `fit`.
  static var kind: String { get }
  static var members: [Member<Self>] { get }
  /// The names that only this object answers to, such as the columns of a table.
  var ownNames: [String] { get }
  /// The value of one of `ownNames`; `nil` for any other name.
  func ownMember(_ name: String) -> Value?
}

/// A member of one kind of object.
package struct Member<Object>: Sendable {
  package let name: String
  /// One line for `gmm-report directives`, without a full stop.
  package let summary: String
  package let shape: Shape
  package let value: @Sendable (Object) -> Value

  package init(_ name: String, _ summary: String, _ shape: Shape, _ value: @escaping @Sendable (Object) -> Value) {
    self.name = name
    self.summary = summary
    self.shape = shape
    self.value = value
  }
}

extension Inspectable {
  package var ownNames: [String] { [] }
  package func ownMember(_ name: String) -> Value? { nil }

  /// All names it answers to.
  package var memberNames: [String] { Self.members.map(\.name) + ownNames }

  /// The member of this name; an own name may have `_` for its spaces. `nil` when there is none.
  package func member(_ name: String) -> Value? {
    if let member = Self.members.first(where: { $0.name == name }) { return member.value(self) }
    return ownNames.first { spells(name, $0) }.flatMap(ownMember)
  }
}

/// Whether `written` is `name`, or `name` with `_` for each space.
func spells(_ written: String, _ name: String) -> Bool {
  written == name || (name.contains(" ") && written == name.replacingSpaces)
}

extension String {
  /// The name with `_` for each space, as expressions may write it.
  var replacingSpaces: String { String(map { $0 == " " ? "_" : $0 }) }
}
