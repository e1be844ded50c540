extension Style {
  /// Displayed equations: in the middle of the measure with their number at its right edge. One wider than the measure
  /// takes the room there is, one wider than that scrolls in its own box. A formula within a line cannot be broken: on
  /// a small screen the passage that holds it scrolls when it must.
  static let equations = """
    .equation { overflow: auto hidden; margin: 1.125rem 0; padding: .375rem 0; }
    main > .equation { max-width: 56rem; }
    .together { white-space: nowrap; }
    .equation math { display: block math; width: min(100%, var(--measure)); min-width: min-content; }
    @media (max-width: 600px) {
      :is(p, ul, ol, figcaption, h1, h2, h3):has(math) { overflow: auto hidden; }
    }
    """
}
