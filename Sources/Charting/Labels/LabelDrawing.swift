extension PlacedLabel {
  /// The lines of the label with a halo in the colour of the background, after its leader.
  func primitives(_ theme: Theme, _ measurer: TextMeasurer) -> [Primitive] {
    let color = theme.textColor(request.paint)
    var result: [Primitive] = []
    if let leader {
      result.append(.stroke(.line(leader.from, leader.to), Stroke(color, width: 1)))
    }
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
}
