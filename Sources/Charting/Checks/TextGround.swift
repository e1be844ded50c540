/// What a text of a scene stands on: its own halo, the fill or image below it, else the background.
struct TextGround {
  /// What was drawn before, in the order in which it was drawn.
  private var fills: [(shape: Shape, color: Color)] = []
  private let background: Color

  private enum Shape {
    case rect(Rect)
    case image(RasterImage)
  }

  init(background: Color) { self.background = background }

  /// The primitives of a scene in the order in which they are drawn, none within another, and what each is cut to.
  static func flattened(_ primitives: [Primitive], clip: Rect? = nil) -> [(primitive: Primitive, clip: Rect?)] {
    primitives.flatMap { (primitive) -> [(primitive: Primitive, clip: Rect?)] in
      guard case .group(let inner, let members) = primitive else { return [(primitive, clip)] }
      guard let inner, let clip else { return flattened(members, clip: inner ?? clip) }
      return clip.intersection(inner).map { flattened(members, clip: $0) } ?? []
    }
  }

  mutating func add(_ primitive: Primitive, clip: Rect?) {
    switch primitive {
    case .path(let path, fill: let color?, stroke: _):
      for rect in path.rectangles {
        if let visible = clip.map(rect.intersection) ?? rect { fills.append((.rect(visible), color)) }
      }
    case .image(let image): fills.append((.image(image), .black))
    default: break
    }
  }

  /// - Parameter box: of the letters.
  func color(below run: TextRun, in box: Rect) -> Color {
    if let halo = run.halo { return halo.color.over(background) }
    let middle = Point(box.midX, box.midY)
    return fills.reduce(background) { ground, fill in
      switch fill.shape {
      case .rect(let rect): rect.contains(box) ? fill.color.over(ground) : ground
      case .image(let image): image.color(at: middle)?.over(ground) ?? ground
      }
    }
  }
}

extension Path {
  /// The parts of the path that are upright rectangles.
  fileprivate var rectangles: [Rect] {
    var rectangles: [Rect] = []
    var corners: [Point] = []
    for element in elements {
      switch element {
      case .move(let p): corners = [p]
      case .line(let p): corners.append(p)
      case .curve: corners = []
      case .close:
        let (xs, ys) = (Set(corners.map(\.x)), Set(corners.map(\.y)))
        if corners.count == 4, xs.count == 2, ys.count == 2, let left = xs.min(), let right = xs.max(),
          let top = ys.min(), let foot = ys.max()
        {
          rectangles.append(Rect(minX: left, minY: top, maxX: right, maxY: foot))
        }
        corners = []
      }
    }
    return rectangles
  }
}

extension RasterImage {
  /// The colour of the cell at a place; `nil` outside.
  fileprivate func color(at p: Point) -> Color? {
    guard rect.contains(p), rect.width > 0, rect.height > 0 else { return nil }
    let column = min(width - 1, Int((p.x - rect.minX) / rect.width * Double(width)))
    let row = min(height - 1, Int((p.y - rect.minY) / rect.height * Double(height)))
    let start = 4 * (row * width + column)
    return Color(
      red: pixels[start], green: pixels[start + 1], blue: pixels[start + 2], alpha: Double(pixels[start + 3]) / 255)
  }
}
