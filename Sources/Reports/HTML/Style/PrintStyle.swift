extension Style {
  /// Paper: black on white, no contents, nothing broken across pages that is looked at as a whole.
  static let print = """
    @media print {
      @page { margin: 20mm 18mm; }
      :root { --ink: #000; --muted: #444; --link: #000; }
      html { font-size: 10.5pt; }
      .page { display: block; max-width: none; padding: 0; }
      main > *, footer, figcaption, .caption { max-width: none; }
      .contents.column, .contents.folded, .skip, .anchor, .back, .figure details:not([open]) { display: none; }
      a { text-decoration: none; }
      .references .worded::after { content: " (" attr(href) ")"; overflow-wrap: anywhere; }
      h1, h2, h3, h4, h5, h6, caption, thead { break-after: avoid; }
      figure, .table, .equation, .callout, .claims > li, pre, tr { break-inside: avoid; }
      p { orphans: 3; widows: 3; }
      pre { white-space: pre-wrap; }
      .table, .equation { overflow: visible; }
      .claims summary::after { content: none; }
      details::details-content { content-visibility: visible; height: auto; }
    }
    """
}
