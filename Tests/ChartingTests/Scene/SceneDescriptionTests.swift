import Charting
import Testing

@Suite struct SceneDescriptionTests {
  @Test func everyPrimitiveIsALine() {
    let blue = Color(0x2F4B8F)
    let scene = Scene(
      size: Size(100, 50.5), background: .white,
      primitives: [
        .fill(.rect(Rect(x: 0, y: 0, width: 1.006, height: 2)), blue.opacity(0.16)),
        .stroke(.line(Point(-0.001, 1), Point(1.0 / 3, 2.5)), Stroke(blue, width: 1.5, dash: [5, 3], cap: .round)),
        .text(
          TextRun(
            "SO" + .subscript("2") + " 10" + .superscript("−6") + .italic(" x"), at: Point(3, 4),
            style: TextStyle(11, .semibold, tabularFigures: true), color: .black, anchor: .end, baseline: .middle,
            angle: -90, halo: .init(.white, width: 2))),
        .group(
          clip: Rect(x: 1, y: 2, width: 3, height: 4),
          [
            .symbols(SymbolStamps(.diamond, size: 6, at: [Point(1, 2), Point(3, 4)], color: blue)),
            .symbols(
              SymbolStamps(
                .plus, size: 6, at: [Point(1, 2)], colors: [], outline: Stroke(.black, join: .miter))),
          ]),
        .image(RasterImage(in: Rect(x: 0, y: 0, width: 9, height: 9), width: 1, height: 1, pixels: [0, 0, 0, 0])),
      ])
    // The checksum is FNV-1a of four zero bytes.
    #expect(
      scene.description == """
        scene 100 × 50.5 #FFFFFF
        path fill #2F4B8F@0.16 M 0,0 L 1.01,0 L 1.01,2 L 0,2 Z
        path stroke #2F4B8F 1.5 dash 5-3 cap round M 0,1 L 0.33,2.5
        text 3,4 end middle 11/600 tabular #000000 turn -90 halo #FFFFFF 2 "SO_{2} 10^{−6}/ x/"
        group clip 1,2 3 × 4
          symbols diamond 6 × 2 fill #2F4B8F
            1,2
            3,4
          symbols plus 6 × 1 stroke #000000 1 join miter
            1,2
        image 0,0 9 × 9 cells 1 × 1 checksum 4d25767f9dce13f5

        """)
  }

  @Test func numbersThatAreNotFiniteDoNotCrash() {
    let scene = Scene(
      size: Size(.nan, .infinity), background: .white,
      primitives: [.fill(.rect(Rect(x: 1e300, y: 0, width: 1, height: 1)), .black)])
    #expect(scene.description.hasPrefix("scene nan × inf #FFFFFF\npath fill #000000 M 1e+300,0"))
  }
}
