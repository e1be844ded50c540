import Charting
import Testing

/// Names move to a legend where they find no room; notes about a place stay, or are left out.
@Suite struct NoteTests {
  private let measurer: TextMeasurer

  init() throws { measurer = try TextMeasurer() }

  private func texts(_ marks: [any Mark]) -> [TextRun] {
    let chart = Chart(
      title: "Title", alternativeText: "", size: Size(400, 300), x: Axis("x", range: 0...10),
      panels: [Panel(y: Axis("y", range: 0...10), marks: marks)])
    return SceneChecks.texts(in: chart.scene(in: .light, measuring: measurer).primitives)
      .filter { $0.role == .label || $0.role == .legend }
  }

  /// Points everywhere, so that any label covers many.
  private var crowd: any Mark {
    let steps = (0..<100).map { Double($0) / 10 + 0.05 }
    return PointMark(x: steps.flatMap { _ in steps }, y: steps.flatMap { y in steps.map { _ in y } }, diameter: 6)
  }

  @Test func aNoteInACrowdStaysInThePanel() {
    let found = texts([crowd, TextMark("here", x: 5, y: 5)])
    #expect(found.map(\.text.plain) == ["here"])
    #expect(found.map(\.role) == [.label])
  }

  @Test func aNameInACrowdMovesToALegendAndNotesStay() {
    let line = LineMark(x: [1, 9], y: [5, 5], paint: .component(1), label: Label("line"))
    let found = texts([crowd, line, TextMark("here", x: 5, y: 9)])
    #expect(found.filter { $0.role == .legend }.map(\.text.plain) == ["line"])
    #expect(found.filter { $0.role == .label }.map(\.text.plain) == ["here"])
  }

  @Test func notesAtOnePlaceDoNotOverlap() {
    let notes = (0..<200).map { TextMark("note \($0)", x: 5, y: 5) }
    let boxes = texts(notes).map { measurer.bounds(of: $0) }
    #expect(boxes.count > 1 && boxes.count < 200)
    for (index, box) in boxes.enumerated() { #expect(boxes[..<index].allSatisfy { !$0.intersects(box) }) }
  }

  /// A note stands on its place, unless it is to keep clear of the symbol there.
  @Test func aNoteKeepsItsDistance() throws {
    let centre = Point(0, 0)
    func gap(_ clearance: Double?) throws -> Double {
      let chart = Chart(
        title: "Title", alternativeText: "", size: Size(400, 300), x: Axis("x", range: 0...10),
        panels: [Panel(y: Axis("y", range: 0...10), marks: [TextMark("here", x: 5, y: 5, clearance: clearance)])])
      let scene = chart.scene(in: .light, measuring: measurer)
      let place = scene.panels[0].center
      let run = try #require(SceneChecks.texts(in: scene.primitives).first { $0.role == .label })
      let box = measurer.bounds(of: run)
      let near = Point(min(max(place.x, box.minX), box.maxX), min(max(place.y, box.minY), box.maxY))
      return centre.distance(to: near - place)
    }
    #expect(try gap(nil) == 0)
    // The halo about the letters reaches 3 px nearer than they do.
    #expect(try gap(12) >= 12 - 3)
  }

  @Test func linesOfANoteStandBelowEachOther() {
    let found = texts([TextMark(lines: ["one", "two"], x: 5, y: 5, paint: .component(0))])
    #expect(found.map(\.text.plain) == ["one", "two"])
    #expect(found[0].position.y < found[1].position.y)
  }
}
