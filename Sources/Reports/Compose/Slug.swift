internal import Notebooks

/// Anchors for headings, made of their text as GitHub makes them, each given once.
struct Slugs {
  private var taken: Set<String>

  /// - Parameter taken: anchors that other parts of the report have.
  init(taken: Set<String>) { self.taken = taken }

  /// `What the data say` becomes `what-the-data-say`, the second time `what-the-data-say-1`.
  mutating func anchor(for heading: [Inline]) -> String {
    let slug = Self.slug(heading)
    let base = slug.isEmpty ? "section" : slug
    var anchor = base
    var count = 0
    while !taken.insert(anchor).inserted {
      count += 1
      anchor = "\(base)-\(count)"
    }
    return anchor
  }

  /// Letters, digits, hyphens and underscores of the text in lower case, with a hyphen for each space. Values are left
  /// out, as an anchor must not change with the results.
  private static func slug(_ heading: [Inline]) -> String {
    var slug = ""
    for case .text(let text) in heading.withDescendants.map(\.asText) {
      for character in text.lowercased() {
        if character.isLetter || character.isNumber || character == "-" || character == "_" {
          slug.append(character)
        } else if character == " " {
          slug.append("-")
        }
      }
    }
    return slug
  }
}

extension Inline {
  /// Code and breaks as the text that they read as.
  fileprivate var asText: Inline {
    switch self {
    case .code(let code): .text(code)
    case .softBreak, .lineBreak: .text(" ")
    default: self
    }
  }
}
