internal import Mixtures
internal import Notebooks
internal import Reports
internal import Tables
internal import Wording

/// One equation of EM, then the same with the fitted numbers in it, then the result.
struct ExplainDirective: Directive {
  enum Step: String, CaseIterable, Sendable {
    case model
    case eStep = "e-step"
    case mStep = "m-step"
    case logLikelihood = "log-likelihood"
    case convergence
  }

  static let name = "explain"
  static let summary = "an equation of EM, the same with a fit's numbers in it, and the result"
  static let options = [
    OptionDoc("fit", "fit", isRequired: true, "the fit explained"),
    OptionDoc("step", joined(Step.allCases.map(\.rawValue), "or"), isRequired: true, "what of it"),
    OptionDoc("row", "whole number", "for e-step: the row, by its number in the file; the first when absent"),
    OptionDoc("component", "whole number", "for m-step: the component, from 1; 1 when absent"),
    OptionDoc("iteration", "whole number", "for e-step and m-step: after which iteration; the last when absent"),
  ]

  private let fit: Expression
  private let step: Step
  private let row: Located<Int>?
  private let component: Located<Int>?
  private let iteration: Located<Int>?

  /// The steps that each of the optional options belongs to.
  private static let uses: [(option: String, steps: [Step])] = [
    ("row", [.eStep]), ("component", [.mStep]), ("iteration", [.eStep, .mStep]),
  ]

  init(_ options: inout Options) throws {
    let fit = options.object("fit")
    let step = options.choice("step", Step.self)
    row = options.wholeNumber("row", 1...).map { Located($0, at: options.location(of: "row")) }
    component = options.wholeNumber("component", 1...).map { Located($0, at: options.location(of: "component")) }
    iteration = options.wholeNumber("iteration", 0...).map { Located($0, at: options.location(of: "iteration")) }
    if let step {
      for use in Self.uses where options.has(use.option) && !use.steps.contains(step) {
        options.fail(
          "'\(use.option)' means nothing for the step \(step.rawValue)", at: options.location(of: use.option),
          hint: "it belongs to \(joined(use.steps.map(\.rawValue)))")
      }
    }
    self.fit = try options.required(fit)
    self.step = try options.required(step)
  }

  func declare(in scope: inout Scope) throws { _ = try scope.object(fit, as: FittedMixture.self) }

  var activity: String { "explains the \(step.rawValue) of \(fit.source.value)" }

  func run(in session: inout Session) throws -> [Report.Block] {
    let fitted = try session.object(fit, as: FittedMixture.self)
    let explained = fitted.explained
    if step != .convergence { try fitted.requireNo([.variational], for: "the step \(step.rawValue)", of: fit) }
    if step == .mStep { try fitted.requireNo([.prior], for: "the step m-step", of: fit) }
    switch step {
    case .model: return try Exposition.model(explained).blocks
    case .logLikelihood: return try Exposition.logLikelihood(explained).blocks
    case .convergence: return try Exposition.convergence(explained).blocks
    case .eStep:
      let place = try place(of: row, in: fitted)
      return try Exposition.expectation(explained, row: place, iteration: try iteration(from: 0, in: fitted)).blocks
    case .mStep:
      let number = component?.value ?? 1
      if number > explained.components {
        throw Diagnostic.error(
          "component \(number) is beyond the \(explained.components) of this fit", at: component?.location)
      }
      return try Exposition.maximization(
        explained, component: number - 1, iteration: try iteration(from: 1, in: fitted)
      ).blocks
    }
  }

  /// Where the row of this number stands among the fitted rows.
  private func place(of row: Located<Int>?, in fitted: FittedMixture) throws -> Int {
    guard let row else { return 0 }
    guard let place = fitted.rowNumbers.firstIndex(of: row.value) else {
      throw Diagnostic.error(
        "row \(row.value) is not among the rows of this fit", at: row.location,
        hint: "a row keeps the number that it has in its file, from 1 without the header")
    }
    return place
  }

  private func iteration(from first: Int, in fitted: FittedMixture) throws -> Int {
    let last = fitted.fit.iterations
    guard let iteration else { return last }
    guard (first...max(first, last)).contains(iteration.value) else {
      throw Diagnostic.error(
        "iteration \(iteration.value) is not one of this fit", at: iteration.location,
        hint: "it made iterations \(first) to \(last)")
    }
    return iteration.value
  }
}
