/// The colours of a picture that has at most 256 of them, in the order of their first pixels.
struct Palette {
  struct Entry {
    var red: UInt8
    var green: UInt8
    var blue: UInt8
    var opacity: UInt8
  }

  private(set) var colors: [Entry] = []
  /// One a pixel.
  let indices: [UInt8]

  /// - Parameter pixels: red, green, blue and opacity in turn.
  /// - Returns: `nil` as soon as a 257th colour turns up.
  init?(_ pixels: [UInt8]) {
    let count = pixels.count / 4
    var found: [UInt32: UInt8] = [:]
    var colors: [Entry] = []
    var full = false
    indices = [UInt8](unsafeUninitializedCapacity: count) { out, written in
      var (last, lastIndex): (UInt32?, UInt8) = (nil, 0)
      pixels.withUnsafeBufferPointer { p in
        for i in 0..<count {
          let at = 4 * i
          let word = UInt32(p[at]) << 24 | UInt32(p[at + 1]) << 16 | UInt32(p[at + 2]) << 8 | UInt32(p[at + 3])
          if word != last {
            if let index = found[word] {
              lastIndex = index
            } else {
              guard colors.count < 256 else {
                full = true
                return
              }
              lastIndex = UInt8(colors.count)
              found[word] = lastIndex
              colors.append(Entry(red: p[at], green: p[at + 1], blue: p[at + 2], opacity: p[at + 3]))
            }
            last = word
          }
          out[i] = lastIndex
        }
        written = count
      }
    }
    if full { return nil }
    self.colors = colors
  }
}
