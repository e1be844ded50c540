internal import Mixtures
internal import Notebooks
internal import Tables
internal import Wording

/// A fit as a file of its own: what `save:` writes and `load` gives back as a mixture.
struct SavedFit {
  /// What the file says it is.
  static let format = "gmm-report mixture"
  static let version = 1

  let mixture: GaussianMixture
  let columns: [ColumnShape]

  /// The fit as JSON: the mixture by columns, how well it fits, and how it was made.
  ///
  /// - Parameter data: the table it was fitted to.
  static func text(of fitted: FittedMixture, data: String) -> String {
    let (fit, mixture, names) = (fitted.fit, fitted.mixture, fitted.columns.map(\.name))
    func record(_ numbers: [Double]) -> JSONText { .object(zip(names, numbers).map { ($0, .number($1)) }) }
    let columns = fitted.columns.map { column -> JSONText in
      .object([("name", .text(column.name))] + (column.unit.map { [("unit", .text($0))] } ?? []))
    }
    let noise = mixture.noise.map { noise -> [(name: String, value: JSONText)] in
      [("noise", .object([("weight", .number(noise.weight)), ("log_density", .number(noise.logDensity))]))]
    }
    let covariances = mixture.covariances.map { matrix -> JSONText in
      .object(names.indices.map { (names[$0], record(matrix[row: $0])) })
    }
    return JSONText.object(
      [
        ("format", .text(format)), ("version", .whole(UInt64(version))), ("columns", .list(columns)),
        ("covariance", .text(fit.options.family.name)), ("weights", .numbers(mixture.weights)),
      ] + (noise ?? []) + [
        ("means", .list((0..<mixture.components).map { record(mixture.means[row: $0]) })),
        ("covariances", .list(covariances)),
        (
          "fit",
          .object(
            [
              ("data", .text(data)), ("rows", .whole(UInt64(fit.n))), ("loglik", .number(fit.logLikelihood)),
            ] + criteria(fit) + [
              ("iterations", .whole(UInt64(fit.iterations))), ("outcome", .text("\(fit.outcome)")),
            ])
        ),
        ("options", options(fit.options)),
      ]
    ).text
  }

  /// What fits are compared by: the bound of a variational fit, which has no count of parameters to pay for.
  private static func criteria(_ fit: EMFit) -> [(name: String, value: JSONText)] {
    if let posterior = fit.variational { return [("bound", .number(posterior.bound))] }
    return [
      ("parameters", .whole(UInt64(fit.parameterCount))), ("bic", .number(fit.bic)), ("aic", .number(fit.aic)),
      ("icl", .number(fit.icl)),
    ]
  }

  private static func options(_ options: EMOptions) -> JSONText {
    let floor: [(name: String, value: JSONText)] =
      switch options.floor {
      case .none: [("floor", .number(0))]
      case .absolute(let value): [("floor", .number(value))]
      case .relative(let part): [("floor_of_variance", .number(part))]
      }
    return .object(
      [
        ("init", .text(options.start.name)), ("restarts", .whole(UInt64(options.restarts))),
        ("tolerance", .number(options.tolerance)), ("max_iterations", .whole(UInt64(options.maxIterations))),
      ] + floor + [("seed", .whole(options.seed))])
  }
}

// MARK: Reading

extension SavedFit {
  /// - Parameter file: the file's name in the notebook, where what is wrong with it is reported.
  /// - Throws: `Diagnostics` with the line and column of the file.
  init(reading contents: [UInt8], _ file: Located<String>) throws(Diagnostics) {
    func placed(_ mistake: Diagnostic) -> Diagnostic {
      let place = mistake.location.map { ", line \($0.line), column \($0.column)" } ?? ""
      return .error("\(file.value)\(place): \(mistake.message)", at: file.location, hint: mistake.hint)
    }
    guard let text = String(validating: contents, as: UTF8.self) else {
      throw Diagnostics([placed(.error("it is not UTF-8", at: nil, hint: "save it as UTF-8"))])
    }
    do {
      try self.init(try OptionNode(parsing: text))
    } catch let mistakes as Diagnostics {
      throw Diagnostics(mistakes.all.map(placed))
    } catch let mistake as Diagnostic {
      throw Diagnostics([placed(mistake)])
    } catch {
      throw Diagnostics([placed(.error("\(error)", at: nil))])
    }
  }

  private init(_ root: OptionNode) throws {
    guard case .mapping = root, case .scalar(let format)? = try root.optionalMember("format"),
      format.text == Self.format
    else {
      throw Diagnostic.error("this is no saved fit", at: root.location, hint: "'save: NAME.json' of a fit writes one")
    }
    let version = try root.member("version")
    guard try version.number() == Double(Self.version) else {
      throw Diagnostic.error(
        "the file is of version \(try version.scalar("a version").text), and this gmm-report reads version \(Self.version)",
        at: version.location, hint: "save the fit again, or read it with a newer gmm-report")
    }
    let columns = try root.member("columns").items.map { column -> ColumnShape in
      let unit = try column.optionalMember("unit")?.text("a unit").value
      return ColumnShape(try column.member("name").text("a name").value, unit: unit, type: .number)
    }
    let names = columns.map(\.name)
    if let twice = names.indices.first(where: { names[..<$0].contains(names[$0]) }) {
      throw Diagnostic.error("there are two columns '\(names[twice])'", at: try root.member("columns").location)
    }
    let noise = try root.optionalMember("noise").map { noise in
      UniformNoise(
        weight: try noise.member("weight").number(), logDensity: try noise.member("log_density").number())
    }
    let means = try root.member("means")
    let rows = try means.items.map { try $0.record(names) { try $0.number() } }
    let covariances = try root.member("covariances").items.map { item in
      try item.record(names) { try $0.record(names) { try $0.number() } }
    }
    let weights = try root.member("weights").items.map { try $0.number() }
    do throws(FitError) {
      mixture = try GaussianMixture(
        weights: weights, means: Matrix(rows) ?? Matrix(rows: 0, columns: 0),
        covariances: covariances.map { Matrix($0) ?? Matrix(rows: 0, columns: 0) }, noise: noise)
    } catch {
      throw Diagnostic.error("\(error)", at: root.location)
    }
    self.columns = columns
  }
}

extension OptionNode {
  /// - Throws: `Diagnostic` when it is no mapping or has no such entry.
  fileprivate func member(_ name: String) throws -> OptionNode {
    if let member = try optionalMember(name) { return member }
    let near = nearestName(to: name, in: try entries("a mapping").map(\.key.value))
    throw Diagnostic.error("there is no '\(name)'", at: location, hint: near.map { "is it '\($0)'?" })
  }

  fileprivate func optionalMember(_ name: String) throws -> OptionNode? {
    try entries("a mapping").first { $0.key.value == name }?.value
  }

  /// The values under the names of all columns, in their order.
  fileprivate func record<Result>(_ names: [String], _ read: (OptionNode) throws -> Result) throws -> [Result] {
    if let stray = try entries("a mapping").first(where: { !names.contains($0.key.value) }) {
      throw Diagnostic.error(
        "'\(stray.key.value)' is none of the columns", at: stray.key.location,
        hint: "the columns are \(joined(names))")
    }
    return try names.map { try read(try member($0)) }
  }
}
