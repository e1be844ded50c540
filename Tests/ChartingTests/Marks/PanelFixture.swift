import Charting

/// A panel of 200 × 100 px at (100, 50) whose axes run from 0 to 10, so that 1 is 20 px to the right and 10 px up.
func panel(
  x: Scale = .linear, y: Scale = .linear, xDomain: ClosedRange<Double> = 0...10, yDomain: ClosedRange<Double> = 0...10
) -> PanelDrawing {
  PanelDrawing(
    frame: Rect(x: 100, y: 50, width: 200, height: 100),
    x: PlacedAxis(scale: x, domain: xDomain, ticks: [], start: 100, end: 300),
    y: PlacedAxis(scale: y, domain: yDomain, ticks: [], start: 150, end: 50), theme: .light)
}

/// What a mark draws in a panel, without the clips.
func drawn(_ mark: some Mark, in panel: PanelDrawing = panel()) -> [Primitive] {
  var panel = panel
  mark.draw(in: &panel)
  return leaves(panel.primitives)
}

func leaves(_ primitives: [Primitive]) -> [Primitive] {
  primitives.flatMap { primitive -> [Primitive] in
    if case .group(_, let members) = primitive { return leaves(members) }
    return [primitive]
  }
}

func paths(_ primitives: [Primitive]) -> [Path] {
  primitives.compactMap { if case .path(let path, _, _) = $0 { path } else { nil } }
}

func stamps(_ primitives: [Primitive]) -> [SymbolStamps] {
  primitives.compactMap { if case .symbols(let stamps) = $0 { stamps } else { nil } }
}

/// The ends of the straight and curved pieces of a path.
func nodes(_ path: Path) -> [Point] {
  path.elements.compactMap { element in
    switch element {
    case .move(let p), .line(let p), .curve(_, _, let p): p
    case .close: nil
    }
  }
}

/// What a mark takes up of both axes.
func domains(_ mark: some Mark) -> (x: ClosedRange<Double>, y: ClosedRange<Double>) {
  var (x, y) = (Extent(.linear), Extent(.linear))
  mark.extend(x: &x, y: &y)
  return (x.domain, y.domain)
}
