import Foundation

/// A page taken apart: its text with every `data:` address cut out, and what the addresses hold.
struct EmbeddedData {
  struct Part {
    var mediaType: String
    var bytes: [UInt8]
  }

  /// The page with `data:…` in place of every address.
  private(set) var text = ""
  private(set) var parts: [Part] = []

  init(page: String) {
    var rest = page[...]
    while let start = rest.range(of: "data:"), let comma = rest[start.upperBound...].range(of: ";base64,") {
      let mediaType = rest[start.upperBound..<comma.lowerBound]
      // Text that merely speaks of data: is left alone.
      guard mediaType.count < 40, !mediaType.contains(where: \.isWhitespace) else {
        text += rest[..<start.upperBound]
        rest = rest[start.upperBound...]
        continue
      }
      let encoded = rest[comma.upperBound...].prefix {
        $0.isASCII && ($0.isLetter || $0.isNumber || "+/=".contains($0))
      }
      text += rest[..<start.upperBound] + "…"
      parts.append(Part(mediaType: String(mediaType), bytes: [UInt8](Data(base64Encoded: String(encoded)) ?? Data())))
      rest = rest[encoded.endIndex...]
    }
    text += rest
  }
}
