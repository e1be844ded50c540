import Reports
import Testing

@Suite struct TableTests {
  @Test func numberedTableHasCaptionAndScopes() throws {
    let table = Report.Table(
      anchor: "tbl-a", number: 1, caption: [.text("Rows.")],
      columns: [
        .init([], isRowHeader: true), .init([.text("n")], alignment: .right), .init([.text("x")], alignment: .center),
      ],
      rows: [[[.text("a")], [.text("1.0")], [.text("y")]], [[.text("b")], [.text("−2.0")]]])
    #expect(
      try html([.table(table)]) == """
        <div class="table">
        <table id="tbl-a">
        <caption id="tbl-a:caption"><span class="caption"><span class="label">Table\u{A0}1.</span> Rows.</span></caption>
        <thead>
        <tr><td></td><th scope="col" class="right">n</th><th scope="col" class="center">x</th></tr>
        </thead>
        <tbody>
        <tr><th scope="row">a</th><td class="right">1.0</td><td class="center">y</td></tr>
        <tr><th scope="row">b</th><td class="right">−2.0</td><td class="center"></td></tr>
        </tbody>
        </table>
        </div>
        """)
  }

  static func table(cell: String, caption: [Phrase]) -> Report.Table {
    Report.Table(caption: caption, columns: [.init([.text("a")]), .init([.text("b")])], rows: [[[.text(cell)], []]])
  }

  @Test func wideTableScrollsByKeyboardAndIsNamed() throws {
    let wide = String(repeating: "x", count: 60)
    #expect(
      try html([.table(Self.table(cell: wide, caption: []))])
        .hasPrefix("<div class=\"table\" tabindex=\"0\" role=\"region\" aria-label=\"Table\">"))
    #expect(
      try html([.table(Self.table(cell: wide, caption: [.text("C")]))])
        .hasPrefix("<div class=\"table\" tabindex=\"0\" role=\"region\" aria-labelledby=\"page:table-1:caption\">"))
    #expect(try html([.table(Self.table(cell: "x", caption: []))]).hasPrefix("<div class=\"table\">"))
  }
}
