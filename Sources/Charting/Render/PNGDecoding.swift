extension PNGImage {
  /// Reads a PNG file of 8 bits a channel: grey, RGB or palette, with or without opacity, not interlaced.
  ///
  /// - Throws: `PNGError` when the bytes are something else, cut short or damaged.
  package static func decode(_ file: [UInt8]) throws(PNGError) -> PNGImage {
    guard file.starts(with: signature) else { throw PNGError(description: "not a PNG file") }
    var chunks: [(name: String, data: ArraySlice<UInt8>)] = []
    var rest = file[signature.count...]
    while !rest.isEmpty {
      guard rest.count >= 12, case let length = bigEndian(rest), length <= rest.count - 12 else {
        throw PNGError(description: "the PNG file is cut short")
      }
      let start = rest.startIndex
      let checked = rest[(start + 4)..<(start + 8 + length)]
      guard Int(Zlib.crc(checked)) == bigEndian(rest[(start + 8 + length)...]) else {
        throw PNGError(description: "the PNG file is damaged: a checksum does not match")
      }
      chunks.append((String(decoding: checked.prefix(4), as: UTF8.self), checked.dropFirst(4)))
      rest = rest[(start + 12 + length)...]
    }
    func data(_ name: String) -> [UInt8] { chunks.filter { $0.name == name }.flatMap(\.data) }
    let header = data("IHDR")
    guard header.count == 13 else { throw PNGError(description: "the PNG file has no header") }
    let (width, height) = (bigEndian(header[...]), bigEndian(header[4...]))
    guard (1...32767).contains(width), (1...32767).contains(height) else {
      throw PNGError(description: "a PNG of \(width) × \(height) pixels is outside 1 to 32,767 a side")
    }
    guard header[8] == 8, header[12] == 0, let channels = [0: 1, 2: 3, 3: 1, 4: 2, 6: 4][Int(header[9])] else {
      throw PNGError(description: "only PNG files of 8 bits a channel that are not interlaced can be read")
    }
    let stride = channels * width
    guard let filtered = Zlib.inflated(data("IDAT"), size: (stride + 1) * height) else {
      throw PNGError(description: "the PNG file is damaged: its pixels do not decompress to the size stated")
    }
    let rows = try restored(filtered, stride: stride, pixel: channels)
    let pixels = try expanded(rows, kind: header[9], palette: data("PLTE"), opacity: data("tRNS"))
    return PNGImage(width: width, height: height, pixels: pixels)
  }

  private static func bigEndian(_ bytes: ArraySlice<UInt8>) -> Int { bytes.prefix(4).reduce(0) { $0 << 8 | Int($1) } }

  /// Undoes the row filters.
  private static func restored(_ filtered: [UInt8], stride: Int, pixel: Int) throws(PNGError) -> [UInt8] {
    let height = filtered.count / (stride + 1)
    var rows = [UInt8](repeating: 0, count: stride * height)
    for y in 0..<height {
      let filter = filtered[y * (stride + 1)]
      guard filter <= 4 else { throw PNGError(description: "the PNG file is damaged: row filter \(filter)") }
      for i in 0..<stride {
        let at = y * stride + i
        let left = i < pixel ? 0 : rows[at - pixel]
        let above = y == 0 ? 0 : rows[at - stride]
        let corner = i < pixel || y == 0 ? 0 : rows[at - stride - pixel]
        let predicted: UInt8 =
          switch filter {
          case 1: left
          case 2: above
          case 3: UInt8((Int(left) + Int(above)) / 2)
          case 4: PNGFilter.predictor(left, above, corner)
          default: 0
          }
        rows[at] = filtered[y * (stride + 1) + 1 + i] &+ predicted
      }
    }
    return rows
  }

  /// Red, green, blue and opacity from rows of a PNG colour type.
  private static func expanded(
    _ rows: [UInt8], kind: UInt8, palette: [UInt8], opacity: [UInt8]
  ) throws(PNGError) -> [UInt8] {
    if kind == 3, let last = rows.max(), 3 * Int(last) + 2 >= palette.count {
      throw PNGError(description: "the PNG file is damaged: a pixel's colour is not in the palette")
    }
    var pixels: [UInt8] = []
    func append(_ red: UInt8, _ green: UInt8, _ blue: UInt8, _ opacity: UInt8) {
      pixels.append(red)
      pixels.append(green)
      pixels.append(blue)
      pixels.append(opacity)
    }
    switch kind {
    case 0: for grey in rows { append(grey, grey, grey, 255) }
    case 2: for i in stride(from: 0, to: rows.count, by: 3) { append(rows[i], rows[i + 1], rows[i + 2], 255) }
    case 4: for i in stride(from: 0, to: rows.count, by: 2) { append(rows[i], rows[i], rows[i], rows[i + 1]) }
    case 6: pixels = rows
    default:
      for index in rows.lazy.map(Int.init) {
        let alpha = index < opacity.count ? opacity[index] : 255
        append(palette[3 * index], palette[3 * index + 1], palette[3 * index + 2], alpha)
      }
    }
    return pixels
  }
}
