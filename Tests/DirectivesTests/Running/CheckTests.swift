import Directives
import Reports
import Testing

@Suite struct CheckTests {
  private let workbench = Workbench(files: [
    "works.bib": "@book{bishop2006, author = {Bishop, Christopher}, title = {Pattern}, year = 2006, publisher = {S}}\n",
    "broken.bib": "@book{bishop2006, author = \n",
  ])

  private func notebook(_ file: String, _ text: String) -> String { "---\nbibliography: \(file)\n---\n\(text)\n" }

  @Test func readsTheBibliography() throws {
    let report = try workbench.run(notebook("works.bib", "As in [@bishop2006].")).report
    #expect(report.references.count == 1)
    #expect(report.references.first?.text.plainText.contains("Bishop") == true)
  }

  @Test func aWorkThatIsNotThereIsNamed() {
    let mistakes = workbench.mistakes(notebook("works.bib", "As in [@bishop2007]."))
    #expect(mistakes.count == 1)
    #expect(mistakes.first?.contains("bishop2007") == true)
  }

  @Test func mistakesInTheFileAreReported() {
    #expect(workbench.mistakes(notebook("broken.bib", "")).first?.hasPrefix("2:15: broken.bib:") == true)
    #expect(
      workbench.mistakes(notebook("wroks.bib", ""))
        == ["2:15: there is no file 'wroks.bib' (did you mean 'works.bib'?)"])
  }

  @Test func valuesInTitlesAndNotesAreChecked() {
    let text = "---\ntitle: \"Of {eval}`nothing`\"\n---\nText.[^a]\n\n[^a]: And {eval}`nil`.\n"
    #expect(workbench.mistakes(text) == ["2:19: unknown name 'nothing'", "6:18: unknown name 'nil'"])
  }

  @Test func picturesBesideTheNotebookAreRefused() {
    #expect(
      workbench.mistakes("See ![a plot](plots/a.png) and ![b](https://example.org/b.png).\n") == [
        "the picture 'plots/a.png' would not be found from the report (draw it with {plot}, or give its address on the web)"
      ])
  }

  @Test func mistakesOfFormAndOfMeaningAreToldTogether() {
    let text =
      "```{load} a\nfile: [x\n```\n\nThe {eval}`a.rows` rows of {eval}`b.rows`.\n\n```{claim}\n- whine == 1\n```\n"
    let mistakes = workbench.mistakes(text)
    #expect(mistakes.count == 3)
    #expect(mistakes.first?.hasPrefix("2:") == true || mistakes.first?.hasPrefix("3:") == true)
    #expect(mistakes.dropFirst() == ["5:35: unknown name 'b'", "8:3: unknown name 'whine'"])
  }

  @Test func mistakesOfFormThatHideNamesAreToldAlone() {
    let text = "```{load}a\nfile: x.csv\n```\n\nThe {eval}`a.rows` rows.\n"
    #expect(workbench.mistakes(text) == ["1:10: a space is missing after '}'"])
  }
}
