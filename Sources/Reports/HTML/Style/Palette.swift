/// The colours of a page in one theme. Both are designed for themselves and share their ground with the charts.
package struct Palette: Sendable, Hashable {
  /// The page itself, the same as behind a chart.
  package var page: String
  /// Behind code.
  package var surface: String
  /// Hairlines; nothing is read by them alone.
  package var hairline: String
  package var ink: String
  /// Captions, bylines and what else stands back.
  package var muted: String
  package var link: String
  package var note: String
  package var tip: String
  package var important: String
  package var warning: String
  package var caution: String
  /// Definitions, theorems, proofs and examples.
  package var statement: String
  /// Components of mixtures as charts draw them; from the seventh on the colours start over.
  package var components: [String]
  /// The same where they are text.
  package var componentTexts: [String]

  package static let light = Palette(
    page: "#FFFFFF", surface: "#F4F5F7", hairline: "#DDE0E4", ink: "#1B1F24", muted: "#5B6470", link: "#2F4B8F",
    note: "#2F4B8F", tip: "#0D5C4D", important: "#6B2F8A", warning: "#7D3E05", caution: "#98191B",
    statement: "#3F4852",
    components: ["#2F4B8F", "#DF6A10", "#15806A", "#C44FB5", "#74440A", "#1E96F0"],
    componentTexts: ["#2F4B8F", "#B85408", "#15806A", "#A83C9A", "#74440A", "#0B74C8"])

  package static let dark = Palette(
    page: "#16191D", surface: "#1F242A", hairline: "#343A42", ink: "#ECEEF1", muted: "#A3ABB6", link: "#8FBAFF",
    note: "#8FBAFF", tip: "#5BDDB9", important: "#D3AEFF", warning: "#FFB066", caution: "#FF9E9E",
    statement: "#BFC7D1", components: darkComponents, componentTexts: darkComponents)

  private static let darkComponents = ["#3FA0F5", "#FFB066", "#4AE6BE", "#EE5A9E", "#B09D20", "#BCCBF2"]

  /// The name of each colour in the style sheet, and its value.
  package var roles: [(name: String, color: String)] {
    [
      ("page", page), ("surface", surface), ("hairline", hairline), ("ink", ink), ("muted", muted), ("link", link),
      ("note", note), ("tip", tip), ("important", important), ("warning", warning), ("caution", caution),
      ("statement", statement),
    ]
  }

  /// The palette as custom properties of the page.
  ///
  /// - Parameter components: those of a mixture that the page speaks of, counted from 0.
  func rule(components: Set<Int>) -> String {
    let tones = components.sorted().flatMap { k in
      [
        ("component-\(k + 1)", self.components[k % self.components.count]),
        ("component-\(k + 1)-text", componentTexts[k % componentTexts.count]),
      ]
    }
    return ":root { " + (roles + tones).map { "--\($0.0): \($0.1);" }.joined(separator: " ") + " }"
  }
}
