/// What stands between `\begin{name}` and `\end{name}`: rows of cells and how they are set.
struct Environment: Sendable {
  enum Kind: Sendable, Hashable {
    /// Cells centred, between the delimiters.
    case matrix(open: String, close: String)
    /// Columns as specified: `{lcr}`.
    case array
    case cases
    /// Columns right- and left-aligned in turns, each cell in display style.
    case aligned
    case gathered
  }

  static let all: [(name: String, kind: Kind)] = [
    ("matrix", .matrix(open: "", close: "")), ("pmatrix", .matrix(open: "(", close: ")")),
    ("bmatrix", .matrix(open: "[", close: "]")), ("Bmatrix", .matrix(open: "{", close: "}")),
    ("vmatrix", .matrix(open: "|", close: "|")), ("Vmatrix", .matrix(open: "‖", close: "‖")),
    ("array", .array), ("cases", .cases), ("aligned", .aligned),
    ("align", .aligned), ("align*", .aligned), ("split", .aligned), ("gathered", .gathered),
    ("gather", .gathered), ("gather*", .gathered), ("equation", .gathered), ("equation*", .gathered),
  ]

  static let named = Dictionary(all.map { ($0.name, $0.kind) }, uniquingKeysWith: { first, _ in first })
}
