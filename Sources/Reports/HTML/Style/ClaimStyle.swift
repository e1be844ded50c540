extension Style {
  /// Claims: the verdict hangs before the statement, the values unfold below it.
  static let claims = """
    .claims { list-style: none; padding: 0; margin: 1.5rem 0; border-top: 1px solid var(--hairline); }
    .claims > li { padding: .375rem 0 .375rem 1.5rem; border-bottom: 1px solid var(--hairline); }
    .claims details { margin: 0; }
    .claims summary, .claims li > div { display: flex; align-items: baseline; }
    .claims summary { width: auto; font: inherit; color: var(--ink); }
    .claims summary::-webkit-details-marker { display: none; }
    .claims summary code, .claims li > div code { flex: 1; min-width: 0; }
    .claims summary::after { content: "values"; content: "values" / ""; margin-left: .75rem; \
    font: .75rem/1.6 var(--sans); color: var(--muted); }
    .claims [open] > summary::after { content: "hide"; content: "hide" / ""; }
    .claims dl { margin: 0 0 .375rem; }
    .verdict { flex: none; width: 1.5rem; margin-left: -1.5rem; font: 600 1rem/1.6 var(--sans); }
    .holds .verdict { color: var(--tip); }
    .fails .verdict { color: var(--caution); }
    dl { display: grid; grid-template-columns: fit-content(45%) minmax(0, 1fr); gap: .1875rem 1.5rem; \
    font: .8125rem/1.5 var(--sans); font-variant-numeric: tabular-nums lining-nums; }
    dt { color: var(--muted); overflow-wrap: anywhere; }
    dd { margin: 0; overflow-wrap: anywhere; }
    """
}
