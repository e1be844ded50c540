extension Style {
  /// Callouts: a rule of 3 px in their colour, no box.
  static let callouts = """
    .callout { --tone: var(--statement); margin: 1.5rem 0; padding: 0 0 0 1.125rem; \
    border-left: 3px solid var(--tone); }
    .callout > :last-child { margin-bottom: 0; }
    .callout > .title { font-family: var(--sans); font-weight: 600; font-size: .9375rem; color: var(--tone); \
    margin-bottom: .375rem; }
    .note { --tone: var(--note); }
    .tip { --tone: var(--tip); }
    .important { --tone: var(--important); }
    .warning { --tone: var(--warning); }
    .caution { --tone: var(--caution); }
    .hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); \
    white-space: nowrap; }
    .definition > p:not(.title), .theorem > p:not(.title) { font-style: italic; }
    .proof > p:last-child::after { content: ""; float: right; width: .6em; height: .6em; \
    margin-top: .5em; border: 1px solid var(--tone); }
    """
}
