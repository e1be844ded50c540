internal import Charting
internal import Mixtures
internal import Wording

/// One panel a covariance family: the same rows under the ellipses of the fit of that family.
struct FamiliesRecipe {
  struct Member {
    let name: String
    let family: CovarianceFamily
    let parameterCount: Int
    /// `nil` where the fit failed, as are the other numbers.
    let logLikelihood: Double?
    /// Smaller is better.
    let criterion: Double?
    let isSpurious: Bool
    var plane: PlaneCell?
  }

  let cloud: Cloud
  let members: [Member]
  /// `BIC`
  let criterion: String
  /// What is compared: `at K = 3`, `of the fits`.
  let comparison: String
  /// Whether components are numbered alike in all panels.
  let matches: Bool

  /// The sound fit that is best by the criterion; a spurious one where none is sound.
  static func best(of members: [Member]) -> Int? {
    func rank(_ member: Member) -> (Int, Double) { (member.isSpurious ? 1 : 0, member.criterion ?? .infinity) }
    return members.indices.filter { members[$0].criterion != nil }.min { rank(members[$0]) < rank(members[$1]) }
  }

  func chart() -> Chart {
    let marginals = members.compactMap(\.plane?.marginal)
    let (x, y) = cloud.axes(
      rangeX: ellipseRange(of: cloud.x, marginals, axis: 0), rangeY: ellipseRange(of: cloud.y, marginals, axis: 1))
    let count = members.count
    let columns = isGallery ? 4 : count <= 2 ? count : count <= 4 ? 2 : 3
    let rows = isGallery ? Set(members.map { Self.place($0.family).row }).count : (count + columns - 1) / columns
    let height = 170 + Double(rows) * (isGallery ? 165 : rows == 1 ? 320 : count <= 4 ? 270 : 240)
    return Chart(
      title: title, subtitle: subtitle, caption: caption, alternativeText: alternativeText, description: description,
      data: data, size: Size(isGallery ? 760 : 900, height), x: x, panels: members.indices.map { panel($0, y) },
      grid: PanelGrid(columns: columns))
  }

  /// Whether there are so many families that each takes the place that its letters give it.
  private var isGallery: Bool { matches && members.count > 9 }

  /// Balls, ellipsoids along the axes, of one orientation and of their own, one row each; a column has equal volumes and
  /// shapes, varying volumes, varying shapes, or both.
  private static func place(_ family: CovarianceFamily) -> Panel.Place {
    let letters = Array(family.mclustName)
    let row = letters[1] == "I" ? 0 : letters[2] == "I" ? 1 : letters[2] == "E" ? 2 : 3
    return Panel.Place(row: row, column: (letters[0] == "V" ? 1 : 0) + (letters[1] == "V" ? 2 : 0))
  }

  /// As in the whole gallery, without the rows that are empty.
  private func place(_ index: Int) -> Panel.Place? {
    guard isGallery else { return nil }
    let rows = Set(members.map { Self.place($0.family).row }).sorted()
    let own = Self.place(members[index].family)
    return Panel.Place(row: rows.firstIndex(of: own.row) ?? own.row, column: own.column)
  }

  private func panel(_ index: Int, _ y: Axis) -> Panel {
    let member = members[index]
    guard let plane = member.plane else {
      return Panel(
        title: isGallery ? member.family.mclustName : member.name, note: isGallery ? "no fit" : "no fit: it failed",
        y: y, marks: [points(nil)],
        place: place(index))
    }
    let ellipses = (0..<plane.marginal.components).map { plane.marginal.ellipse(of: $0) as any Mark }
    let centres = (0..<plane.marginal.components).map { k -> any Mark in
      CentreMark(x: plane.marginal.means[k, 0], y: plane.marginal.means[k, 1], size: isGallery ? 7 : 9)
    }
    let shade: [any Mark] = index == best ? [RectMark(paint: .neutral.opacity(0.22))] : []
    return Panel(
      title: isGallery ? member.family.mclustName : heading(index),
      note: isGallery ? shortNumbers(index) : numbers(member), y: y,
      marks: shade + ellipses + [points(plane.labels)] + centres, place: place(index))
  }

  private func points(_ labels: [Int]?) -> PointMark {
    let style = Style.point(count: (isGallery ? 4 : 2) * cloud.count)
    return PointMark(
      x: cloud.x, y: cloud.y, paints: labels.map { $0.map { .component($0) } } ?? [.muted],
      symbols: labels.map { $0.map { .component($0) } } ?? [.circle], diameter: style.diameter, opacity: style.opacity)
  }

  // MARK: Words

  private var best: Int? { Self.best(of: members) }
  private static let gap = NumberFormat(.fixed, precision: 1, groups: true)

  private func excess(_ member: Member) -> Double? {
    guard let best, let reference = members[best].criterion else { return nil }
    return member.criterion.map { $0 - reference }
  }

  /// `tied, ΔBIC = 0: the best`
  private func heading(_ index: Int) -> String {
    let member = members[index]
    if index == best { return "\(member.name): the best" }
    let excess = excess(member).map { "\(member.name), Δ\(criterion) = \(Self.gap.string($0))" } ?? member.name
    return member.isSpurious ? "\(excess), spurious" : excess
  }

  /// `p = 11, ℓ = −1,130.3`
  private func numbers(_ member: Member) -> String {
    member.logLikelihood.map { "p = \(member.parameterCount), ℓ = \(Self.gap.string($0))" } ?? ""
  }

  /// `Δ 12.3, p 11`, where panels are narrow.
  private func shortNumbers(_ index: Int) -> String {
    let member = members[index]
    let excess = excess(member).map { index == best ? "the best" : "Δ \(Self.gap.string($0))" } ?? ""
    return member.isSpurious ? "\(excess), spurious" : "\(excess), p \(member.parameterCount)"
  }

  /// The best of the others that count.
  private var runnerUp: (name: String, excess: Double)? {
    members.indices.filter { $0 != best && !members[$0].isSpurious }.compactMap { index in
      excess(members[index]).map { (members[index].name, $0) }
    }.min { $0.1 < $1.1 }
  }

  private var title: String {
    guard let best else { return "No covariance family could be fitted" }
    let start = "\(criterion) prefers \(members[best].name)"
    let place = matches ? "\(start) covariance \(comparison)" : "\(start)"
    guard let runnerUp else { return place }
    if runnerUp.excess <= 0 { return "\(place), level with \(runnerUp.name)" }
    return "\(place), by \(Self.gap.string(runnerUp.excess)) over \(runnerUp.name)"
  }

  private var subtitle: String {
    isGallery
      ? "Ellipses: the model’s own of each fit, at 1σ and 2σ. Δ: \(criterion) less the best one’s; p: free parameters"
      : "Ellipses: the model’s own of each fit, at 1σ and 2σ (39 % and 86 % of a component’s mass). "
        + "p: free parameters; ℓ: log-likelihood"
  }

  private var caption: String {
    sentences(
      cloud.fittedSizes,
      isGallery
        ? "A lower \(criterion) is better. Rows: balls, along the axes, one orientation, own orientations; columns: volume "
          + "and shape equal, volumes vary, shapes vary, both vary."
        : "Δ\(criterion) from the best; lower is better. ℓ: higher is better.",
      best == nil ? "" : "Shaded: the best.",
      matches
        ? "Colour: most responsible component, matched over the panels by the rows they share."
        : "Colour: most responsible component of each fit.",
      members.contains(where: \.isSpurious) ? "Spurious: the likelihood rides on a component as thin as the floor." : ""
    )
  }

  private var alternativeText: String {
    "\(counted(members.count, "scatter plot")) of \(counted(cloud.count, "point")): \(cloud.ranges), each with the "
      + "ellipses of another covariance. \(title)."
  }

  private var description: String {
    let told = members.prefix(14).map { member -> String in
      guard let loglik = member.logLikelihood, let excess = excess(member) else { return "\(member.name) failed" }
      return "\(member.name) with \(counted(member.parameterCount, "free parameter")) reaches ℓ = "
        + "\(Self.gap.string(loglik)) (Δ\(criterion) \(Self.gap.string(excess)))"
    }
    return joined(told).capitalizedFirst + "."
  }

  private var data: ChartData {
    let shown = Array(members.prefix(40))
    return ChartData([
      ChartData.Column("covariance", texts: shown.map(\.name)),
      ChartData.Column("parameters", numbers: shown.map { Double($0.parameterCount) }),
      ChartData.Column("log-likelihood", numbers: shown.map { $0.logLikelihood ?? .nan }),
      ChartData.Column(criterion, numbers: shown.map { $0.criterion ?? .nan }),
      ChartData.Column("Δ\(criterion)", numbers: shown.map { excess($0) ?? .nan }),
    ])
  }
}
