internal import Wording

/// The YAML that opens a notebook.
struct FrontMatterReader {
  private(set) var frontMatter = FrontMatter()
  private(set) var mistakes: [Diagnostic] = []
  /// The first line after the front matter, from 0.
  private(set) var firstLine = 0

  private static let keys = [
    "title", "subtitle", "author", "date", "lang", "description", "params", "seed", "theme", "formats", "figures",
    "bibliography",
  ]

  init(_ source: SourceText) {
    guard Self.isRule("---", source, line: 0) else { return }
    let end = (1..<max(source.lineCount, 1)).first {
      Self.isRule("---", source, line: $0) || Self.isRule("...", source, line: $0)
    }
    guard let end else {
      mistakes.append(
        .error(
          "the front matter is not closed", at: source.location(of: 0), hint: "end it with '---' on a line of its own"))
      firstLine = source.lineCount
      return
    }
    firstLine = end + 1
    let yaml = YAMLReader(source, lines: 1..<end)
    mistakes += yaml.mistakes
    switch yaml.root {
    case .mapping(let entries, _): for entry in entries { read(entry) }
    case .some(let other): mistakes.append(.error("expected 'key: value'", at: other.location))
    case nil: break
    }
  }

  private static func isRule(_ rule: StaticString, _ source: SourceText, line: Int) -> Bool {
    let range = source.range(ofLine: line)
    return source.starts(with: rule, at: range.lowerBound)
      && source.bytes[range].dropFirst(3).allSatisfy(ASCII.isBlank)
  }

  private mutating func read(_ entry: OptionNode.Entry) {
    if case .scalar(let scalar) = entry.value, scalar.text.isEmpty, !scalar.isQuoted { return }
    switch entry.key.value {
    case "title": frontMatter.title = inlines(entry)
    case "subtitle": frontMatter.subtitle = inlines(entry)
    case "author": frontMatter.author = text(entry)?.value
    case "date": frontMatter.date = text(entry)?.value
    case "lang": frontMatter.language = text(entry)?.value
    case "description": frontMatter.description = text(entry)?.value
    case "params": frontMatter.parameters = parameters(entry)
    case "seed": frontMatter.seed = seed(entry)
    case "theme": frontMatter.theme = text(entry)
    case "formats": frontMatter.formats = texts(entry)
    case "figures": frontMatter.figures = texts(entry)
    case "bibliography": frontMatter.bibliography = text(entry)
    default:
      let meant = nearestName(to: entry.key.value, in: Self.keys)
      mistakes.append(
        .error(
          "unknown key '\(entry.key.value)' in the front matter", at: entry.key.location,
          hint: meant.map { "did you mean '\($0)'?" } ?? "it takes \(joined(Self.keys))"))
    }
  }

  private mutating func scalar(_ node: OptionNode, of key: String) -> OptionNode.Scalar? {
    if case .scalar(let scalar) = node { return scalar }
    mistakes.append(.error("'\(key)' is text, not a \(node.kindName)", at: node.location, hint: "put it in quotes"))
    return nil
  }

  private mutating func text(_ entry: OptionNode.Entry) -> Located<String>? {
    scalar(entry.value, of: entry.key.value).map { Located($0.text, at: $0.location) }
  }

  private mutating func texts(_ entry: OptionNode.Entry) -> [Located<String>] {
    guard case .list(let items, _) = entry.value else { return text(entry).map { [$0] } ?? [] }
    return items.compactMap { item in
      scalar(item, of: "an item of \(entry.key.value)").map { Located($0.text, at: $0.location) }
    }
  }

  private mutating func inlines(_ entry: OptionNode.Entry) -> [Inline] {
    guard let scalar = scalar(entry.value, of: entry.key.value) else { return [] }
    do {
      return try [Inline](parsingInline: scalar.text, at: scalar.location)
    } catch {
      mistakes += error.all
      return []
    }
  }

  private mutating func seed(_ entry: OptionNode.Entry) -> Located<UInt64>? {
    guard case .scalar(let scalar) = entry.value, let seed = UInt64(scalar.text), scalar.text.first != "+" else {
      mistakes.append(
        .error("'seed' is a whole number from 0 to 18446744073709551615", at: entry.value.location))
      return nil
    }
    return Located(seed, at: scalar.location)
  }

  private mutating func parameters(_ entry: OptionNode.Entry) -> [FrontMatter.Parameter] {
    guard case .mapping(let entries, _) = entry.value else {
      mistakes.append(
        .error("'params' maps names to values", at: entry.value.location, hint: "write params: {k: 2}"))
      return []
    }
    return entries.map { entry in
      let name = entry.key.value
      let isName = name.utf8.allSatisfy { ASCII.isNamePart($0) && $0 != UInt8(ascii: "-") }
      if !isName || name.utf8.first.map(ASCII.isDigit) ?? true {
        mistakes.append(
          .error(
            "'\(name)' is no name for a parameter", at: entry.key.location,
            hint: "a name holds letters, digits and '_' and begins with no digit"))
      }
      return FrontMatter.Parameter(name: name, value: entry.value)
    }
  }
}

extension OptionNode {
  /// What people call this kind of value.
  fileprivate var kindName: String {
    switch self {
    case .scalar: "text"
    case .list: "list"
    case .mapping: "mapping"
    }
  }
}
