import Foundation
import ReportChecks
import Reports
import Testing

@Suite struct PageValidityTests {
  @Test func sampleIsValidAndStandsAlone() throws {
    let page = try htmlPage(of: .sample())
    #expect(try PageChecker.mistakes(in: page) == [])
  }

  @Test func emptyReportIsValid() throws {
    #expect(try PageChecker.mistakes(in: htmlPage(of: .of([]))) == [])
  }

  @Test(arguments: [
    ("</p>", "parse error:"), ("<p id=a><p id=a>", "id given twice: a"), ("<a href=#b>b</a>", "link to no place: #b"),
    ("<img alt=A src=http://example.org/a.png>", "fetched: http://example.org/a.png"),
    ("<script>1</script>", "not allowed: script"), ("<img src=data:,>", "picture without alternative"),
    ("<p onclick=a>", "script in attributes of: p"),
    ("<style>@font-face { src: url(a.woff) }</style>", "fetched by style: a.woff"),
  ])
  func checkerSeesMistakes(markup: String, mistake: String) throws {
    let page = "<!DOCTYPE html><html lang=en><head><title>A</title></head><body>\(markup)</body></html>"
    let mistakes = try PageChecker.mistakes(in: page)
    #expect(mistakes.contains { $0.hasPrefix(mistake) }, "\(mistakes)")
  }

  @Test func headNamesThePage() throws {
    let head = passage(of: try htmlPage(of: .sample()), from: "<head>", to: "<style>")
    #expect(
      head == """
        <meta charset="utf-8">
        <title>Old Faithful, two ways to erupt</title>
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <meta name="generator" content="gmm-report 0.1.0">
        <meta name="author" content="Ada Example">
        <meta name="description" content="A mixture of two Gaussians, fitted by EM to 272 eruptions">
        """)
  }

  @Test func fileIsNamedAfterTheReport() throws {
    #expect(try HTMLRenderer().render(.sample()).files.map(\.path) == ["faithful.html"])
  }

  @Test func sameReportGivesSameBytes() throws {
    #expect(try HTMLRenderer().render(.sample()) == HTMLRenderer().render(.sample()))
  }

  @Test func mathsFaceIsEmbeddedOnlyWithMaths() throws {
    #expect(try htmlPage(of: .sample()).components(separatedBy: "@font-face").count == 2)
    #expect(try !htmlPage(of: .of([])).contains("@font-face"))
  }

  @Test func pageIsLightWithoutItsFigures() throws {
    #expect(try htmlPage(of: .sample()).utf8.count < 80_000)
  }
}
