internal import Charting
internal import Notebooks
internal import Tables

/// `kind: violin`
struct ViolinPlot: PlotKind {
  static let name = "violin"
  static let options =
    TablePlot.docs(GroupOptions.parts, y: .either) + GroupOptions.docs + DensityOptions.docs + [
      OptionDoc(
        "density_norm", "area, count or width", default: "area",
        "what all violins have in common: their areas, areas by the number of rows, or widths"),
      OptionDoc(
        "inner", "box, quartiles, points or none", "what is drawn inside; box when absent, quartiles in halves"),
      OptionDoc("split", "true or false", default: "false", "two groups as the halves of one violin"),
    ]

  private let plot: TablePlot
  private let orientation: Orientation?
  private let density: DensityOptions
  private let scale: ViolinRecipe.Widths
  private let inner: ViolinRecipe.Inner
  private let isSplit: Bool

  init(_ options: inout Options) throws {
    orientation = GroupOptions.orientation(&options)
    density = DensityOptions(&options)
    scale = options.choice("density_norm", ViolinRecipe.Widths.self) ?? .area
    let inner = options.choice("inner", ViolinRecipe.Inner.self)
    isSplit = options.boolean("split") ?? false
    self.inner = inner ?? (isSplit ? .quartiles : .box)
    if isSplit, inner == .box {
      options.fail(
        "half a violin has no room for a box", at: options.location(of: "inner"),
        hint: "inner: quartiles draws them as lines")
    }
    if isSplit, !options.has("color"), !options.has("hue") {
      options.fail(
        "'split' needs the two groups of 'color'", at: options.location(of: "split"),
        hint: "color: a column of two levels")
    }
    plot = try TablePlot(&options, GroupOptions.parts, y: .either)
  }

  func declare(in scope: inout Scope) throws { try plot.declare(in: &scope) }

  func chart(in session: inout Session) throws -> Chart {
    let table = try session.object(plot.data, as: Table.self)
    let groups = try plot.groupedValues(of: table, orientation: orientation, session)
    if isSplit, groups.colors?.levels.count != 2 {
      let count = groups.colors?.levels.count
      throw Diagnostic.error(
        count.map { "'split' needs two groups, and there are \($0)" }
          ?? "'split' needs groups other than those along the axis", at: plot.color?.location)
    }
    return ViolinRecipe(groups: groups, density: density, widths: scale, inner: inner, isSplit: isSplit).chart()
  }
}
