import Charting
import Foundation
import Testing

/// Compares a picture with `Goldens/<name>.png`, by decoded pixels.
///
/// On failure the new picture is written beside the golden one as `<name>-changed.png`; to accept it, rename it.
func expectPicture(_ file: [UInt8], matches name: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
  let goldens = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Goldens")
  let changed = goldens.appendingPathComponent("\(name)-changed.png")
  let image = try PNGImage.decode(file)
  guard let golden = try? Data(contentsOf: goldens.appendingPathComponent("\(name).png")) else {
    try Data(file).write(to: changed)
    Issue.record(
      "there is no Goldens/\(name).png; look at \(changed.lastPathComponent) and rename it",
      sourceLocation: sourceLocation)
    return
  }
  let difference = PixelDifference(image, try PNGImage.decode([UInt8](golden)))
  if difference?.isNegligible == true {
    try? FileManager.default.removeItem(at: changed)
  } else {
    try Data(file).write(to: changed)
    Issue.record(
      "\(name).png has changed (\(difference.map { "\($0)" } ?? "another size")); see \(changed.lastPathComponent)",
      sourceLocation: sourceLocation)
  }
}
