extension Style {
  /// Code, within a line and in blocks that scroll.
  static let code = """
    code { font: .85em var(--mono); font-variant-ligatures: none; hyphens: manual; }
    pre { margin: 1.125rem 0; padding: .75rem 1.125rem; overflow-x: auto; background: var(--surface); \
    font-size: .9375rem; line-height: 1.5; tab-size: 2; }
    pre code { font-size: .8125rem; line-height: inherit; }
    """
}
