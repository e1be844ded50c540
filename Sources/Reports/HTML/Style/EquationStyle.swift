extension Style {
  /// Displayed equations: in the middle of the measure, wider ones in a box that scrolls.
  static let equations = """
    .equation { width: fit-content; min-width: min(100%, var(--measure)); overflow: auto hidden; \
    margin: 1.125rem 0; padding: .375rem 0; }
    main > .equation { max-width: 56rem; }
    """
}
