import Charting
import Testing

@Suite struct PinnedFontsTests {
  @Test func aMissingFileNamesThePackageToInstall() {
    let face = PinnedFonts.Face(package: "fonts-nowhere", folder: "/nowhere/", files: ["None.otf"])
    let error = #expect(throws: FontError.self) { try PinnedFonts.check(PinnedFonts.faces + [face]) }
    #expect(
      error?.description
        == "the chart font /nowhere/None.otf is not installed; install it with: apt-get install fonts-nowhere")
  }
}
