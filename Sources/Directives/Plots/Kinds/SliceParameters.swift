internal import Mixtures
internal import Notebooks
internal import Wording

/// `parameters:`, those of a fit that span a slice of its likelihood: `[mean A, mean B of waiting, sd A, weight B]`.
struct SliceParameters: Sendable {
  static let doc = OptionDoc(
    "parameters", "list such as [mean A, mean B of COLUMN, sd A, weight A]",
    "what varies while the rest stays as fitted; likelihood takes two, elbo one")

  private let given: [Located<String>]?

  /// - Parameter count: how many there are.
  init(_ options: inout Options, count: Int) {
    let place = options.location(of: "parameters")
    given = options.texts("parameters")
    if let given, given.count != count {
      options.fail(
        "this kind of plot varies \(spelled(count, "parameter")), not \(spelled(given.count))", at: place,
        hint: count == 1 ? "such as: mean A" : "such as: [mean A, mean B]")
    }
  }

  /// The parameters with what they measure.
  ///
  /// - Throws: `Diagnostic` where the fit has no such parameter, or one twice.
  func resolved(in fitted: FittedMixture, otherwise usual: [LikelihoodSlice.Parameter]) throws -> [SliceParameter] {
    guard let given else { return usual.map { SliceParameter($0, of: fitted) } }
    let found = try given.map { try Self.parameter($0, in: fitted) }
    for (index, parameter) in found.enumerated() where found[..<index].contains(parameter) {
      throw Diagnostic.error("'\(given[index].value)' is named twice", at: given[index].location)
    }
    return found.map { SliceParameter($0, of: fitted) }
  }

  private static func parameter(_ text: Located<String>, in fitted: FittedMixture) throws -> LikelihoodSlice.Parameter {
    func mistake(_ message: String, _ hint: String) -> Diagnostic { .error(message, at: text.location, hint: hint) }
    let (head, column) = split(text.value)
    let words = head.split(separator: " ").map(String.init)
    guard words.count == 2, ["mean", "sd", "weight"].contains(words[0]) else {
      throw mistake("'\(text.value)' is no parameter", "write mean A, sd A or weight A")
    }
    let count = fitted.fit.mixture.components
    guard let k = (0..<count).first(where: { componentName($0) == words[1] }) else {
      throw mistake(
        "the fit has no component '\(words[1])'",
        count == 1 ? "its only component is A" : "its components are A to \(componentName(count - 1))")
    }
    switch words[0] {
    case "mean":
      guard let column else {
        if fitted.columns.count == 1 { return .mean(component: k, column: 0) }
        throw mistake(
          "the fit has \(fitted.columns.count) columns; name the one of this mean",
          "mean \(words[1]) of \(fitted.columns[0].name)")
      }
      return .mean(component: k, column: try fitted.place(of: Located(column, at: text.location)))
    case "sd":
      if fitted.columns.count > 1 {
        throw mistake("standard deviations vary in fits of one column only", "choose means or weights")
      }
      if !fitted.fit.options.family.hasOwnVolumes, count > 1 {
        throw mistake(
          "the components of a \(fitted.fit.options.family.name) fit have one standard deviation",
          "choose means or weights")
      }
      return .deviation(component: k)
    default:
      if count == 1 { throw mistake("the only component has weight 1", "choose its mean or standard deviation") }
      return .weight(component: k)
    }
  }

  /// `mean A of waiting` is `mean A` and `waiting`.
  private static func split(_ text: String) -> (head: String, column: String?) {
    let words = text.split(separator: " ")
    guard words.count > 3, words[2] == "of" else { return (text, nil) }
    return (words[..<2].joined(separator: " "), words[3...].joined(separator: " "))
  }
}

/// A parameter of a slice with its name and unit.
struct SliceParameter: Sendable {
  let parameter: LikelihoodSlice.Parameter
  let variable: Variable
  /// `mean`, `standard deviation` or `weight`, with its column where there are several.
  let kind: String
  let component: Int
  /// σ of its component along its column, to measure steps by.
  let scale: Double
  /// Where it lies in the fit.
  let fitted: Double

  init(_ parameter: LikelihoodSlice.Parameter, of fit: FittedMixture) {
    self.parameter = parameter
    let mixture = fit.fit.mixture
    switch parameter {
    case .mean(let k, let j):
      (component, kind) = (k, fit.columns.count > 1 ? "mean \(fit.variable(j).name)" : "mean")
      variable = fit.variable(j)
      (fitted, scale) = (mixture.means[k, j], mixture.covariances[k][j, j].squareRoot())
    case .deviation(let k):
      (component, kind) = (k, "standard deviation")
      variable = fit.variable(0)
      fitted = mixture.covariances[k][0, 0].squareRoot()
      scale = fitted
    case .weight(let k):
      (component, kind, variable) = (k, "weight", Variable("weight"))
      (fitted, scale) = (mixture.weights[k], 1)
    }
  }

  /// `mean of A`, `mean waiting of A`
  var name: String { "\(kind) of \(componentName(component))" }

  /// `mean of A (min)`
  var title: String { variable.unit.isEmpty ? name : "\(name) (\(variable.unit))" }

  /// The values of its column, or 0 and 1 for a weight: what a range is taken from.
  func spread(in fit: EMFit) -> ClosedRange<Double> {
    switch parameter {
    case .mean(_, let j):
      let values = (0..<fit.n).map { fit.samples[$0, j] }
      return (values.min() ?? 0)...(values.max() ?? 1)
    case .deviation: return fitted / 3...fitted * 3
    case .weight: return 0...1
    }
  }
}
