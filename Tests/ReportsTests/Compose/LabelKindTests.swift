import Notebooks
import Reports
import Testing

struct LabelKindTests {
  private static let place = SourceLocation(line: 1, column: 1)

  @Test(arguments: [
    ("fig-a", LabelKind.figure), ("tbl-a", .table), ("eq-a", .equation), ("sec-a-b", .section), ("fig-", nil),
    ("figa", nil), ("", nil),
  ])
  func kindIsToldByPrefix(label: String, kind: LabelKind?) {
    #expect(LabelKind(of: label) == kind)
  }

  @Test(arguments: [
    (
      LabelKind.figure, "hist", "the label 'hist' does not begin with 'fig-', as that of a figure must",
      "write 'fig-hist'"
    ),
    (
      .equation, "fig-mix", "the label 'fig-mix' does not begin with 'eq-', as that of an equation must",
      "write 'eq-mix'"
    ),
  ])
  func wrongPrefixIsReported(kind: LabelKind, label: String, message: String, hint: String) {
    #expect(kind.mistake(in: Located(label, at: Self.place)) == .error(message, at: Self.place, hint: hint))
  }

  @Test func rightPrefixIsNoMistake() {
    #expect(LabelKind.table.mistake(in: Located("tbl-x", at: Self.place)) == nil)
  }
}
