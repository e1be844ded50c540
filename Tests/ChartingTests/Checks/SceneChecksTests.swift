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

  private func problems(of primitives: [Primitive], panels: [Rect] = []) -> [SceneProblem] {
    SceneChecks.problems(
      of: Scene(size: Size(300, 200), background: .white, panels: panels, primitives: primitives), measuring: measurer)
  }

  /// White on a dark cell can be read, and on the page could not; black on it cannot.
  @Test func textIsJudgedByTheCellItStandsOn() {
    let cell = Rect(x: 40, y: 30, width: 80, height: 40)
    let fill = Primitive.fill(.rect(cell), Color(0x14213D))
    let image = Primitive.image(RasterImage(in: cell, width: 1, height: 1, colors: [Color(0x14213D)]))
    let panels = [Rect(x: 10, y: 10, width: 280, height: 180)]
    let white = Primitive.text(run("0.9", 60, 55, color: .white))
    let black = Primitive.text(run("0.9", 60, 55))
    for ground in [fill, image] {
      #expect(problems(of: [ground, white], panels: panels).isEmpty)
      #expect(problems(of: [.group(clip: cell, [ground]), black], panels: panels).count == 1)
      // What is drawn later lies above.
      #expect(problems(of: [white, ground], panels: panels).count == 1)
    }
    #expect(problems(of: [white]).count == 1)
    // What is cut away is not below.
    let cut = Primitive.group(clip: Rect(x: 100, y: 30, width: 50, height: 40), [fill])
    #expect(problems(of: [cut, black]).isEmpty)
    // A halo is what the letters stand on, whatever lies below.
    var haloed = run("0.9", 60, 55)
    haloed.halo = .init(.white)
    #expect(problems(of: [fill, .text(haloed)]).isEmpty)
  }

  /// Two pale fills on each other, and letters only half on a cell.
  @Test func fillsAddUpBelowText() {
    let cell = Rect(x: 40, y: 30, width: 80, height: 40)
    let half = Primitive.fill(.rect(cell), Color(0x000000, alpha: 0.5))
    let white = Primitive.text(run("0.9", 60, 55, color: .white))
    #expect(problems(of: [half, white]).count == 1)
    #expect(problems(of: [half, half, white]).isEmpty)
    #expect(problems(of: [half, half, .text(run("0.9", 110, 55, color: .white))]).count == 1)
  }

  @Test func colourBarsNeedThreeLabels() {
    let bar = Primitive.image(
      RasterImage(in: Rect(x: 220, y: 60, width: 14, height: 100), width: 1, height: 2, colors: [.black, .white]))
    let panel = Rect(x: 20, y: 20, width: 180, height: 170)
    func labels(_ count: Int) -> [Primitive] {
      (0..<count).map { .text(run(RichText("\($0)"), 241, 70 + 30 * Double($0), role: .legend)) }
    }
    #expect(problems(of: [bar] + labels(2), panels: [panel]).contains(.colorBarWithFewLabels(labels: 2)))
    #expect(!problems(of: [bar] + labels(3), panels: [panel]).contains(.colorBarWithFewLabels(labels: 3)))
    // An image within a panel is data.
    #expect(problems(of: [bar], panels: [Rect(x: 20, y: 20, width: 260, height: 170)]).isEmpty)
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
