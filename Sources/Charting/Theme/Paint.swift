/// A colour as a role, so that one chart renders in every theme; `Theme` says which colour it is.
package struct Paint: Sendable, Hashable {
  package enum Role: Sendable, Hashable {
    /// A component of a mixture or another unordered group, counted from 0.
    case component(Int)
    /// The `index`-th of `count` ordered groups, counted from 0: later ones stand out more from the background.
    case ordered(Int, of: Int)
    /// Main text and lines.
    case ink
    /// Secondary text and lines.
    case muted
    /// Fills that carry no group, such as the histogram beneath a density.
    case neutral
    case axis
    case grid
    case background
    /// A position 0…1 on the sequential scale.
    case sequential(Double)
    /// A position −1…1 on the diverging scale; 0 is its middle.
    case diverging(Double)
    /// The components' colours mixed by weights, such as the responsibilities of a point.
    case blend([Double])
  }

  package var role: Role
  /// 0 is clear, 1 is opaque.
  package var opacity: Double

  package init(_ role: Role, opacity: Double = 1) {
    self.role = role
    self.opacity = opacity
  }

  package static let ink = Paint(.ink)
  package static let muted = Paint(.muted)
  package static let neutral = Paint(.neutral)
  package static let axis = Paint(.axis)
  package static let grid = Paint(.grid)
  package static let background = Paint(.background)

  package static func component(_ index: Int) -> Paint { Paint(.component(index)) }
  package static func ordered(_ index: Int, of count: Int) -> Paint { Paint(.ordered(index, of: count)) }
  package static func sequential(_ position: Double) -> Paint { Paint(.sequential(position)) }
  package static func diverging(_ position: Double) -> Paint { Paint(.diverging(position)) }
  package static func blend(_ weights: [Double]) -> Paint { Paint(.blend(weights)) }

  /// The paint with its opacity multiplied.
  package func opacity(_ factor: Double) -> Paint { Paint(role, opacity: opacity * factor) }
}

extension Symbol {
  /// The shape that backs the colour of a component, counted from 0. Where colours start over, shapes are one further,
  /// so that the first 36 components all differ.
  package static func component(_ index: Int) -> Symbol { allCases[(index + index / 6) % allCases.count] }
}
