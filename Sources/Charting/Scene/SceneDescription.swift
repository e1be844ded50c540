extension Scene: CustomStringConvertible {
  /// The scene as text: one primitive a line, lengths in CSS pixels rounded to 0.01, what a group holds indented.
  ///
  /// Equal scenes give equal texts, and a change of one mark changes one line, so this is what tests compare.
  package var description: String {
    var writer = SceneWriter()
    writer.lines.append("scene \(round(size.width)) × \(round(size.height)) \(colour(background))")
    writer.write(primitives, depth: 0)
    return writer.lines.joined(separator: "\n") + "\n"
  }
}

private struct SceneWriter {
  var lines: [String] = []

  mutating func write(_ primitives: [Primitive], depth: Int) {
    let margin = String(repeating: "  ", count: depth)
    for primitive in primitives {
      switch primitive {
      case .path(let path, let fill, let stroke):
        let paint = [fill.map { "fill \(colour($0))" }, stroke.map(describe)].compactMap(\.self)
        lines.append(margin + (["path"] + paint + [describe(path)]).joined(separator: " "))
      case .text(let run): lines.append(margin + describe(run))
      case .symbols(let stamps): lines += describe(stamps).map { margin + $0 }
      case .image(let image): lines.append(margin + describe(image))
      case .group(let clip, let children):
        lines.append(margin + "group" + (clip.map { " clip \(describe($0))" } ?? ""))
        write(children, depth: depth + 1)
      }
    }
  }

  private func describe(_ path: Path) -> String {
    path.elements.map { element in
      switch element {
      case .move(let p): "M \(point(p))"
      case .line(let p): "L \(point(p))"
      case .curve(let a, let b, let p): "C \(point(a)) \(point(b)) \(point(p))"
      case .close: "Z"
      }
    }.joined(separator: " ")
  }

  private func describe(_ stroke: Stroke) -> String {
    var text = "stroke \(colour(stroke.color)) \(round(stroke.width))"
    if !stroke.dash.isEmpty { text += " dash \(stroke.dash.map(round).joined(separator: "-"))" }
    if stroke.cap != .butt { text += " cap \(stroke.cap.rawValue)" }
    if stroke.join != .round { text += " join \(stroke.join.rawValue)" }
    return text
  }

  private func describe(_ run: TextRun) -> String {
    var text = "text \(point(run.position)) \(run.anchor.rawValue) \(run.baseline.rawValue)"
    text += " \(round(run.style.size))/\(run.style.weight.rawValue)"
    if run.style.italic { text += " italic" }
    if run.style.tabularFigures { text += " tabular" }
    text += " \(colour(run.color))"
    if run.angle != 0 { text += " turn \(round(run.angle))" }
    if let halo = run.halo { text += " halo \(colour(halo.color)) \(round(halo.width))" }
    return text + " " + run.text.description
  }

  /// A heading line, then one line a point.
  private func describe(_ stamps: SymbolStamps) -> [String] {
    var heading = "symbols \(stamps.symbol.rawValue) \(round(stamps.size)) × \(stamps.points.count)"
    if stamps.colors.count == 1 { heading += " fill \(colour(stamps.colors[0]))" }
    if let outline = stamps.outline { heading += " " + describe(outline) }
    return [heading]
      + stamps.points.enumerated().map { index, p in
        let own = stamps.colors.count > 1 ? stamps.color(at: index).map { " " + colour($0) } ?? "" : ""
        return "  \(point(p))\(own)"
      }
  }

  /// The pixels appear as a checksum (FNV-1a, 64 bits).
  private func describe(_ image: RasterImage) -> String {
    let checksum = image.pixels.reduce(0xCBF2_9CE4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    let smooth = image.smooth ? " smooth" : ""
    return "image \(describe(image.rect)) cells \(image.width) × \(image.height)\(smooth) "
      + "checksum \(String(checksum, radix: 16))"
  }

  private func describe(_ r: Rect) -> String { "\(round(r.x)),\(round(r.y)) \(round(r.width)) × \(round(r.height))" }
}

private func point(_ p: Point) -> String { "\(round(p.x)),\(round(p.y))" }

private func colour(_ color: Color) -> String { color.alpha == 1 ? color.hex : "\(color.hex)@\(round(color.alpha))" }

/// A number rounded to hundredths, without trailing zeros and never `-0`.
private func round(_ value: Double) -> String {
  guard value.isFinite, abs(value) < 1e15 else { return "\(value)" }
  let hundredths = Int((value * 100).rounded())
  let (whole, part) = abs(hundredths).quotientAndRemainder(dividingBy: 100)
  let fraction = part == 0 ? "" : part % 10 == 0 ? ".\(part / 10)" : part < 10 ? ".0\(part)" : ".\(part)"
  return (hundredths < 0 ? "-" : "") + "\(whole)\(fraction)"
}

extension RichText: CustomStringConvertible {
  /// Quoted, with `^{…}`, `_{…}` and `/…/` around raised, lowered and slanted parts.
  package var description: String {
    "\""
      + spans.map { span in
        let text = span.italic ? "/\(span.text)/" : span.text
        switch span.script {
        case .normal: return text
        case .superscript: return "^{\(text)}"
        case .subscript: return "_{\(text)}"
        }
      }.joined() + "\""
  }
}
