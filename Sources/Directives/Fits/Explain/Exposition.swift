internal import Mixtures
internal import Reports
internal import Tables
internal import TeXMath
internal import Wording

/// Prose and formulas about a fit, put together from words and numbers.
struct Exposition {
  private(set) var blocks: [Report.Block] = []

  /// A paragraph; what stands between dollar signs is TeX.
  mutating func say(_ text: String) throws { blocks.append(.paragraph(try Self.phrases(text))) }

  /// A displayed formula.
  mutating func show(_ tex: String) throws { blocks.append(.formula(.init(try TeXExpression(parsing: tex)))) }

  mutating func add(_ block: Report.Block) { blocks.append(block) }

  static func phrases(_ text: String) throws -> [Phrase] {
    try text.split(separator: "$", omittingEmptySubsequences: false).enumerated().compactMap { index, part in
      if index % 2 == 1 { return .math(try TeXExpression(parsing: String(part))) }
      return part.isEmpty ? nil : .text(String(part))
    }
  }
}

/// A fit with the names under which its reader knows its parts.
struct ExplainedFit {
  let fit: EMFit
  /// One a column, with units.
  let variables: [Variable]
  /// For each row of the samples its number in the file.
  let rowNumbers: RowNumbers

  var components: Int { fit.mixture.components }
  var dimension: Int { fit.samples.dimension }
  /// Whether vectors and matrices of the fit are small enough to be set in a formula.
  var isSmall: Bool { dimension <= 3 }

  /// `\mu_{\mathrm A}` in the component's colour.
  static func indexed(_ symbol: String, _ k: Int) -> String {
    coloured("\(symbol)_{\\mathrm{\(componentName(k))}}", k)
  }

  /// What the sums over components end with where there is noise.
  var noiseTerm: String { fit.mixture.noise == nil ? "" : " + \\frac{\\pi_0}{V}" }
  /// What the sums over rows carry where rows stand for several.
  var weightFactor: String { fit.samples.weights == nil ? "" : "w_i\\, " }

  /// Whether rows lack cells.
  var hasGaps: Bool { !fit.samples.isComplete }
  /// Said once where formulas are of the observed parts of rows.
  static let aboutGaps =
    "Where a row lacks cells, $x_i^{\\mathrm o}$ is what it has, and the means and covariances are those of the same "
    + "columns."

  /// A component's letter, or the noise after the last one.
  func name(_ k: Int) -> String { k < components ? componentName(k) : "noise" }

  /// A term of component `k` in its colour.
  static func coloured(_ tex: String, _ k: Int) -> String { "\\component{\(componentName(k))}{\(tex)}" }

  /// `\mathcal{N}(x \mid \mu_k, \Sigma_k)`; in one dimension the variance is `\sigma_k^2`.
  func normal(_ x: String, _ index: String) -> String {
    "\\mathcal{N}(\(x) \\mid \\mu_\(index), \(dimension == 1 ? "\\sigma_\(index)^2" : "\\Sigma_\(index)"))"
  }

  /// The density of row i under a component; of a row that may lack cells, that of its observed part.
  func rowNormal(_ index: String, observed: Bool) -> String {
    guard observed else { return normal("x_i", index) }
    let spread =
      dimension == 1 ? "\\sigma_\(index)^2" : "\\Sigma_\(index)^{\\mathrm{oo}}"
    return "\\mathcal{N}(x_i^{\\mathrm o} \\mid \\mu_\(index)\(dimension == 1 ? "" : "^{\\mathrm o}"), \(spread))"
  }

  /// The mean or an observation as TeX: a number, or a vector.
  static func point(_ values: [Double]) -> String {
    values.count == 1 ? TeX.number(values[0], .significant(4)) : TeX.vector(values, .significant(4))
  }

  /// A covariance as TeX: a squared standard deviation, or a matrix.
  static func spread(_ covariance: Matrix) -> String {
    if covariance.rows > 1 { return TeX.matrix(covariance.nested, .significant(3)) }
    let deviation = TeX.number(covariance[0, 0].squareRoot(), .significant(4))
    // A power of ten has an exponent of its own.
    return deviation.contains("^") ? "(\(deviation))^2" : deviation + "^2"
  }
}
