internal import Wording

/// Writes primitives as SVG elements, one a line.
struct SVGWriter {
  let text: TextMeasurer
  var lines: [String] = []
  /// What later elements refer to, by its text, with its id.
  private var definitions: [String: String] = [:]

  init(text: TextMeasurer) { self.text = text }

  mutating func write(_ primitives: [Primitive]) {
    for primitive in primitives {
      switch primitive {
      case .path(let path, let fill, let stroke): write(path, fill: fill, stroke: stroke)
      case .text(let run): write(run)
      case .symbols(let stamps): write(stamps)
      case .image(let image): write(image)
      case .group(let clip, let members): write(members, clip: clip)
      }
    }
  }

  /// The id of a definition, written at its first use.
  private mutating func id(_ letter: String, of definition: String, _ element: (String) -> String) -> String {
    if let known = definitions[letter + definition] { return known }
    let id = "\(letter)\(definitions.count)"
    definitions[letter + definition] = id
    lines.append("<defs>" + element(id) + "</defs>")
    return id
  }

  private mutating func write(_ path: Path, fill: Color?, stroke: Stroke?) {
    let data = SVGNumber.data(path)
    guard !data.isEmpty else { return }
    lines.append("<path d=\"\(data)\"\(Self.fill(fill))\(stroke.map(Self.stroke) ?? "")/>")
  }

  private mutating func write(_ members: [Primitive], clip: Rect?) {
    guard let clip else { return write(members) }
    let rect = Self.place(clip)
    let id = id("c", of: rect) { "<clipPath id=\"\($0)\"><rect\(rect)/></clipPath>" }
    lines.append("<g clip-path=\"url(#\(id))\">")
    write(members)
    lines.append("</g>")
  }

  /// The letters' outlines, the rim beneath them.
  private mutating func write(_ run: TextRun) {
    let line = text.line(run.text, run.style)
    let data = SVGNumber.data(line.outline(from: line.extents.start(of: run)))
    guard !data.isEmpty else { return }
    var transform = "translate(\(SVGNumber.text(run.position.x)) \(SVGNumber.text(run.position.y)))"
    if run.angle != 0 { transform += " rotate(\(SVGNumber.text(run.angle)))" }
    let rim = run.halo.map {
      Self.stroke(Stroke($0.color, width: 2 * $0.width, cap: .round)) + " paint-order=\"stroke\""
    }
    lines.append("<path transform=\"\(transform)\" d=\"\(data)\"\(Self.fill(run.color))\(rim ?? "")/>")
  }

  /// The symbol once, and a reference to it at every point.
  private mutating func write(_ stamps: SymbolStamps) {
    let data = SVGNumber.data(stamps.symbol.path(center: .zero, size: stamps.size), places: 3)
    let id = id("s", of: data) { "<path id=\"\($0)\" d=\"\(data)\"/>" }
    let shared = stamps.color(at: 0)
    let rim = stamps.outline.map { Self.stroke($0) + " paint-order=\"stroke\"" } ?? ""
    lines.append("<g\(Self.fill(shared))\(rim)>")
    for (index, point) in stamps.points.enumerated() where point.isFinite {
      let color = stamps.color(at: index)
      let own = color == shared ? "" : Self.fill(color)
      lines.append(
        "<use xlink:href=\"#\(id)\" x=\"\(SVGNumber.text(point.x))\" y=\"\(SVGNumber.text(point.y))\"\(own)/>")
    }
    lines.append("</g>")
  }

  private mutating func write(_ image: RasterImage) {
    guard image.rect.area > 0 else { return }
    let file = PNGImage(width: image.width, height: image.height, pixels: image.pixels).encoded()
    let rendering = image.smooth ? "" : " style=\"image-rendering:pixelated\""
    lines.append(
      "<image\(Self.place(image.rect)) preserveAspectRatio=\"none\"\(rendering) "
        + "xlink:href=\"data:image/png;base64,\(base64(file))\"/>")
  }

  // MARK: Attributes

  private static func place(_ r: Rect) -> String {
    let numbers = [r.x, r.y, r.width, r.height].map { SVGNumber.text($0) }
    return " x=\"\(numbers[0])\" y=\"\(numbers[1])\" width=\"\(numbers[2])\" height=\"\(numbers[3])\""
  }

  /// Always there, as without it shapes are filled in black.
  static func fill(_ color: Color?) -> String {
    guard let color else { return " fill=\"none\"" }
    return " fill=\"\(color.hex)\"" + (color.alpha < 1 ? " fill-opacity=\"\(SVGNumber.text(color.alpha))\"" : "")
  }

  private static func stroke(_ stroke: Stroke) -> String {
    guard stroke.width > 0 else { return "" }
    var text = " stroke=\"\(stroke.color.hex)\""
    if stroke.color.alpha < 1 { text += " stroke-opacity=\"\(SVGNumber.text(stroke.color.alpha))\"" }
    if stroke.width != 1 { text += " stroke-width=\"\(SVGNumber.text(stroke.width))\"" }
    let hasDashes = stroke.dash.allSatisfy { $0 >= 0 && $0.isFinite } && stroke.dash.contains { $0 > 0 }
    if hasDashes { text += " stroke-dasharray=\"\(stroke.dash.map { SVGNumber.text($0) }.joined(separator: " "))\"" }
    if stroke.cap != .butt { text += " stroke-linecap=\"\(stroke.cap.rawValue)\"" }
    if stroke.join != .miter { text += " stroke-linejoin=\"\(stroke.join.rawValue)\"" }
    return text
  }

  /// Text between tags; characters that XML forbids are left out.
  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\t", "\n", "\r": result += " "
      case "\u{0}"..<" ", "\u{FFFE}", "\u{FFFF}": break
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
