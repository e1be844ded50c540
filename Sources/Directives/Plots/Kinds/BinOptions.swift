internal import Charting
internal import Notebooks
internal import Wording

/// `nbins:`, `binwidth:` and `bins:`, which all choose the width of bins.
enum BinOptions {
  static let docs: [OptionDoc] = [
    OptionDoc(
      "bins", "\(joined(BinRule.named.map(\.name), "or")), or a whole number",
      "the rule, or number, of bins; auto when absent, the fitted density’s own under a mixture"),
    OptionDoc("nbins", "whole number", "the same as bins with a number"),
    OptionDoc("binwidth", "number", "the width of a bin, in units of x"),
  ]

  static func rule(_ options: inout Options) -> BinRule? {
    let named = options.read("bins") { node in
      let limits = 1...Bins.maximumCount
      guard let count = try? node.wholeNumber() else {
        let names = BinRule.named.map { ($0.name, $0.rule) }
        if let number = try? node.number() {
          throw node.expected(
            "\(joined(names.map(\.0), "or")), or a whole number", hint: number > 0 ? "binwidth takes any number" : nil)
        }
        return try node.choice(of: names)
      }
      guard limits.contains(count) else {
        throw node.expected("a number of bins from 1 to \(limits.upperBound)")
      }
      return BinRule.count(count)
    }
    let count = options.wholeNumber("nbins", 1...Bins.maximumCount).map { BinRule.count($0) }
    let width = options.number("binwidth", "a number above 0") { $0 > 0 }.map { BinRule.width($0) }
    let given = ["bins", "nbins", "binwidth"].filter { options.has($0) }
    if given.count > 1 {
      options.fail(
        "\(joined(given)) each choose the bins", at: options.location(of: given[1]), hint: "keep one of them")
    }
    return named ?? count ?? width
  }
}
