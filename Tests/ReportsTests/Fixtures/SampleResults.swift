import Reports
import TeXMath

extension Sample {
  static func fit(_ images: [Report.Figure.Image]) throws -> [Report.Block] {
    [
      .heading(level: 2, anchor: "sec-fit", number: "3", [.text("Two components")]),
      .list(
        .init(
          start: 1,
          items: [
            .init(blocks: [.paragraph([.text("start from k-means++;")])]),
            .init(blocks: [
              .paragraph([.text("repeat, until the mean log-likelihood gains less than "), .value("10⁻⁶"), .text(":")]),
              .list(
                .init(items: [
                  .init(blocks: [.paragraph([.text("E: responsibilities,")])]),
                  .init(blocks: [.paragraph([.text("M: weights, means, covariances.")])]),
                ])),
            ]),
          ])),
      .figure(
        .init(
          anchor: "fig-grid", number: 2, caption: [.text("The same data, six iterations of EM.")],
          alt: "Six scatter plots with two ellipses that move from a common start onto the two clouds.",
          width: 900, height: 660, images: images)),
      .table(
        .init(
          anchor: "tbl-params", number: 2,
          caption: [
            .text("Parameters of the fit; "), .math(try TeXExpression(parsing: #"\Sigma"#)), .text(" in minutes²."),
          ],
          columns: [.init([], isRowHeader: true)]
            + [
              "weight", "mean eruptions", "mean waiting", "variance eruptions", "covariance", "variance waiting",
              "rows by hard label", "mean certainty",
            ].map { .init([.text($0)], alignment: .right) },
          rows: [
            ["component 1", "0.3559", "2.0364", "54.4785", "0.0692", "0.4352", "33.6973", "97", "0.998"],
            ["component 2", "0.6441", "4.2897", "79.9681", "0.1700", "0.9406", "36.0462", "175", "0.999"],
          ].map { row in row.map { [.text($0)] } })),
      .callout(
        .init(
          kind: .warning, title: [.text("The fit did not converge")],
          blocks: [.paragraph([.text("It stopped at the limit of 5 iterations; raise max_iterations.")])],
          isFromRun: true)),
      .claims([
        .init(
          statement: "g2.converged and g2.iterations < 200", holds: true,
          values: [.init(name: "g2.converged", value: "true"), .init(name: "g2.iterations", value: "14")]),
        .init(
          statement: "abs(g2.weights.sum - 1) < 1e-12", holds: false,
          values: [.init(name: "abs(g2.weights.sum - 1)", value: "2.2\u{A0}×\u{A0}10⁻¹²")]),
        .init(statement: "2 < 3", holds: true, values: []),
      ]),
    ]
  }

  static func asides() throws -> [Report.Block] {
    let kinds: [Report.Callout.Kind] = [.note, .tip, .important, .caution]
    return [.heading(level: 2, anchor: "sec-asides", number: nil, [.text("Asides")])]
      + kinds.map {
        .callout(.init(kind: $0, blocks: [.paragraph([.text("A remark of the kind \($0.rawValue), set apart.")])]))
      } + [
        .callout(
          .init(
            kind: .definition, number: 1, title: [.text("Responsibility")],
            blocks: [
              .paragraph([
                .text("The posterior probability "), .math(try TeXExpression(parsing: #"r_{ik}"#)),
                .text(" of component "), .math(try TeXExpression(parsing: "k")), .text("."),
              ])
            ])),
        .quote([.paragraph([.text("All models are wrong, some are useful.")])]),
        .list(
          .init(items: [
            .init(isChecked: true, blocks: [.paragraph([.text("Read the data")])]),
            .init(isChecked: false, blocks: [.paragraph([.text("Believe the model")])]),
          ])),
        .table(
          .init(
            columns: [.init([.text("file")]), .init([.text("holds")])],
            rows: [[[.code("faithful.csv")], [.text("eruptions < waiting & more")]]])),
        .rule,
        .html("<p>Raw <abbr title=\"HyperText Markup Language\">HTML</abbr>.</p>"),
        .paragraph([
          .text("See "),
          .link(destination: "https://example.org/?a=1&b=2", title: "A \"quoted\" title", [.text("a link")]),
          .text(", "), .strikethrough([.text("an error")]), .text(", a line break"), .lineBreak, .text("and the note"),
          .footnote(number: 1), .text(" again. "), .image(source: "photo.jpg", title: "", alt: "A photograph"),
        ]),
      ]
  }
}
