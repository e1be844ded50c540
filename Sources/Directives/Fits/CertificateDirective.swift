internal import Mixtures
internal import Notebooks
internal import Reports
internal import Wording

/// The laws of EM checked on a fit's own history, each with its worst residual.
struct CertificateDirective: Directive {
  static let name = "certificate"
  static let summary = "the laws of EM checked on a fit, with the worst residual of each"
  static let naming = CellNaming.label(.table, isOptional: true)
  static let options = [
    OptionDoc("fit", "fit", isRequired: true, "the fit checked"),
    OptionDoc("caption", "text", "what stands above the table"),
  ]

  private let fit: Expression
  private let caption: [Inline]
  private let label: String

  init(_ options: inout Options) throws {
    let fit = options.object("fit")
    caption = options.inlines("caption") ?? []
    label = options.name.value
    self.fit = try options.required(fit)
  }

  func declare(in scope: inout Scope) throws {
    _ = try scope.object(fit, as: FittedMixture.self)
    try scope.check(caption)
  }

  var activity: String { "checks the laws of EM on \(fit.source.value)" }

  func run(in session: inout Session) throws -> [Report.Block] {
    let fitted = try session.object(fit, as: FittedMixture.self)
    let theorems = fitted.fit.certificate()
    for theorem in theorems where !theorem.holds {
      session.warn("a law of EM does not hold on \(fit.source.value): \(theorem.name)")
    }
    let residual = NumberFormat(.exponent, precision: 1)
    let rows = try theorems.map { theorem -> [[Phrase]] in
      [
        [.text(theorem.name), .lineBreak] + (try Exposition.phrases("$\(theorem.formula)$")),
        [.value(theorem.holds ? "✓" : "✗")],
        [.value(residual.string(max(0, theorem.residual)))], [.value(residual.string(theorem.tolerance))],
        [.text(theorem.measure)], [.value(String(theorem.iteration))],
      ]
    }
    return [
      .table(
        .init(
          anchor: label.isEmpty ? nil : label, number: session.number(of: label), caption: try session.phrases(caption),
          columns: [
            .init([.text("law")]), .init([.text("holds")], alignment: .center),
            .init([.text("worst residual")], alignment: .right), .init([.text("at most")], alignment: .right),
            .init([.text("measured in")]), .init([.text("at iteration")], alignment: .right),
          ], rows: rows))
    ]
  }
}
