import Reports
import TeXMath

/// The sections of the sample report.
enum Sample {
  static let opening: [Report.Block] = [
    .paragraph([
      .text("Old Faithful"), .footnote(number: 1),
      .text(" erupts for a while, pauses, and erupts again. How long one waits depends on how long the last eruption"),
      .softBreak, .text("was, and a plot of one against the other shows "), .emphasis([.text("two")]),
      .text(" clouds rather than one: most waits are near "), .value("80.1"), .text(" minutes, the others near "),
      .value("54.6"), .text(". That suggests a "), .strong([.text("mixture")]),
      .text(" of two Gaussians ("), .reference(anchor: "eq-mix", text: "Equation 1"),
      .text("), which this report fits by expectation–maximisation "), .citation([1, 2]), .text("."),
    ]),
    .paragraph([
      .text("Everything below is computed by the notebook; "), .code("g2.bic"),
      .text(" is a value, not a typed number."),
    ]),
  ]

  static func model() throws -> [Report.Block] {
    [
      .heading(level: 2, anchor: "sec-model", number: "1", [.text("A model with a hidden choice")]),
      .paragraph([
        .text("Each eruption first draws its component "),
        .math(try TeXExpression(parsing: #"z_i \in \{1, \dots, K\}"#)), .text(" with probability "),
        .math(try TeXExpression(parsing: #"\pi_k"#)),
        .text(", then its two lengths from that component's Gaussian. Only the lengths are seen, so"),
      ]),
      .formula(
        .init(
          try TeXExpression(parsing: #"p(x) = \sum_{k=1}^{K} \pi_k\, \mathcal N(x \mid \mu_k, \Sigma_k)"#),
          anchor: "eq-mix", number: 1)),
      .paragraph([.text("and the log-likelihood"), .footnote(number: 2), .text(" has its sum inside the logarithm:")]),
      .formula(
        .init(
          try TeXExpression(
            parsing: #"""
              \begin{aligned}
              \ell(\theta) &= \sum_{i=1}^{n} \log \sum_{k=1}^{K} \pi_k\,
              (2\pi)^{-d/2} \det(\Sigma_k)^{-1/2}
              \exp\Bigl(-\tfrac12 (x_i - \mu_k)^\top \Sigma_k^{-1} (x_i - \mu_k)\Bigr) \\
              &\ge \sum_{i=1}^{n} \sum_{k=1}^{K} r_{ik} \log \frac{\pi_k\,\mathcal N(x_i \mid \mu_k, \Sigma_k)}{r_{ik}}
              \end{aligned}
              """#),
          anchor: "eq-loglik", number: 2)),
      .callout(
        .init(
          kind: .theorem, number: 1, title: [.text("EM climbs")],
          blocks: [.paragraph([.text("With no floor on the covariances, no step of EM lowers the log-likelihood.")])])),
      .callout(
        .init(
          kind: .proof,
          blocks: [
            .paragraph([
              .text("The E-step makes the bound of "), .reference(anchor: "eq-loglik", text: "Equation 2"),
              .text(" tight, the M-step raises it."),
            ])
          ])),
    ]
  }

  static func data(_ images: [Report.Figure.Image]) throws -> [Report.Block] {
    [
      .heading(level: 2, anchor: "sec-data", number: "2", [.text("The data")]),
      .heading(level: 3, anchor: "sec-columns", number: "2.1", [.text("Two columns")]),
      .paragraph([
        .text("The table has "), .value("272"), .text(" rows and no missing cell; "),
        .reference(anchor: "tbl-describe", text: "Table 1"), .text(" describes its columns."),
      ]),
      .table(
        .init(
          anchor: "tbl-describe", number: 1, caption: [.text("The columns of faithful, in minutes.")],
          columns: [
            .init([.text("column")], isRowHeader: true), .init([.text("missing")], alignment: .right),
            .init([.text("mean")], alignment: .right), .init([.text("sd")], alignment: .right),
            .init([.text("min")], alignment: .right), .init([.text("median")], alignment: .right),
            .init([.text("max")], alignment: .right),
          ],
          rows: [
            ["eruptions", "0", "3.488", "1.141", "1.600", "4.000", "5.100"].map { [.text($0)] },
            ["waiting", "0", "70.897", "13.595", "43.000", "76.000", "96.000"].map { [.text($0)] },
          ])),
      .heading(
        level: 3, anchor: "sec-look", number: "2.2", [.text("A first look at the "), .code("waiting"), .text(" times")]),
      .figure(
        .init(
          anchor: "fig-waiting", number: 1,
          caption: [.text("Waiting times of "), .value("272"), .text(" eruptions, in bins of 3 minutes.")],
          alt: "Histogram of waiting times from 43 to 96 minutes with two peaks, near 55 and near 80 minutes.",
          longDescription: [
            .paragraph([.text("The lower peak is at 54.6 minutes, the higher at 80.1; the valley between is at 66.")])
          ],
          width: 760, height: 460, images: images)),
      .details(
        summary: [.text("The cell")], [.code(language: "yaml", text: "kind: histogram\ndata: faithful\nx: waiting\n")]),
    ]
  }
}
