extension Style {
  /// The page: one column of text, with the contents beside it where there is room for both.
  static let page = """
    *, ::before, ::after { box-sizing: border-box; }
    html { color-scheme: light dark; font-size: 112.5%; scroll-padding-top: 1.5rem; \
    -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
    body { margin: 0; background: var(--page); color: var(--ink); --gutter: 1.5rem; --measure: 40rem; \
    --serif: Charter, "Bitstream Charter", "Sitka Text", Cambria, "Source Serif 4", "Noto Serif", "Liberation Serif", \
    serif; \
    --sans: Inter, ui-sans-serif, system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", sans-serif; \
    --mono: ui-monospace, "SF Mono", "Cascadia Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace; \
    font: 1rem/1.6 var(--serif); font-variant-numeric: lining-nums; overflow-wrap: break-word; }
    .page { max-width: calc(var(--measure) + 2 * var(--gutter)); margin: 0 auto; padding: 3rem var(--gutter) 4.5rem; }
    main > *, footer > * { max-width: var(--measure); }
    .skip { position: absolute; left: -999rem; padding: .375rem .75rem; background: var(--page); }
    .skip:focus { left: 0; top: 0; z-index: 1; }
    :focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
    @media (min-width: 1100px) {
      .page { max-width: calc(72.5rem + 2 * var(--gutter)); padding: 4.5rem var(--gutter) 4.5rem \
    calc(16.5rem + var(--gutter)); }
    }
    @media (max-width: 600px) {
      html { font-size: 106.25%; }
      body { --gutter: 1.25rem; }
      .page { padding-top: 2.25rem; }
    }
    """
}
