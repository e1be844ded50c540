extension PageWriter {
  /// Statements with their verdicts. The values behind one unfold on demand; those of a false one stand open.
  mutating func claims(_ claims: [Report.Claim]) {
    block("ul", ["class": "claims"]) {
      for claim in claims {
        $0.html.open("li", ["class": claim.holds ? "holds" : "fails"])
        if claim.values.isEmpty {
          $0.inline("div") { $0.statement(claim) }
        } else {
          $0.html.open("details", ["open": claim.holds ? nil : ""])
          $0.inline("summary") { $0.statement(claim) }
          $0.values(claim.values)
          $0.html.close("details")
        }
        $0.html.raw("</li>\n")
      }
    }
  }

  private mutating func statement(_ claim: Report.Claim) {
    inline("span", ["class": "verdict", "role": "img", "aria-label": claim.holds ? "true:" : "false:"]) {
      $0.html.raw(claim.holds ? "✓" : "✗")
    }
    html.raw(" ")
    inline("code") { $0.html.text(claim.statement) }
  }

  private mutating func values(_ values: [Report.Claim.Value]) {
    block("dl") {
      for value in values {
        $0.inline("dt") { $0.inline("code") { $0.html.text(value.name) } }
        $0.inline("dd") { $0.html.text(value.value) }
        $0.html.endLine()
      }
    }
  }
}
