import Charting
import Testing

@Suite struct SceneChecksTests {
  private let measurer: TextMeasurer

  init() throws { measurer = try TextMeasurer() }

  private func problems(_ runs: [TextRun], panels: [Rect] = []) -> [SceneProblem] {
    let scene = Scene(size: Size(300, 200), background: .white, panels: panels, primitives: runs.map { .text($0) })
    return SceneChecks.problems(of: scene, measuring: measurer)
  }

  private func run(
    _ text: RichText, _ x: Double, _ y: Double, size: Double = 12, color: Color = .black,
    role: TextRun.Role = .annotation
  ) -> TextRun {
    TextRun(text, at: Point(x, y), style: TextStyle(size), color: color, role: role)
  }

  @Test func aCleanSceneHasNone() { #expect(problems([run("one", 20, 40), run("two", 20, 80)]).isEmpty) }

  @Test func textAtTheEdgeIsFound() {
    #expect(problems([run("cut off here", 260, 40)]) == [.textOutsideCanvas("cut off here")])
    #expect(problems([run("touching", 1, 40)]) == [.textOutsideCanvas("touching")])
  }

  @Test func textOnTextIsFound() {
    #expect(problems([run("below", 50, 50), run("above", 60, 54)]) == [.textOnText("below", "above")])
  }

  @Test func textInAGroupIsFound() {
    let group = Primitive.group(clip: nil, [.text(run("small", 50, 50, size: 8))])
    let scene = Scene(size: Size(300, 200), background: .white, primitives: [group])
    #expect(SceneChecks.problems(of: scene, measuring: measurer) == [.textTooSmall("small", size: 8)])
  }

  @Test func faintTextIsFound() throws {
    let problem = try #require(problems([run("faint", 50, 50, color: Color(0xAAAAAA))]).first)
    guard case .textTooFaint("faint", let contrast) = problem else {
      Issue.record("\(problem)")
      return
    }
    // (1 + 0.05) / (0.402 + 0.05), by the formula of WCAG.
    #expect(abs(contrast - 2.32) < 0.01)
  }

  @Test func axesWithTwoLabelsAreFound() {
    let two = [run("0", 20, 50, role: .tick(axis: 1)), run("1", 20, 90, role: .tick(axis: 1))]
    #expect(problems(two) == [.axisWithFewLabels(axis: 1, labels: 2)])
    #expect(problems(two + [run("2", 20, 130, role: .tick(axis: 1))]).isEmpty)
  }

  @Test func smallPanelsAreFoundUnlessNamesStandBeside() {
    let panel = Rect(x: 20, y: 20, width: 200, height: 150)
    #expect(problems([], panels: [panel]) == [.smallPanels(share: 0.5)])
    #expect(problems([run("name of it", 225, 60, role: .label)], panels: [panel]).isEmpty)
  }
}
