internal import MixtureKernels

/// Functions whose bits do not depend on the processor or its C library.
package enum Elementary {
  /// e^x, within one unit in the last place for −708 ≤ x ≤ 709; 0 below, infinity above.
  package static func exp(_ x: Double) -> Double { mk_exp(x) }

  /// The natural logarithm, within one unit in the last place; −infinity at 0.
  package static func log(_ x: Double) -> Double { mk_log(x) }

  /// e^x of every element.
  package static func exp(_ x: [Double]) -> [Double] {
    Array(unsafeUninitializedCapacity: x.count) { buffer, count in
      if let target = buffer.baseAddress { mk_exp_array(x, x.count, target) }
      count = x.count
    }
  }

  /// Replaces every element by its natural logarithm.
  static func takeLogs(_ x: UnsafeMutableBufferPointer<Double>) {
    if let start = x.baseAddress { mk_log_array(start, x.count, start) }
  }

  /// log Σ exp xᵢ without overflow; −infinity for no terms.
  package static func logSumExp(_ x: [Double]) -> Double {
    guard let largest = x.max(), largest.isFinite else { return x.max() ?? -.infinity }
    return largest + log(x.reduce(0) { $0 + exp($1 - largest) })
  }

  /// log 2π.
  static let logTwoPi = 1.8378770664093454836
}
