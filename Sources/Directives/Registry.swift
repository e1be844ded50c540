/// Every directive there is.
package struct Registry: Sendable {
  package let directives: [any Directive.Type]

  package init(_ directives: [any Directive.Type]) { self.directives = directives }

  /// One line a directive, in the order they are listed to people.
  package static let standard = Registry([
    Load.self

  ])

  package func directive(_ name: String) -> (any Directive.Type)? { directives.first { $0.name == name } }
}
