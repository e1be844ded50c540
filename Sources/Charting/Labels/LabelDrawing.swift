extension PlacedLabel {
  /// The lines of the label with a halo in the colour of the background, after its leader.
  func primitives(_ theme: Theme, _ measurer: TextMeasurer) -> [Primitive] {
    let color = theme.textColor(request.paint)
    var result: [Primitive] = []
    if let leader { result += Self.drawn(leader, arrow: request.arrow, color) }
    let ascent = measurer.extents(of: "H", style: request.style).ascent
    for (index, line) in request.label.lines.enumerated() {
      let baseline = rect.minY + ascent + Double(index) * Style.labelLeading
      // Lines of a name of several lines are centred on each other, a single one fills its rectangle anyway.
      result.append(
        .text(
          TextRun(
            RichText(line), at: Point(rect.midX, baseline), style: request.style, color: color, anchor: .middle,
            halo: .init(theme.background, width: request.light ? 2 : Style.haloWidth), role: .label)))
    }
    return result
  }

  private static func drawn(_ leader: Leader, arrow: Bool, _ color: Color) -> [Primitive] {
    let length = leader.from.distance(to: leader.to)
    guard arrow, length > 10 else { return [.stroke(.line(leader.from, leader.to), Stroke(color, width: 1))] }
    let along = (leader.to - leader.from) * (1 / length)
    let across = Point(-along.y, along.x)
    // The tip stops short of what it points at.
    let tip = leader.to - along * 3
    let foot = tip - along * 7
    let head = Path.polyline([tip, foot + across * 3, foot - across * 3], closed: true)
    return [.stroke(.line(leader.from + along * 2, foot), Stroke(color, width: 1)), .fill(head, color)]
  }
}
