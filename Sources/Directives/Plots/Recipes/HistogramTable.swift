internal import Charting
internal import Wording

/// The bars of a histogram as a table: a row for each bin, a column for each group and panel.
struct HistogramTable {
  let recipe: HistogramRecipe
  let bins: Bins
  /// One for each panel.
  let cells: [Histogram]

  private static let mostRows = 40
  private static let mostColumns = 8

  var data: ChartData {
    let (lows, highs) = (chunks.map { ends(of: $0).low }, chunks.map { ends(of: $0).high })
    let unit = recipe.variable.unit.isEmpty ? "" : " (\(recipe.variable.unit))"
    return ChartData(
      [.init("\(recipe.variable.name) from\(unit)", numbers: lows), .init("to\(unit)", numbers: highs)]
        + series.map { series in .init(series.name, numbers: chunks.map { value(of: series.members, in: $0) }) })
  }

  /// Bins, as many neighbours taken together as it needs for a table of a readable length; the overflow bin is the last.
  private var chunks: [Range<Int>] {
    let size = (bins.count + Self.mostRows - 1) / Self.mostRows
    let whole = stride(from: 0, to: bins.count, by: size).map { $0..<min($0 + size, bins.count) }
    return whole + (bins.clip == nil ? [] : [bins.count..<bins.count + 1])
  }

  private func ends(of chunk: Range<Int>) -> (low: Double, high: Double) {
    guard chunk.lowerBound < bins.count else {
      return (bins.clip ?? bins.edges[bins.count], recipe.values.max() ?? .nan)
    }
    return (bins.edges[chunk.lowerBound], bins.edges[chunk.upperBound])
  }

  /// What stands in columns of its own: panels and groups, or panels alone where both would be too many.
  private var series: [(name: String, members: [(cell: Int, group: Int)])] {
    let groups = recipe.groups?.levels.count ?? 1
    let together = cells.count * groups > Self.mostColumns && cells.count > 1
    return cells.indices.flatMap { cell -> [(name: String, members: [(cell: Int, group: Int)])] in
      let panel = recipe.facets.areUsed ? recipe.facets.cells[cell].name : nil
      if together { return [(panel ?? "", (0..<groups).map { (cell, $0) })] }
      return (0..<groups).map { group in
        let names = [panel, recipe.groups?.title(group)].compactMap(\.self)
        return (names.isEmpty ? recipe.heightTitle : names.joined(separator: ", "), [(cell, group)])
      }
    }
  }

  /// What the bars of bins come to together.
  private func value(of members: [(cell: Int, group: Int)], in chunk: Range<Int>) -> Double {
    // A running sum has the earlier bins in it already.
    let chunk = recipe.look.isCumulative ? chunk.upperBound - 1..<chunk.upperBound : chunk
    let bars = members.flatMap { member in
      chunk.map { (cells[member.cell].values[member.group][$0], cells[member.cell].counts[member.group][$0], $0) }
    }
    let filled = bars.filter { $0.1 > 0 }
    switch recipe.look.statistic {
    case .min: return filled.map(\.0).min() ?? .nan
    case .max: return filled.map(\.0).max() ?? .nan
    case .mean:
      return filled.reduce(0) { $0 + $1.0 * Double($1.1) } / Double(filled.reduce(0) { $0 + $1.1 })
    case .count, .sum:
      guard recipe.look.norm == .density else { return bars.reduce(0) { $0 + $1.0 } }
      let widths = chunk.map { bins.width(of: $0) }
      return bars.reduce(0) { $0 + $1.0 * bins.width(of: $1.2) } / widths.reduce(0, +)
    }
  }
}
