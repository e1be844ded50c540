extension Style {
  /// Running text, headings and the title block.
  static let text = """
    p, ul, ol, dl, blockquote, pre { margin: 0 0 .75rem; }
    p { text-wrap: pretty; hyphens: auto; -webkit-hyphens: auto; hyphenate-limit-chars: 8 4 4; }
    p, li, blockquote { font-size-adjust: .49; }
    h1, h2, h3, h4, h5, h6, summary, table, figcaption, code, dl, .byline, .contents, .contents li, .contents p, \
    .callout > .title, .claims > li { font-size-adjust: none; }
    main > p, blockquote > p, section > p { margin-bottom: 1.125rem; }
    h1, h2, h3, h4, h5, h6, summary, .label { font-family: var(--sans); font-weight: 600; }
    h1, h2, h3, h4, h5, h6 { line-height: 1.25; text-wrap: balance; margin: 2.25rem 0 .75rem; }
    h1 { font-size: 2.375rem; line-height: 1.15; letter-spacing: -.02em; margin: 0 0 .75rem; }
    h2 { font-size: 1.5rem; letter-spacing: -.012em; margin-top: 3rem; }
    h3 { font-size: 1.1875rem; letter-spacing: -.006em; }
    h4, h5, h6 { font-size: 1rem; }
    h2 + h3, h3 + h4 { margin-top: 1.125rem; }
    main > :first-child { margin-top: 0; }
    h2 .number, h3 .number, h4 .number { color: var(--muted); font-weight: 400; margin-right: .25em; }
    header { margin-bottom: 2.25rem; max-width: 56rem; }
    .subtitle { font-size: 1.25rem; line-height: 1.45; color: var(--muted); max-width: 34rem; hyphens: manual; \
    text-wrap: balance; }
    .byline { font: .8125rem/1.6 var(--sans); color: var(--muted); }
    .byline * + *::before { content: "·"; margin: 0 .5em; }
    a { color: var(--link); text-decoration: underline 1px; text-underline-offset: .18em; \
    text-decoration-color: color-mix(in srgb, currentColor 40%, transparent); }
    a:hover { text-decoration-color: currentColor; }
    .anchor { font-weight: 400; text-decoration: none; margin-left: .375em; opacity: 0; }
    :hover > .anchor, .anchor:focus { opacity: 1; }
    ul, ol { padding-left: 1.5rem; }
    li > ul, li > ol { margin-bottom: 0; }
    li::marker { color: var(--muted); font-variant-numeric: tabular-nums; }
    li > p { margin-bottom: .375rem; }
    .tasks { list-style: none; padding-left: 0; }
    blockquote { padding-left: 1.5rem; font-style: italic; color: var(--muted); }
    hr { width: 6rem; margin: 2.25rem calc((min(100%, var(--measure)) - 6rem) / 2); border: 0; border-top: 1px solid var(--hairline); }
    sup { font-size: .72em; line-height: 0; vertical-align: baseline; position: relative; top: -.42em; }
    sup a { text-decoration: none; padding: 0 .1em; }
    summary { font-size: .8125rem; font-weight: 400; color: var(--muted); cursor: pointer; width: fit-content; }
    main details { margin-bottom: .75rem; }
    details[open] > summary { margin-bottom: .375rem; }
    main img { max-width: 100%; height: auto; }
    """
}
