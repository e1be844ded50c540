/// The colours behind the roles of a chart.
///
/// Components 1–6 keep a CAM02-UCS difference of at least 12 to each other under normal, deutan, protan and tritan
/// vision and a contrast of 3 to the background; from the seventh on the colours repeat with another `Symbol`.
package struct Theme: Sendable, Hashable {
  package var name: String
  package var background: Color
  package var ink: Color
  package var muted: Color
  package var axis: Color
  package var grid: Color
  package var neutral: Color
  package var components: [Color]
  /// The components' colours where they are text: contrast of 4.5 to the background.
  package var componentTexts: [Color]
  /// From the first of an order to the last; other numbers of steps are mixed from these.
  package var ordered: [Color]
  /// From low, near the background, to high.
  package var sequential: [Color]
  package var diverging: [Color]
  /// What the widths of lines, rings and dashes are multiplied by; text keeps its size.
  package var lineScale = 1.0

  /// The colour of a fill or line.
  package func color(_ paint: Paint) -> Color { opaque(paint.role).opacity(paint.opacity) }

  /// The colour of text that names what has this paint: always opaque, contrast of 4.5 to the background or more.
  package func textColor(_ paint: Paint) -> Color {
    if case .component(let index) = paint.role { return componentTexts[cycling: index] }
    let color = opaque(paint.role)
    let steps = stride(from: 0, through: 1, by: 0.05)
    return steps.lazy.map { color.mixed(with: ink, fraction: $0) }.first { $0.contrast(with: background) >= 4.5 } ?? ink
  }

  private func opaque(_ role: Paint.Role) -> Color {
    switch role {
    case .component(let index): components[cycling: index]
    case .ordered(let index, let count):
      Self.color(at: count > 1 ? Double(index) / Double(count - 1) : 0.5, of: ordered)
    case .ink: ink
    case .muted: muted
    case .neutral: neutral
    case .axis: axis
    case .grid: grid
    case .background: background
    case .sequential(let position): Self.color(at: position, of: sequential)
    case .diverging(let position): Self.color(at: (position + 1) / 2, of: diverging)
    case .blend(let weights):
      Color.mixture(weights.indices.map { components[cycling: $0] }, weights: weights)
    }
  }

  /// The colour at 0…1 of evenly spaced stops; positions outside take the nearer end.
  private static func color(at position: Double, of stops: [Color]) -> Color {
    let place = position.clamped(0, 1) * Double(stops.count - 1)
    let index = min(Int(place), stops.count - 2)
    return stops[index].mixed(with: stops[index + 1], fraction: place - Double(index))
  }
}

extension Theme: CustomStringConvertible {
  package var description: String { name }
}

extension Array {
  /// The element at an index that starts over after the last.
  fileprivate subscript(cycling index: Int) -> Element { self[((index % count) + count) % count] }
}
