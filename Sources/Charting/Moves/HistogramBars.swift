/// How the bars of several groups share a bin.
package enum BarMode: String, Sendable, CaseIterable {
  /// On top of each other, the first group lowest.
  case stack
  /// In front of each other, translucent.
  case overlay
  /// Side by side.
  case group
}

extension Histogram {
  /// One layer of bars for every group, in the order of the groups.
  ///
  /// - Parameter paints: one a group.
  package func bars(_ mode: BarMode = .stack, paints: [Paint]) -> [BarMark] {
    let edges = bins.drawnEdges
    switch mode {
    case .stack:
      return zip(stacked(values), paints).map { BarMark(edges: edges, spans: $0, paint: $1) }
    case .overlay:
      let opacity = values.count > 1 ? 0.5 : 1
      return zip(values, paints).map { BarMark(edges: edges, heights: $0, paint: $1.opacity(opacity)) }
    case .group:
      return zip(values, paints).enumerated().map { group, layer in
        let bands = zip(edges, edges.dropFirst()).map { dodged($0...$1, index: group, of: values.count) }
        return BarMark(zip(bands, layer.0).map { .init(x: $0, y: BarMark.span($1)) }, paint: layer.1)
      }
    }
  }
}

extension Bins {
  /// The edges as drawn: the bin that gathers what lies above `clip`, where there is one, is two bins wide.
  package var drawnEdges: [Double] { edges + (overflowEnd.map { [$0] } ?? []) }

  /// The label of the bin that gathers what lies above `clip`.
  package var overflow: Axis.Overflow? {
    guard let clip, let end = overflowEnd else { return nil }
    return Axis.Overflow(above: clip, at: (edges[count] + end) / 2)
  }

  /// The ends of an axis that leaves out what lies above `clip`; `nil` when nothing does.
  package var drawnRange: ClosedRange<Double>? {
    overflowEnd.map { end in
      let margin = 0.02 * (end - edges[0])
      return edges[0] - margin...end + margin
    }
  }

  private var overflowEnd: Double? { clip == nil ? nil : edges[count] + 2 * width }
}
