extension Report {
  package struct Figure: Sendable, Hashable {
    package enum Theme: String, Sendable, Hashable, CaseIterable { case light, dark, print }

    package struct Image: Sendable, Hashable {
      package var theme: Theme
      /// A PNG file.
      package var data: [UInt8]

      package init(theme: Theme, data: [UInt8]) {
        self.theme = theme
        self.data = data
      }
    }

    /// A way of writing a picture to a file of its own; the raw value is the file's extension.
    package enum Format: String, Sendable, Hashable, CaseIterable { case png, svg, pdf }

    /// The picture in a format other than PNG.
    package struct Document: Sendable, Hashable {
      package var format: Format
      package var data: [UInt8]

      package init(format: Format, data: [UInt8]) {
        self.format = format
        self.data = data
      }
    }

    /// `fig-hist`; also the name of its file.
    package var anchor: String
    package var number: Int
    package var caption: [Phrase]
    /// What the picture shows, in one or two sentences; never empty.
    package var alt: String
    /// What a reader who cannot see the picture needs beyond `alt`, and the numbers behind it; empty when there is
    /// nothing.
    package var longDescription: [Block]
    /// The size in CSS pixels; the images have twice as many.
    package var width: Int
    package var height: Int
    /// One image a theme, the dark one last.
    package var images: [Image]
    /// Like the first image, in the formats asked for.
    package var documents: [Document]

    package init(
      anchor: String, number: Int, caption: [Phrase], alt: String, longDescription: [Block] = [], width: Int,
      height: Int, images: [Image], documents: [Document] = []
    ) {
      self.anchor = anchor
      self.number = number
      self.caption = caption
      self.alt = alt
      self.longDescription = longDescription
      self.width = width
      self.height = height
      self.images = images
      self.documents = documents
    }

    /// What the long description stands folded under: `Description and data of Figure 3`.
    var descriptionTitle: String {
      let hasData = longDescription.contains { if case .table = $0 { true } else { false } }
      return "Description\(hasData ? " and data" : "") of Figure \(number)"
    }
  }
}
