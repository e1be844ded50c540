extension Style {
  /// Figures. A chart keeps 20 px clear around its drawing; the margins take them back, so that the drawing stands on
  /// the edges of the text.
  static let figures = """
    .figure { max-width: 56rem; margin: 1.5rem 0 2.25rem; }
    figure { margin: 0; }
    picture { display: block; margin: 0 -20px .75rem; }
    picture img { display: block; max-width: 100%; height: auto; }
    figcaption, caption { font: .875rem/1.5 var(--sans); color: var(--muted); }
    figcaption { max-width: var(--measure); text-wrap: pretty; }
    figcaption .label, caption .label { color: var(--ink); }
    .figure details { max-width: var(--measure); margin: .375rem 0 0; font-size: .875rem; }
    """
}
