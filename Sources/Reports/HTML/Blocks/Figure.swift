internal import Wording

extension PageWriter {
  /// A figure with its caption, and below it what a reader who cannot see the picture needs beyond its alternative.
  mutating func figure(_ figure: Report.Figure) {
    let hasDescription = !figure.longDescription.isEmpty
    let description = figure.anchor + ":description"
    block("div", ["class": "figure"]) {
      $0.block("figure", ["id": figure.anchor]) {
        $0.picture(figure, description: hasDescription ? description : nil)
        $0.line("figcaption") { $0.numberedCaption("Figure", figure.number, figure.caption) }
      }
      guard hasDescription else { return }
      $0.block("details", ["id": description]) {
        $0.line("summary") { $0.html.text(figure.descriptionTitle) }
        $0.blocks(figure.longDescription)
      }
    }
  }

  private mutating func picture(_ figure: Report.Figure, description: String?) {
    let (width, height) = (String(figure.width), String(figure.height))
    let main = figure.image
    block("picture") {
      // On paper the light picture stands, where the browser chooses anew for it; Chromium keeps that of the screen.
      if let dark = figure.images.first(where: { $0.theme == .dark }), dark != main {
        $0.html.open(
          "source",
          [
            "media": "screen and (prefers-color-scheme: dark)", "width": width, "height": height,
            "srcset": Self.dataURI(dark.data, mediaType: "image/png"),
          ])
        $0.html.endLine()
      }
      if let main {
        $0.html.open(
          "img",
          [
            "alt": figure.alt, "width": width, "height": height, "aria-details": description,
            "src": Self.dataURI(main.data, mediaType: "image/png"),
          ])
      }
    }
  }

  /// `Figure 3.` and what follows it.
  mutating func numberedCaption(_ kind: String, _ number: Int, _ caption: [Phrase]) {
    inline("span", ["class": "label"]) { $0.html.text("\(kind)\u{A0}\(number).") }
    if !caption.isEmpty { html.raw(" ") }
    phrases(caption)
  }

  /// A file as an address that holds it.
  static func dataURI(_ bytes: [UInt8], mediaType: String) -> String {
    "data:\(mediaType);base64," + base64(bytes)
  }
}
