internal import Tables

/// Every directive there is.
package struct Registry: Sendable {
  package let directives: [any Directive.Type]

  package init(_ directives: [any Directive.Type]) { self.directives = directives }

  /// One line a directive, in the order they are listed to people.
  package static let standard = Registry([
    Load.self,
    Sample.self,
    Describe.self,
    TableDirective.self,
    FitDirective.self,
    SelectDirective.self,
    PredictDirective.self,
    ConditionDirective.self,
    PlotDirective.self,
    ExplainDirective.self,
    CertificateDirective.self,
    ErrorsDirective.self,
    BootstrapTestDirective.self,
    Compare.self,
    ClaimDirective.self,
  ])

  /// The kinds of objects that directives define, for the list of members.
  package static let inspectableTypes: [any Inspectable.Type] = [
    Table.self, FittedMixture.self, SelectedMixture.self, NamedMixture.self, FitErrors.self, ComponentTests.self,
  ]

  package func directive(_ name: String) -> (any Directive.Type)? { directives.first { $0.name == name } }
}
