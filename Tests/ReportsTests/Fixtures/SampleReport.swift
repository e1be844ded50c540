import Reports
import TeXMath

extension Report {
  /// A short report that holds one of everything a report can hold.
  ///
  /// - Parameter images: the pictures of each figure; a dot when none are given.
  static func sample(images: [Figure.Image] = Figure.Image.dots) throws -> Report {
    Report(
      name: "faithful",
      header: Header(
        title: [.text("Old Faithful, two ways to erupt")],
        subtitle: [.text("A mixture of two Gaussians, fitted by EM to "), .value("272"), .text(" eruptions")],
        author: "Ada Example", date: "1 May 2026"),
      blocks: try Sample.opening + Sample.model() + Sample.data(images) + Sample.fit(images) + Sample.asides(),
      notes: [
        [.paragraph([.text("Yellowstone National Park, Wyoming. The name is of 1870.")])],
        [
          .paragraph([.text("In nats; higher is better. Per row it is")]),
          .formula(Formula(try TeXExpression(parsing: #"\ell / n"#))),
        ],
      ],
      references: [
        Reference(
          anchor: "ref-dempster1977",
          text: [
            .text("Dempster, Laird, Rubin (1977). Maximum likelihood from incomplete data via the EM algorithm. "),
            .emphasis([.text("Journal of the Royal Statistical Society")]), .text(" B 39(1), 1–38. "),
            .link(
              destination: "https://doi.org/10.1111/j.2517-6161.1977.tb01600.x", title: "",
              [.text("doi:10.1111/j.2517-6161.1977.tb01600.x")]),
          ]),
        Reference(
          anchor: "ref-bishop2006",
          text: [
            .text("Bishop (2006). "), .emphasis([.text("Pattern Recognition and Machine Learning")]),
            .text(". Springer."),
          ]),
      ],
      provenance: Provenance(
        version: "0.1.0", notebookSHA256: String(repeating: "0a1b2c3d", count: 8),
        dataFiles: [
          Provenance.DataFile(
            name: "data/faithful.csv", bytes: 2344, sha256: String(repeating: "4e5f6071", count: 8))
        ],
        seed: 42,
        options: [
          Provenance.Entry(name: "params.k", value: "2"),
          Provenance.Entry(name: "fit g2", value: "full, k-means start, 20 restarts, tolerance 10⁻⁶, seed 42"),
        ],
        warnings: 1))
  }
}

extension Report.Figure.Image {
  /// One white and one black pixel.
  static let dots = [
    Self(
      theme: .light,
      data: [
        0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 0, 0, 1, 0, 0, 0, 1, 8,
        0, 0, 0, 0, 0x3A, 0x7E, 0x9B, 0x55, 0, 0, 0, 10, 0x49, 0x44, 0x41, 0x54, 0x78, 0xDA, 0x63, 0xF8, 0x0F, 0, 1, 1,
        1, 0, 0x1B, 0xB6, 0xEE, 0x56, 0, 0, 0, 0, 0x49, 0x45, 0x4E, 0x44, 0xAE, 0x42, 0x60, 0x82,
      ]),
    Self(
      theme: .dark,
      data: [
        0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 0, 0, 1, 0, 0, 0, 1, 8,
        0, 0, 0, 0, 0x3A, 0x7E, 0x9B, 0x55, 0, 0, 0, 10, 0x49, 0x44, 0x41, 0x54, 0x78, 0xDA, 0x63, 0x60, 0, 0, 0, 2, 0,
        1, 0xE5, 0x27, 0xDE, 0xFC, 0, 0, 0, 0, 0x49, 0x45, 0x4E, 0x44, 0xAE, 0x42, 0x60, 0x82,
      ]),
  ]
}
