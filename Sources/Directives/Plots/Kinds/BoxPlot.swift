internal import Charting
internal import Tables

/// `kind: box`
struct BoxPlot: PlotKind {
  static let name = "box"
  static let options =
    TablePlot.docs(GroupOptions.parts.union(.opacity), y: .either) + GroupOptions.docs + [
      OptionDoc(
        "points", "outliers, suspected, all or none", default: "outliers",
        "which values are points; suspected leaves those within 3 interquartile ranges open"),
      OptionDoc("notched", "true or false", default: "false", "draws boxes in over the median’s 95 % interval"),
      OptionDoc("mean", "true or false", default: "false", "marks the mean"),
    ]

  private let plot: TablePlot
  private let orientation: Orientation?
  private let points: BoxRecipe.Points
  private let isNotched: Bool
  private let showsMean: Bool

  init(_ options: inout Options) throws {
    orientation = GroupOptions.orientation(&options)
    points = options.choice("points", BoxRecipe.Points.self) ?? .outliers
    isNotched = options.boolean("notched") ?? false
    showsMean = options.boolean("mean") ?? false
    if points != .all, options.has("opacity") {
      options.fail(
        "'opacity' is that of points, and only outliers are drawn", at: options.location(of: "opacity"),
        hint: "points: all draws every value")
    }
    plot = try TablePlot(&options, GroupOptions.parts.union(.opacity), y: .either)
  }

  func declare(in scope: inout Scope) throws { try plot.declare(in: &scope) }

  func chart(in session: inout Session) throws -> Chart {
    let table = try session.object(plot.data, as: Table.self)
    let groups = try plot.groupedValues(of: table, orientation: orientation, session)
    return BoxRecipe(
      groups: groups, points: points, isNotched: isNotched, showsMean: showsMean, opacity: plot.opacity
    ).chart()
  }
}

/// What plots of groups along an axis share.
enum GroupOptions {
  static let parts: TablePlot.Parts = [.axes, .facets]

  static let docs: [OptionDoc] = [
    OptionDoc(
      "orientation", "lying or upright",
      "which way the values run; by which of x and y holds numbers when absent, upright when both do")
  ]

  static func orientation(_ options: inout Options) -> Orientation? {
    options.choice("orientation", Orientation.self)
  }
}
