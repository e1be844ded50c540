import Charting
import Foundation
import Testing

/// Scenes as text, exactly, and a few images by their pixels.
///
/// Run with `CHART_GOLDENS=record` in the environment to write the goldens anew, and look at what changed.
@Suite struct GoldenTests {
  static let charts = [
    "histogram": Charts.histogram, "mixture": Charts.mixture, "scatter": Charts.scatter, "traces": Charts.traces,
  ]
  static let names = charts.keys.sorted()

  private let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Goldens")
  private let records = ProcessInfo.processInfo.environment["CHART_GOLDENS"] == "record"

  @Test(arguments: names, [Theme.light, .dark])
  func sceneIsUnchanged(name: String, theme: Theme) throws {
    let chart = try #require(Self.charts[name])
    let text = chart.scene(in: theme, measuring: try TextMeasurer()).description
    let file = folder.appendingPathComponent("\(name)-\(theme.name).scene.txt")
    if records { try text.write(to: file, atomically: true, encoding: .utf8) }
    let golden = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
    let lines = text.split(separator: "\n")
    #expect(lines.count == golden.count)
    let changed = zip(golden, lines).first { $0 != $1 }
    #expect(changed == nil, "\(changed?.1 ?? "") where \(file.lastPathComponent) has \(changed?.0 ?? "")")
  }

  @Test(arguments: [("histogram", Theme.light), ("scatter", .dark), ("mixture", .light)])
  func imageIsUnchanged(name: String, theme: Theme) throws {
    let chart = try #require(Self.charts[name])
    let measurer = try TextMeasurer()
    let png = try chart.scene(in: theme, measuring: measurer).png(scale: 1, text: measurer)
    let file = folder.appendingPathComponent("\(name)-\(theme.name).png")
    if records { try Data(png).write(to: file) }
    let golden = try PNGImage.decode([UInt8](try Data(contentsOf: file)))
    let difference = PixelDifference(golden, try PNGImage.decode(png))
    if difference?.isNegligible != true {
      try Data(png).write(to: folder.appendingPathComponent("\(name)-\(theme.name)-changed.png"))
    }
    #expect(difference?.isNegligible == true)
  }
}
