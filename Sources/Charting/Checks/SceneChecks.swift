/// What every figure has to fulfil, read off its scene.
package enum SceneChecks {
  /// In CSS pixels, for text outside raised and lowered parts.
  package static let leastSize = 9.0
  /// Of text to what it stands on.
  ///
  /// - SeeAlso: WCAG 2.2, success criterion 1.4.3.
  package static let leastContrast = 4.5
  package static let leastLabels = 3
  /// Of the canvas, for the panels with the names and keys beside them.
  package static let leastShare = 0.55
  /// Between text and the edge of the canvas, in CSS pixels.
  package static let leastMargin = 4.0

  /// All problems, in the order in which the scene is drawn; none in a figure fit to publish.
  package static func problems(of scene: Scene, measuring measurer: TextMeasurer) -> [SceneProblem] {
    let runs = texts(in: scene.primitives)
    let boxes = runs.map { box(of: $0, measurer) }
    let turned = runs.map { TurnedBox($0, slack: slack(of: $0, measurer), measurer) }
    let grounds = grounds(of: scene, boxes)
    let canvas = Rect(x: 0, y: 0, width: scene.size.width, height: scene.size.height).inset(by: leastMargin)
    var problems: [SceneProblem] = []
    for (index, run) in runs.enumerated() {
      if !canvas.contains(boxes[index]) { problems.append(.textOutsideCanvas(run.text.plain)) }
      for other in runs[..<index].indices
      where boxes[other].intersects(boxes[index]) && turned[other].intersects(turned[index]) {
        problems.append(.textOnText(runs[other].text.plain, run.text.plain))
      }
      if run.style.size < leastSize { problems.append(.textTooSmall(run.text.plain, size: run.style.size)) }
      let contrast = run.color.over(grounds[index]).contrast(with: grounds[index])
      if contrast < leastContrast { problems.append(.textTooFaint(run.text.plain, contrast: contrast)) }
    }
    return problems + axisProblems(runs) + keyProblems(scene, runs, boxes) + shareProblems(scene, runs, boxes)
  }

  /// Every text of a scene, in the order in which it is drawn.
  package static func texts(in primitives: [Primitive]) -> [TextRun] {
    TextGround.flattened(primitives).compactMap { if case .text(let run) = $0.primitive { run } else { nil } }
  }

  /// What each text stands on.
  private static func grounds(of scene: Scene, _ boxes: [Rect]) -> [Color] {
    var ground = TextGround(background: scene.background)
    var colors: [Color] = []
    for (primitive, clip) in TextGround.flattened(scene.primitives) {
      if case .text(let run) = primitive {
        colors.append(ground.color(below: run, in: boxes[colors.count]))
      } else {
        ground.add(primitive, clip: clip)
      }
    }
    return colors
  }

  /// The box of the letters, without the halo and the empty space above and below them.
  private static func box(of run: TextRun, _ measurer: TextMeasurer) -> Rect {
    var run = run
    run.halo = nil
    let box = measurer.bounds(of: run)
    let slack = slack(of: run, measurer)
    return run.angle == 0 ? box.inset(x: 0, y: slack) : box.inset(x: slack, y: 0)
  }

  private static func slack(of run: TextRun, _ measurer: TextMeasurer) -> Double {
    0.12 * measurer.extents(of: run.text, style: run.style).height
  }

  private static func axisProblems(_ runs: [TextRun]) -> [SceneProblem] {
    var counts: [Int: Int] = [:]
    for run in runs {
      if case .tick(let axis) = run.role { counts[axis, default: 0] += 1 }
    }
    return counts.keys.sorted().compactMap { axis in
      counts[axis].flatMap { $0 < leastLabels ? .axisWithFewLabels(axis: axis, labels: $0) : nil }
    }
  }

  /// Keys to a colour scale: narrow images outside the panels, with their labels to the right.
  private static func keyProblems(_ scene: Scene, _ runs: [TextRun], _ boxes: [Rect]) -> [SceneProblem] {
    TextGround.flattened(scene.primitives).compactMap { primitive, _ in
      guard case .image(let image) = primitive, !scene.panels.contains(where: { $0.intersects(image.rect) }) else {
        return nil
      }
      let beside = Rect(
        minX: image.rect.maxX, minY: image.rect.minY - 8, maxX: scene.size.width, maxY: image.rect.maxY + 8)
      let labels = zip(runs, boxes).count { $0.role == .legend && beside.contains(Point($1.minX, $1.midY)) }
      return labels < leastLabels ? .colorBarWithFewLabels(labels: labels) : nil
    }
  }

  private static func shareProblems(_ scene: Scene, _ runs: [TextRun], _ boxes: [Rect]) -> [SceneProblem] {
    guard let first = scene.panels.first else { return [] }
    var region = scene.panels.reduce(first) { $0.union($1) }
    for (run, box) in zip(runs, boxes) where run.role == .legend || run.role == .label {
      region = region.union(box)
    }
    let share = region.area / (scene.size.width * scene.size.height)
    return share < leastShare ? [.smallPanels(share: share)] : []
  }
}
