extension PageWriter {
  /// A heading with a link to itself, which the style sheet shows on hover and focus.
  mutating func heading(level: Int, anchor: String, number: String?, _ title: [Phrase]) {
    // The first level is the title of the page; HTML has six.
    let level = min(max(level, 2), 6)
    line("h\(level)", ["id": anchor]) {
      if let number { $0.sectionNumber(number) }
      $0.phrases(title)
      $0.inline("a", ["class": "anchor", "href": "#" + anchor, "aria-label": "Link to this section"]) {
        $0.html.text("#")
      }
    }
  }

  mutating func sectionNumber(_ number: String) {
    inline("span", ["class": "number"]) { $0.html.text(number) }
    html.raw(" ")
  }
}
