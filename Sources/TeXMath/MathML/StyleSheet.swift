extension TeXExpression {
  /// The rules of CSS that the MathML needs: upright letters stay upright, aligned columns align, numbers stand at the
  /// right edge. The last rule is for Chromium, which makes room for the widest size of a root beside the smallest.
  package static let styleSheet = """
    math mi { text-transform: none; }
    math mfrac { padding-inline: 0.1em; }
    mtable.tex-aligned > mtr > mtd { padding: 0.3em 0; }
    mtable.tex-aligned > mtr:first-child > mtd, mtable.tex-cases > mtr:first-child > mtd { padding-top: 0; }
    mtable.tex-aligned > mtr:last-child > mtd, mtable.tex-cases > mtr:last-child > mtd { padding-bottom: 0; }
    mtable.tex-aligned > mtr > mtd:nth-child(odd) { text-align: right; text-align: -webkit-right; padding-left: 2em; }
    mtable.tex-aligned > mtr > mtd:nth-child(even) { text-align: left; text-align: -webkit-left; }
    mtable.tex-aligned > mtr > mtd:first-child { padding-left: 0; }
    mtable.tex-gathered > mtr > mtd { padding: 0.3em 0; }
    mtable.tex-cases > mtr > mtd { padding: 0.15em 0 0.15em 1em; text-align: left; text-align: -webkit-left; }
    mtable.tex-cases > mtr > mtd:first-child { padding-left: 0.1em; }
    mtable.tex-matrix > mtr > mtd, mtable.tex-array > mtr > mtd { padding: 0.15em 0.45em; }
    mtable.tex-matrix > mtr > mtd:first-child { padding-left: 0; }
    mtable.tex-matrix > mtr > mtd:last-child { padding-right: 0; }
    mtd.tex-left { text-align: left; text-align: -webkit-left; }
    mtd.tex-right { text-align: right; text-align: -webkit-right; }
    mtd.tex-rule-left { border-left: 0.05em solid currentColor; }
    mtd.tex-rule-right { border-right: 0.05em solid currentColor; }
    mtr.tex-rule-above > mtd { border-top: 0.05em solid currentColor; }
    mtr.tex-rule-below > mtd { border-bottom: 0.05em solid currentColor; }
    math.tex-numbered { position: relative; min-width: max-content; }
    math .tex-number { position: absolute; right: 0; top: 50%; transform: translateY(-50%); }
    .tex-boxed { border: 0.05em solid currentColor; padding: 0.3em; }
    @supports (not (-moz-appearance: none)) and (not (font: -apple-system-body)) {
      .tex-root { margin-right: -0.2em; }
    }
    """
}
