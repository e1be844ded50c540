extension Style {
  /// Paper: black on white, no contents, nothing broken across pages that is looked at as a whole.
  static let print = """
    @media print {
      @page { margin: 20mm 18mm; }
      :root { --ink: #000; --muted: #444; --link: #000; }
      html { font-size: 10.5pt; }
      body { --measure: 100%; }
      picture { margin: 0 0 .75rem; }
      .page { display: block; max-width: none; padding: 0; }
      main > *, .figure { max-width: none; }
      .contents.column, .contents.folded, .skip, .anchor, .back, main details:not([open]):not(.claims *) { display: none; }
      a { text-decoration: none; }
      .references .worded::after { content: " (" attr(href) ")"; overflow-wrap: anywhere; }
      h1, h2, h3, h4, h5, h6, caption, thead { break-after: avoid; }
      figure, .table, .equation, .callout, .claims > li, pre, tr { break-inside: avoid; }
      p { orphans: 3; widows: 3; }
      pre { white-space: pre-wrap; }
      .table, .equation { overflow: visible; }
      .claims summary::after, .provenance summary { display: none; }
      .claims details::details-content, .provenance::details-content { content-visibility: visible; height: auto; }
    }
    """
}
