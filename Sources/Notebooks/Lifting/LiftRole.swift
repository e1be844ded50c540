internal import Wording

extension Lifter {
  private static let roles = ["eval"]

  /// `` {eval}`expression` ``
  mutating func liftRole(at offset: Int) -> Int? {
    let nameEnd = source.bytes[offset + 1..<block.upperBound].prefix(while: ASCII.isNamePart).endIndex
    guard nameEnd > offset + 1, source.starts(with: "}`", at: nameEnd), nameEnd + 1 < block.upperBound else {
      return nil
    }
    let name = located(offset + 1..<nameEnd)
    guard let span = codeSpan(at: nameEnd + 1) else {
      let end = nameEnd + 1 + run(of: ASCII.backtick, at: nameEnd + 1)
      return refuse(offset..<end, "the backtick that opens this role's text is not closed", at: nameEnd + 1)
    }
    guard Self.roles.contains(name.value) else {
      let meant = nearestName(to: name.value, in: Self.roles)
      return refuse(
        offset..<span.end, "unknown role '\(name.value)'", at: offset + 1,
        hint: meant.map { "did you mean '\($0)'?" } ?? "the one role is {eval}")
    }
    let body = trimmed(span.content)
    guard !body.value.isEmpty else {
      return refuse(
        offset..<span.end, "{eval} has no expression", at: nameEnd + 1, hint: "write one, as in {eval}`wine.rows`")
    }
    return lift(.role(Role(name: name, body: body)), offset..<span.end)
  }

  /// `{#sec-data}` in a heading.
  mutating func liftHeadingLabel(at offset: Int) -> Int? {
    guard offset + 1 < block.upperBound, source.bytes[offset + 1] == ASCII.hash else { return nil }
    guard let close = source.bytes[offset..<block.upperBound].firstIndex(of: ASCII.closeBrace) else {
      return refuse(offset..<offset + 2, "this label is not closed", hint: "end it with '}'")
    }
    let label = located(offset + 2..<close)
    guard label.value.hasPrefix("sec-"), label.value.utf8.count > 4, label.value.utf8.allSatisfy(ASCII.isNamePart)
    else {
      return refuse(
        offset..<close + 1, "'\(label.value)' is no label of a section", at: offset + 2,
        hint: "it begins with 'sec-' and holds letters, digits, '-' and '_', as in {#sec-data}")
    }
    return lift(.headingLabel(label), offset..<close + 1)
  }
}
