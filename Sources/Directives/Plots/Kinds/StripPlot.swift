internal import Charting
internal import Tables

/// `kind: strip`
struct StripPlot: PlotKind {
  static let name = "strip"
  static let options =
    TablePlot.docs(GroupOptions.parts.union(.opacity), y: .either) + GroupOptions.docs + [
      OptionDoc(
        "layout", "jitter or swarm",
        "moves points sideways at random or until none hides another; swarm up to 600 rows when absent"),
      OptionDoc("center", "median, mean, both or none", default: "median", "what is marked in each group"),
    ]

  private let plot: TablePlot
  private let orientation: Orientation?
  private let layout: StripRecipe.Layout?
  private let center: StripRecipe.Center

  init(_ options: inout Options) throws {
    orientation = GroupOptions.orientation(&options)
    layout = options.choice("layout", StripRecipe.Layout.self)
    center = options.choice("center", StripRecipe.Center.self) ?? .median
    plot = try TablePlot(&options, GroupOptions.parts.union(.opacity), y: .either)
  }

  func declare(in scope: inout Scope) throws { try plot.declare(in: &scope) }

  func chart(in session: inout Session) throws -> Chart {
    let table = try session.object(plot.data, as: Table.self)
    let groups = try plot.groupedValues(of: table, orientation: orientation, session)
    let layout = layout ?? (groups.values.count <= 600 ? .swarm : .jitter)
    return StripRecipe(groups: groups, layout: layout, center: center, opacity: plot.opacity).chart()
  }
}
