extension Style {
  /// The contents: a sticky column on a wide page, folded on a narrow one.
  static let contents = """
    .contents { font: .8125rem/1.4 var(--sans); }
    .contents ol { list-style: none; margin: 0; padding: 0; }
    .contents li { margin: .375rem 0; }
    .contents li li { padding-left: .75rem; }
    .contents a { color: var(--muted); text-decoration: none; hyphens: manual; text-wrap: balance; }
    .contents a:hover { color: var(--ink); text-decoration: underline 1px; }
    .contents .number { font-variant-numeric: tabular-nums; margin-right: .25em; }
    .contents.column { display: none; }
    .contents.folded { margin-bottom: 2.25rem; padding: .375rem 0; border: solid var(--hairline); \
    border-width: 1px 0; }
    @media (min-width: 1100px) {
      .contents.folded { display: none; }
      .contents.column { display: block; grid-area: 1 / 1 / 3 / 2; align-self: start; position: sticky; top: 1.5rem; \
    max-height: calc(100vh - 3rem); overflow-y: auto; padding: .75rem 0; scroll-target-group: auto; }
      .contents.column > .label { color: var(--ink); margin-bottom: .75rem; }
      .contents.column a:target-current { color: var(--link); }
    }
    """
}
