/// A component of constant density that takes in rows of no Gaussian (Banfield & Raftery 1993): p₀(x) = 1 / V over a
/// region of volume V that holds every row.
package struct UniformNoise: Sendable, Hashable {
  /// π₀, 0 … 1: with the weights of the Gaussians it adds up to 1.
  package let weight: Double
  /// −log V, the volume being in products of the columns' units.
  package let logDensity: Double

  package init(weight: Double, logDensity: Double) {
    self.weight = weight
    self.logDensity = logDensity
  }

  /// V
  package var volume: Double { Elementary.exp(-logDensity) }

  func weighing(_ weight: Double) -> UniformNoise { UniformNoise(weight: weight, logDensity: logDensity) }
}

/// Whether, and over which volume, a fit has a noise component.
package enum NoiseRegion: Sendable, Hashable {
  /// The smaller of two boxes around all rows, one along the columns and one along their principal axes: mclust's
  /// `hypvol`.
  case hull
  /// A stated volume, in products of the columns' units.
  case volume(Double)

  /// Free numbers that the noise adds to a mixture: its weight, and its volume where it is taken from the data.
  var parameterCount: Int { self == .hull ? 2 : 1 }

  /// log V.
  ///
  /// - Throws: `FitError.badOption` when the volume is not a positive number or the rows span none.
  func logVolume(_ samples: Samples) throws(FitError) -> Double {
    switch self {
    case .volume(let volume):
      guard volume > 0, volume.isFinite else {
        throw .badOption(name: "noise", reason: "is \(volume.plain); a volume is a number above 0")
      }
      return Elementary.log(volume)
    case .hull:
      let axes = SymmetricEigen(samples.covariance).vectors
      let result = min(samples.logBox(along: .identity(samples.dimension)), samples.logBox(along: axes))
      guard result.isFinite else {
        throw .badOption(name: "noise", reason: "needs rows that span a volume; state one, noise: VOLUME")
      }
      return result
    }
  }
}

extension Samples {
  /// log Πⱼ (the range of xᵢᵀ aⱼ over the rows), the columns of `axes` being the aⱼ.
  fileprivate func logBox(along axes: Matrix) -> Double {
    let (d, center) = (dimension, mean)
    return (0..<d).reduce(0) { sum, axis in
      var (low, high) = (Double.infinity, -Double.infinity)
      for i in 0..<rowCount {
        let place = (0..<d).reduce(0) { $0 + (self[i, $1] - center[$1]) * axes[$1, axis] }
        (low, high) = (min(low, place), max(high, place))
      }
      return sum + Elementary.log(high - low)
    }
  }
}
