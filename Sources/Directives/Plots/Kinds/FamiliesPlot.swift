internal import Charting
internal import Mixtures
internal import Notebooks
internal import Wording

/// `kind: families`, one panel a covariance family: those of a selection at one number of components, or of fits.
struct FamiliesPlot: PlotKind {
  static let name = "families"
  static let options = [
    OptionDoc("select", "selection", "the selection drawn"),
    OptionDoc("fits", "list of fits", "fits to the same rows, instead of a selection"),
    OptionDoc(
      "components", "whole number", "the number of components shown of a selection; the best one’s when absent"),
    FitPlane.docs[1], FitPlane.docs[2],
  ]

  private enum Source {
    case selection(Expression, components: Int?)
    case fits([Expression])
  }

  private let source: Source
  private let x: Located<String>?
  private let y: Located<String>?
  private let location: SourceLocation
  /// Where the number of components is given.
  private let countLocation: SourceLocation

  init(_ options: inout Options) throws {
    (location, countLocation) = (options.location, options.location(of: "components"))
    (x, y) = (options.column("x"), options.column("y"))
    let (select, components) = (options.object("select"), options.wholeNumber("components", 1...))
    let fits = options.read("fits") { try $0.items.map { try $0.expression() } }
    if let x, let y, x.value == y.value { options.fail("x and y are the same column", at: y.location) }
    for (given, missing) in [("x", "y"), ("y", "x")] where options.has(given) && !options.has(missing) {
      options.fail("'\(given)' needs '\(missing)' beside it", at: options.location(of: given))
    }
    switch (options.has("select"), options.has("fits")) {
    case (true, false): source = .selection(try options.required(select), components: components)
    case (false, true):
      if options.has("components") {
        options.fail(
          "'components' means nothing beside 'fits'", at: countLocation, hint: "every fit has its own components")
      }
      source = .fits(try options.required(fits))
    default:
      options.fail("this kind of plot needs either 'select' or 'fits'", at: options.location)
      throw OptionsIncomplete()
    }
  }

  func declare(in scope: inout Scope) throws {
    switch source {
    case .selection(let select, _): check(try scope.object(select, as: SelectedMixture.self), in: &scope)
    case .fits(let fits):
      for fit in fits {
        _ = scope.noting { scope in check(try scope.object(fit, as: FittedMixture.self), in: &scope) }
      }
    }
  }

  private func check(_ shape: ObjectShape?, in scope: inout Scope) {
    for name in [x, y].compactMap(\.self) { _ = scope.noting { try $0.column(name, of: shape) } }
  }

  func chart(in session: inout Session) throws -> Chart {
    switch source {
    case .selection(let select, let components):
      let selected = try session.object(select, as: SelectedMixture.self)
      let selection = selected.selection
      let k = components ?? selection.best.options.components
      let cells = selection.cells.filter { $0.components == k }
      if cells.isEmpty {
        let tried = Set(selection.cells.map(\.components)).sorted().map(String.init)
        throw Diagnostic.error(
          "the selection tried no mixture of \(counted(k, "component"))", at: countLocation,
          hint: "it tried \(joined(tried))")
      }
      let (cloud, axes) = try plane(of: selected.best)
      let names = FamilyNames(cells.map(\.family))
      let rows = selected.best.rows(with: axes)
      let members = cells.map { cell in
        FamiliesRecipe.Member(
          name: names[cell.family], family: cell.family, parameterCount: cell.parameterCount,
          logLikelihood: cell.logLikelihood,
          criterion: selection.criterion.value(of: cell), isSpurious: cell.spurious != nil,
          plane: cell.mixture.map { PlaneCell($0, of: selection.best.samples, axes: axes, rows: rows) })
      }
      return FamiliesRecipe(
        cloud: cloud, members: Self.matched(members), criterion: selection.criterion.rawValue.uppercased(),
        comparison: "at K = \(k)", matches: true
      ).chart()
    case .fits(let expressions):
      let fits = try expressions.map { expression in
        let fitted = try session.object(expression, as: FittedMixture.self)
        try fitted.requireNo([.variational], for: "the kind \(Self.name)", of: expression)
        return fitted
      }
      guard let first = fits.first else { throw Diagnostic.error("there is no fit to draw", at: location) }
      for (fit, expression) in zip(fits, expressions)
      where fit.rowNumbers != first.rowNumbers || !fit.fit.samples.hasSameCells(as: first.fit.samples) {
        throw Diagnostic.error(
          "'\(expression.source.value)' is not fitted to the same rows and columns as "
            + "'\(expressions[0].source.value)'", at: expression.source.location)
      }
      let (cloud, axes) = try plane(of: first)
      let rows = first.rows(with: axes)
      return FamiliesRecipe(
        cloud: cloud,
        members: zip(fits, expressions).map { fitted, expression in
          FamiliesRecipe.Member(
            name: "\(expression.source.value): \(fitted.model)", family: fitted.fit.options.family,
            parameterCount: fitted.fit.parameterCount,
            logLikelihood: fitted.fit.logLikelihood, criterion: fitted.fit.bic,
            isSpurious: fitted.fit.spurious != nil,
            plane: PlaneCell(fitted.fit.mixture, of: fitted.fit.samples, axes: axes, rows: rows))
        }, criterion: "BIC", comparison: "of the fits", matches: false
      ).chart()
    }
  }

  /// The rows over the two columns drawn, and the places of those columns.
  private func plane(of fitted: FittedMixture) throws -> (Cloud, [Int]) {
    let count = fitted.columns.count
    if count == 1 {
      throw Diagnostic.error(
        "the fits have one column; ellipses need two", at: location, hint: "kind: mixture draws one column")
    }
    if x == nil, count > 2 {
      throw Diagnostic.error(
        "the fits have \(count) columns; name the two to draw", at: location,
        hint: "x: \(fitted.columns[0].name) and y: \(fitted.columns[1].name)")
    }
    let axes = try [x.map { try fitted.place(of: $0) } ?? 0, y.map { try fitted.place(of: $0) } ?? 1]
    let cloud = fitted.cloud(axes[0], axes[1])
    if cloud.count == 0 { throw Diagnostic.error("no row has both columns", at: location) }
    return (cloud, axes)
  }

  /// The members with the components of each numbered as the best one's are, by the rows they share: the same rows are
  /// to have the same colour in all panels.
  private static func matched(_ members: [FamiliesRecipe.Member]) -> [FamiliesRecipe.Member] {
    guard let best = FamiliesRecipe.best(of: members), let leader = members[best].plane else { return members }
    return members.enumerated().map { index, member in
      guard index != best, let plane = member.plane else { return member }
      var member = member
      member.plane = plane.numbered(like: leader)
      return member
    }
  }
}
