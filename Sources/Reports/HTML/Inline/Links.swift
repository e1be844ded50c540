extension PageWriter {
  /// A link of the prose. One whose words are not its address is marked, for print to add the address in references.
  mutating func link(to destination: String, title: String, _ inner: [Phrase]) {
    let isAddress = destination == inner.plainText || destination.hasPrefix("#")
    inline(
      "a",
      ["class": isAddress ? nil : "worded", "href": Self.address(destination), "title": title.isEmpty ? nil : title]
    ) { $0.phrases(inner.withoutLinks) }
  }

  /// A link to a numbered part; the number stays on the line of its word.
  mutating func reference(to anchor: String, _ text: String) {
    inline("a", ["class": "reference", "href": "#" + anchor]) {
      $0.html.text(String(text.map { $0 == " " ? "\u{A0}" : $0 }))
    }
  }

  mutating func footnoteMention(_ number: Int) {
    let mention = (mentions[number] ?? 0) + 1
    mentions[number] = mention
    inline("sup") {
      $0.inline(
        "a",
        [
          "id": Self.mentionAnchor(note: number, mention: mention), "href": "#fn:\(number)", "role": "doc-noteref",
          "aria-label": "Note \(number)",
        ]
      ) { $0.html.text(String(number)) }
    }
  }

  /// `[1, 3]`, each number a link to its work.
  mutating func citation(_ numbers: [Int]) {
    html.raw("[")
    for (index, number) in numbers.enumerated() {
      if index > 0 { html.raw(",\u{A0}") }
      if report.references.indices.contains(number - 1) {
        inline("a", ["href": "#" + report.references[number - 1].anchor, "role": "doc-biblioref"]) {
          $0.html.text(String(number))
        }
      } else {
        html.text(String(number))
      }
    }
    html.raw("]")
  }

  /// The address without what would make a browser run it as a script.
  private static func address(_ destination: String) -> String? {
    let scheme = destination.prefix { $0 != ":" && $0 != "/" && $0 != "#" && $0 != "?" }
    let name = scheme.filter { !$0.isWhitespace }.lowercased()
    return scheme.count < destination.count && ["javascript", "vbscript"].contains(name) ? nil : destination
  }
}
