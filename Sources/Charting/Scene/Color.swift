#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// An sRGB colour of 8 bits a channel, and an opacity.
package struct Color: Sendable, Hashable {
  package var red: UInt8
  package var green: UInt8
  package var blue: UInt8
  /// 0 is clear, 1 is opaque.
  package var alpha: Double

  package init(red: UInt8, green: UInt8, blue: UInt8, alpha: Double = 1) {
    self.red = red
    self.green = green
    self.blue = blue
    self.alpha = alpha
  }

  /// A colour written as a number, `Color(0x2F4B8F)`.
  package init(_ rgb: UInt32, alpha: Double = 1) {
    self.init(
      red: UInt8(rgb >> 16 & 0xFF), green: UInt8(rgb >> 8 & 0xFF), blue: UInt8(rgb & 0xFF), alpha: alpha)
  }

  /// A colour written as `#2F4B8F` or `2F4B8F`; `nil` when the text is not one.
  package init?(hex: some StringProtocol) {
    let digits = hex.first == "#" ? hex.dropFirst() : hex[...]
    guard digits.utf8.count == 6, digits.allSatisfy(\.isHexDigit), let rgb = UInt32(digits, radix: 16) else {
      return nil
    }
    self.init(rgb)
  }

  package static let white = Color(0xFFFFFF)
  package static let black = Color(0x000000)

  /// `#2F4B8F`, upper case, without the opacity.
  package var hex: String {
    let digits = Array("0123456789ABCDEF")
    return [red, green, blue].reduce(into: "#") { text, channel in
      text.append(digits[Int(channel >> 4)])
      text.append(digits[Int(channel & 15)])
    }
  }

  /// The colour with its opacity multiplied.
  package func opacity(_ factor: Double) -> Color {
    var color = self
    color.alpha *= factor
    return color
  }

  /// The opaque colour seen when this one lies on an opaque background.
  package func over(_ background: Color) -> Color {
    func blend(_ a: UInt8, _ b: UInt8) -> UInt8 {
      UInt8((Double(a) * alpha + Double(b) * (1 - alpha)).rounded().clamped(0, 255))
    }
    return Color(
      red: blend(red, background.red), green: blend(green, background.green), blue: blend(blue, background.blue))
  }

  /// Relative luminance, 0 for black to 1 for white.
  ///
  /// - SeeAlso: WCAG 2.2, *relative luminance*.
  package var luminance: Double {
    0.2126 * Self.linear(red) + 0.7152 * Self.linear(green) + 0.0722 * Self.linear(blue)
  }

  /// The contrast ratio of two opaque colours, 1 to 21, whichever is the lighter.
  ///
  /// - SeeAlso: WCAG 2.2, *contrast ratio*.
  package func contrast(with other: Color) -> Double {
    let (a, b) = (luminance, other.luminance)
    return (max(a, b) + 0.05) / (min(a, b) + 0.05)
  }

  /// A channel's light, 0 to 1, from its sRGB code.
  static func linear(_ code: UInt8) -> Double {
    let c = Double(code) / 255
    return c <= 0.04045 ? c / 12.92 : pow((c + 0.055) / 1.055, 2.4)
  }

  /// The sRGB code nearest to an amount of light, 0 to 1.
  static func code(_ light: Double) -> UInt8 {
    let l = light.clamped(0, 1)
    let c = l <= 0.0031308 ? 12.92 * l : 1.055 * pow(l, 1 / 2.4) - 0.055
    return UInt8((c * 255).rounded().clamped(0, 255))
  }
}

extension Double {
  /// The nearest value within the bounds; NaN becomes the lower bound.
  func clamped(_ low: Double, _ high: Double) -> Double { self > low ? Swift.min(self, high) : low }
}
