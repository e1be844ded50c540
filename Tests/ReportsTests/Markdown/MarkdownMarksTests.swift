import ReportChecks
import Reports
import Testing

/// Forms of text are read as meant whatever they hold and stand beside.
struct MarkdownMarksTests {
  @Test(arguments: 0..<8) func randomFormsAreReadAsMeant(seed: Int) throws {
    var generator = Numbers(seed: seed)
    for _ in 0..<250 {
      let phrases = Self.phrases(depth: 0, using: &generator)
      let expected = phrases.flatMap { Self.styled($0, []) }
      let node = try #require(try markdown([.paragraph([.text("x")] + phrases + [.text("x")])]).children.first)
      #expect(Array(node.styledText.dropFirst().dropLast()) == expected)
    }
  }

  @Test func plainFormsUseSigns() {
    let text = markdownText([
      .paragraph([
        .text("a "), .emphasis([.text("b")]), .text(", "), .strong([.text("c "), .emphasis([.text("d")])]), .text(" "),
        .strikethrough([.text("e")]), .text("."),
      ])
    ])
    #expect(text == "a *b*, **c _d_** ~~e~~.\n")
  }

  private static func phrases(depth: Int, using generator: inout Numbers) -> [Phrase] {
    let texts = ["a", "b c", "(d)", "*", "_e", "f!", "“g”", "−", "1.", " h", "i "]
    return (0..<Int.random(in: 1...3, using: &generator)).map { _ in
      let choice = depth > 2 ? 0 : Int.random(in: 0...5, using: &generator)
      let text = texts.randomElement(using: &generator) ?? "a"
      return switch choice {
      case 0, 1: .text(text)
      case 2: .emphasis(phrases(depth: depth + 1, using: &generator))
      case 3: .strong(phrases(depth: depth + 1, using: &generator))
      case 4: .strikethrough(phrases(depth: depth + 1, using: &generator))
      default: .code(text)
      }
    }
  }

  private static func styled(_ phrase: Phrase, _ styles: Set<String>) -> [StyledCharacter] {
    switch phrase {
    case .text(let text): text.map { StyledCharacter(character: $0, styles: styles) }
    case .code(let text): text.map { StyledCharacter(character: $0, styles: styles.union(["code"])) }
    case .emphasis(let parts): parts.flatMap { styled($0, styles.union(["em"])) }
    case .strong(let parts): parts.flatMap { styled($0, styles.union(["strong"])) }
    case .strikethrough(let parts): parts.flatMap { styled($0, styles.union(["del"])) }
    default: []
    }
  }
}
