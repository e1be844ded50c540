extension Style {
  /// The contents: a sticky column on a wide page, folded on a narrow one. The column floats in the page's padding and
  /// the page is no grid, because Chrome measures numbered equations too narrow within one.
  static let contents = """
    .contents { font: .8125rem/1.4 var(--sans); }
    .contents ol { list-style: none; margin: 0; padding: 0; }
    .contents li { margin: .375rem 0; }
    .contents li li { padding-left: 1.25rem; }
    .contents a { color: var(--muted); text-decoration: none; hyphens: manual; text-wrap: balance; }
    .contents a:hover { color: var(--ink); text-decoration: underline 1px; }
    .contents .number { font-variant-numeric: tabular-nums; display: inline-block; min-width: 1rem; \
    text-indent: 0; }
    .contents a:has(> .number) { display: block; padding-left: 1.25rem; text-indent: -1.25rem; }
    .contents li li a:has(> .number) { padding-left: 1.75rem; text-indent: -1.75rem; }
    .contents li li .number { min-width: 1.5rem; }
    .contents summary { font-weight: 600; color: var(--ink); }
    .contents.column { display: none; }
    .contents.folded { margin-bottom: 2.25rem; padding: .375rem 0; border: solid var(--hairline); \
    border-width: 1px 0; }
    @media (min-width: 1100px) {
      .contents.folded { display: none; }
      .contents.column { display: block; float: left; width: 13.5rem; margin-left: -16.5rem; position: sticky; \
    top: 1.5rem; max-height: calc(100vh - 3rem); overflow-y: auto; padding: .375rem 0; scroll-target-group: auto; }
      .contents.column > .label { color: var(--ink); margin-bottom: .75rem; }
      .contents.column a:target-current { color: var(--link); }
    }
    """
}
