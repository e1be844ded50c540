import Notebooks
import Testing

/// Ours, not that of Swift Testing.
typealias SourceLocation = Notebooks.SourceLocation

/// A source text in which `⟦1⟧`, `⟦2⟧`, … mark the places of expected diagnostics, in their order.
struct MarkedSource {
  var text = ""
  var places: [SourceLocation] = []

  init(_ marked: String) {
    var location = SourceLocation(line: 1, column: 1)
    var rest = Substring(marked)
    while let character = rest.first {
      if character == "⟦" {
        rest = rest.drop { $0 != "⟧" }.dropFirst()
        places.append(location)
        continue
      }
      text.append(character)
      rest.removeFirst()
      location =
        character.isNewline
        ? SourceLocation(line: location.line + 1, column: 1)
        : SourceLocation(line: location.line, column: location.column + 1)
    }
  }
}

/// What parsing tells about a text: places, and messages with their hints.
struct Told: Equatable {
  var places: [SourceLocation]
  var messages: [String]

  init(places: [SourceLocation], messages: [String]) {
    self.places = places
    self.messages = messages
  }

  init(parsing text: String) {
    do {
      _ = try Notebook(parsing: text, path: "n.md")
      self.init(places: [], messages: [])
    } catch {
      self.init(
        places: error.all.compactMap(\.location),
        messages: error.all.map { $0.message + ($0.hint.map { "; \($0)" } ?? "") })
    }
  }
}

/// A text with marks and what must be told about it.
struct Mistake: CustomTestStringConvertible, Sendable {
  var source: String
  var messages: [String]

  init(_ source: String, _ messages: String...) {
    self.source = source
    self.messages = messages
  }

  var testDescription: String { source }
  var expected: Told { Told(places: MarkedSource(source).places, messages: messages) }
  var told: Told { Told(parsing: MarkedSource(source).text) }
}
