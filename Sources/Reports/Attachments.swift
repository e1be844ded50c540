extension Report {
  /// A file that a cell writes beside the report: rows as CSV, a fit as JSON.
  package struct Attachment: Sendable, Hashable {
    /// Relative to the report's own folder: `labels.csv`.
    package var name: String
    package var contents: [UInt8]

    package init(name: String, contents: [UInt8]) {
      self.name = name
      self.contents = contents
    }
  }

  /// The attachments as files, in the folder that also holds the figures: `faithful/labels.csv`.
  package var attachmentFiles: [RenderedReport.File] {
    attachments.map { RenderedReport.File(path: "\(name)/\($0.name)", contents: $0.contents) }
  }

  /// The address by which the report of this name links to an attachment.
  package static func address(of attachment: String, inReport name: String) -> String {
    let unreserved = Set("-._~/".utf8)
    let hexadecimal = Array("0123456789ABCDEF")
    return "\(name)/\(attachment)".utf8.reduce(into: "") { address, byte in
      let character = Character(UnicodeScalar(byte))
      if unreserved.contains(byte) || (byte < 0x80 && (character.isLetter || character.isNumber)) {
        address.append(character)
      } else {
        address += "%" + String(hexadecimal[Int(byte >> 4)]) + String(hexadecimal[Int(byte & 15)])
      }
    }
  }
}
