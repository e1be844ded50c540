extension Style {
  /// Notes, references and provenance, below the text.
  static let notes = """
    footer { margin-top: 4.5rem; padding-top: .75rem; border-top: 1px solid var(--hairline); \
    max-width: var(--measure); font-size: .875rem; }
    footer h2 { font-size: 1.0625rem; margin: 1.5rem 0 .75rem; }
    footer li { margin-bottom: .375rem; }
    footer li > p { margin-bottom: 0; }
    .back { text-decoration: none; }
    .references { list-style: none; padding: 0; counter-reset: work; }
    .references li { counter-increment: work; padding-left: 2.25rem; text-indent: -2.25rem; }
    .references li::before { content: "[" counter(work) "]"; display: inline-block; width: 2.25rem; text-indent: 0; \
    color: var(--muted); font-variant-numeric: tabular-nums; }
    :target { scroll-margin-top: 1.5rem; }
    li:target, .callout:target { background: color-mix(in srgb, var(--link) 9%, transparent); }
    .provenance { margin-top: 2.25rem; }
    .provenance summary { font-weight: 600; }
    .checksum { font-size: .9em; }
    """
}
