extension PageWriter {
  /// A code block. It can be focused, so that long lines can be scrolled by keyboard.
  mutating func code(language: String, _ text: String) {
    html.endLine()
    inline("pre", ["tabindex": "0"]) {
      $0.inline("code", ["class": language.isEmpty ? nil : "language-" + language]) { $0.html.text(text) }
    }
    html.endLine()
  }
}
