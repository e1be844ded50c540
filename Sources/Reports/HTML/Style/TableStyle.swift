extension Style {
  /// Tables: horizontal rules only, numbers at the right in figures of one width, the caption above.
  static let tables = """
    main > .table { max-width: min(56rem, 100%); }
    .table { width: fit-content; max-width: 100%; overflow-x: auto; margin: 1.5rem 0 2.25rem; }
    table { border-collapse: collapse; min-width: min(24rem, 100%); font: .875rem/1.5 var(--sans); \
    font-variant-numeric: tabular-nums lining-nums; }
    caption { text-align: left; padding-bottom: .75rem; }
    .caption { display: inline-block; position: sticky; left: 0; text-wrap: pretty; \
    max-width: min(var(--measure), 100vw - 2 * var(--gutter)); }
    thead { border-top: 1.5px solid var(--ink); border-bottom: 1px solid var(--ink); }
    tbody { border-bottom: 1.5px solid var(--ink); }
    tbody tr + tr { border-top: 1px solid var(--hairline); }
    th, td { padding: .375rem .625rem; text-align: left; vertical-align: baseline; font-weight: 400; }
    th:first-child, td:first-child { padding-left: 0; }
    th:last-child, td:last-child { padding-right: 0; }
    thead th { font-weight: 600; vertical-align: bottom; line-height: 1.3; }
    .right { text-align: right; }
    td.right { white-space: nowrap; }
    tbody th:not(.right) { min-width: 6rem; }
    .center { text-align: center; }
    """
}
