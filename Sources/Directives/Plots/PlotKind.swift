internal import Charting
internal import Wording

/// What a `plot` draws: its options, what they must name, and the chart made of them. To add one, write a type in
/// `Kinds/` and name it in `PlotKinds.all`.
protocol PlotKind: Sendable {
  /// `kind:` in a notebook.
  static var name: String { get }
  /// Options beside those of every figure.
  static var options: [OptionDoc] { get }
  init(_ options: inout Options) throws
  func declare(in scope: inout Scope) throws
  func chart(in session: inout Session) throws -> Chart
}

enum PlotKinds {
  static let all: [any PlotKind.Type] = [
    HistogramPlot.self,
    LinePlot.self,
    ScatterPlot.self,
    CorrelationPlot.self,
    MixturePlot.self,
    EstimatesPlot.self,
    DensityPlot.self,
    KDEPlot.self,
    BoxPlot.self,
    ViolinPlot.self,
    StripPlot.self,
    ECDFPlot.self,
    CalibrationPlot.self,
    ConvergencePlot.self,
    SelectionPlot.self,
    PairsPlot.self,
    FamiliesPlot.self,
    ClassificationPlot.self,
    UncertaintyPlot.self,
    ResponsibilitiesPlot.self,
    ClusteringPlot.self,
    SilhouettePlot.self,
    SingularityPlot.self,
    StartLotteryPlot.self,
    EMStepsPlot.self,
    ElboPlot.self,
    TrajectoriesPlot.self,
    LikelihoodPlot.self,
  ]

  /// The options of all kinds, each listed once with the kinds that take it. Where kinds read one differently, all that
  /// it may be is listed, and no default.
  static let options: [OptionDoc] = {
    let docs = all.flatMap { $0.options }
    var names: [String] = []
    for doc in docs where !names.contains(doc.name) { names.append(doc.name) }
    return names.map { name in
      let own = docs.filter { $0.name == name }
      let kinds = all.filter { kind in kind.options.contains { $0.name == name } }.map { $0.name }
      let defaults = Set(own.map(\.defaultText))
      let summary = different(own.map(\.summary)).joined(separator: "; ")
      return OptionDoc(
        name, different(own.map(\.type)).joined(separator: "; "),
        default: defaults.count == 1 ? own[0].defaultText : nil,
        kinds.count == all.count ? summary : "\(joined(kinds)): \(summary)")
    }
  }()

  private static func different(_ texts: [String]) -> [String] {
    var result: [String] = []
    for text in texts where !result.contains(text) { result.append(text) }
    return result
  }

  /// Notes every option that this kind of plot needs and the cell does not give.
  static func require(_ names: [String], in options: inout Options) {
    for name in names where !options.has(name) {
      options.fail("this kind of plot needs the option '\(name)'", at: options.location)
    }
  }

  /// Notes every option that only other kinds of plot take.
  static func refuseForeign(to kind: any PlotKind.Type, in options: inout Options) {
    let own = Set(kind.options.map(\.name))
    for doc in self.options where options.has(doc.name) && !own.contains(doc.name) {
      let kinds = all.filter { other in other.options.contains { $0.name == doc.name } }.map { $0.name }
      options.fail(
        "'\(doc.name)' means nothing for the kind \(kind.name)", at: options.location(of: doc.name),
        hint: kinds.count == 1
          ? "it belongs to \(kinds[0])" : "it belongs to other kinds; gmm-report directives lists them")
    }
  }
}
