/// Markdown in which every lift is replaced by a placeholder, and the way back.
///
/// A placeholder is the lift's index between two private-use characters: to cmark, a word.
struct MaskedText {
  private static let opening: [UInt8] = [0xEE, 0x80, 0x80]
  private static let closing: [UInt8] = [0xEE, 0x80, 0x81]
  private static let openingScalar: Unicode.Scalar = "\u{E000}"
  private static let closingScalar: Unicode.Scalar = "\u{E001}"

  let source: SourceText
  private(set) var bytes: [UInt8] = []
  private(set) var lifts: [Lift] = []
  private var lineStarts: [Int] = [0]
  /// How many blocks at the beginning are not in the source.
  private(set) var leadingBlocks = 0
  /// Pairs of offsets from which masked and source text run in step.
  private var steps: [(masked: Int, source: Int)] = []

  /// - Parameters:
  ///   - lifts: in order, not overlapping.
  ///   - start: the first byte of the Markdown.
  ///   - isParagraph: whether all of it is one paragraph, whatever its lines look like.
  ///   - mentions: what makes cmark keep every footnote.
  init(
    _ source: SourceText, lifts: [Lift], from start: Int, isParagraph: Bool = false, mentions: FootnoteMentions? = nil
  ) {
    self.source = source
    steps = [(0, start)]
    if let mentions {
      bytes = mentions.bytes
      for index in bytes.indices where bytes[index] == ASCII.newline { lineStarts.append(index + 1) }
      steps.append((bytes.count, start))
      leadingBlocks = mentions.labels.count
    }
    bytes.reserveCapacity(source.bytes.count - start)
    if isParagraph { add(Lift(content: .verbatim, range: start..<start)) }
    var position = start
    for lift in lifts {
      copy(position..<lift.range.lowerBound, isParagraph: isParagraph)
      add(lift)
      position = lift.range.upperBound
    }
    copy(position..<source.bytes.count, isParagraph: isParagraph)
  }

  private mutating func copy(_ range: Range<Int>, isParagraph: Bool) {
    var offset = range.lowerBound
    while offset < range.upperBound {
      let byte = source.bytes[offset]
      if byte == Self.opening[0], source.bytes[offset..<range.upperBound].starts(with: Self.opening) {
        add(Lift(content: .verbatim, range: offset..<offset + Self.opening.count))
        offset += Self.opening.count
        continue
      }
      bytes.append(byte == ASCII.newline && isParagraph ? ASCII.space : byte)
      if bytes.last == ASCII.newline { lineStarts.append(bytes.count) }
      offset += 1
    }
  }

  private mutating func add(_ lift: Lift) {
    bytes += Self.opening + Array(String(lifts.count).utf8) + Self.closing
    lifts.append(lift)
    steps.append((bytes.count, lift.range.upperBound))
  }

  /// The place in the source of a byte of a masked line.
  func sourceOffset(line: Int, column: Int) -> Int {
    let offset = lineStarts[min(max(line, 0), lineStarts.count - 1)] + column
    var (low, high) = (0, steps.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if steps[middle].masked <= offset { low = middle } else { high = middle }
    }
    return min(steps[low].source + offset - steps[low].masked, source.bytes.count)
  }

  /// The source line that a masked line begins in.
  func sourceLine(_ line: Int) -> Int {
    line < lineStarts.count ? source.line(containing: sourceOffset(line: line, column: 0)) : source.lineCount
  }

  enum Piece {
    case text(String)
    case lift(Lift)
  }

  /// Splits what cmark gives back at its placeholders.
  func pieces(of text: String) -> [Piece] {
    guard text.unicodeScalars.contains(Self.openingScalar) else { return [.text(text)] }
    var pieces: [Piece] = []
    var rest = Substring(text).unicodeScalars
    while let start = rest.firstIndex(of: Self.openingScalar) {
      if start > rest.startIndex { pieces.append(.text(String(rest[..<start]))) }
      let end = rest[start...].firstIndex(of: Self.closingScalar) ?? rest.endIndex
      let digits = Substring(rest[rest.index(after: start)..<end])
      if let index = Int(digits), lifts.indices.contains(index) {
        pieces.append(.lift(lifts[index]))
      }
      rest = rest[end...].dropFirst()
    }
    if !rest.isEmpty { pieces.append(.text(String(rest))) }
    return pieces
  }

  /// The text with every lift as it was written: what code, HTML and addresses hold.
  func restored(_ text: String) -> String {
    pieces(of: text).map { piece in
      switch piece {
      case .text(let text): text
      case .lift(let lift): source.text(lift.range)
      }
    }.joined()
  }
}
