/// Why a mixture cannot be fitted, or was not well stated. Rows, components and iterations count from 0 here, from 1 in
/// the message (iterations from 0 in both).
package enum FitError: Error, Sendable, Hashable {
  case noRows
  case noColumns
  case ragged(values: Int, columns: Int)
  case notFinite(row: Int, column: String, value: Double)
  case tooLarge(column: String)
  case badWeight(row: Int, value: Double)
  case noWeight
  case nothingObserved(column: String)
  case neverTogether(column: String, other: String)
  case incomplete(purpose: String, rows: Int)
  case tooFewRows(rows: Int, components: Int)
  case tooFewDistinctRows(distinct: Int, components: Int)
  case constantColumn(column: String, value: Double)
  case collinear(column: String, others: [String])
  case badOption(name: String, reason: String)
  case badStart(reason: String)
  case badMixture(reason: String)
  case collapsed(component: Int, iteration: Int)
  case empty(component: Int, iteration: Int)
  case unreachable(iteration: Int)
  case unknownFamily(name: String)
}

extension FitError: CustomStringConvertible {
  /// Cause, then cure where there is one.
  package var description: String {
    switch self {
    case .noRows: "there are no rows to fit"
    case .noColumns: "there are no columns to fit; name at least one numeric column"
    case .ragged(let values, let columns): "\(values) values do not fill rows of \(columns) columns"
    case .notFinite(let row, let column, let value):
      "row \(row + 1) of \(column) is \(value.isNaN ? "not a number" : "infinite"); drop the row or replace the value"
    case .tooLarge(let column): "the variance of \(column) is beyond the range of doubles; rescale the column"
    case .badWeight(let row, let value):
      "row \(row + 1) has the weight \(value.plain); weights are numbers of 0 or more"
    case .noWeight: "the weights of all rows are 0; some row needs a weight above 0"
    case .nothingObserved(let column): "every cell of \(column) is missing, so nothing can be said of it; leave it out"
    case .neverTogether(let column, let other):
      "no row has both \(column) and \(other), so their covariance cannot be estimated; leave one of them out, or choose "
        + "a covariance along the axes, such as diagonal"
    case .incomplete(let purpose, let rows):
      "\(purpose) needs complete rows, and \(rows) \(rows == 1 ? "lacks" : "lack") a cell; drop rows with missing cells"
    case .tooFewRows(let rows, let components):
      "\(components) components need at least \(components) rows, and there \(rows == 1 ? "is" : "are") \(rows); "
        + "ask for fewer components"
    case .tooFewDistinctRows(let distinct, let components):
      "\(components) components need at least \(components) different rows, and only \(distinct) "
        + "\(distinct == 1 ? "is" : "are") different; ask for fewer components"
    case .constantColumn(let column, let value):
      "\(column) is \(value.plain) in every row, so its variance is 0; drop the column or set an absolute floor "
        + "(regularization: 1e-6)"
    case .collinear(let column, let others):
      "\(column) is a linear combination of \(others.joined(separator: ", ")), so no covariance of these columns can "
        + "be inverted; drop one of them, or set a floor"
    case .badOption(let name, let reason): "\(name) \(reason)"
    case .badStart(let reason): "the given start cannot be used: \(reason)"
    case .badMixture(let reason): "this is not a Gaussian mixture: \(reason)"
    case .collapsed(let component, let iteration):
      "component \(component + 1) collapsed at iteration \(iteration): its rows leave no width in some direction; "
        + "ask for fewer components, raise the floor, or choose a simpler covariance"
    case .empty(let component, let iteration):
      "component \(component + 1) lost all its rows at iteration \(iteration); ask for fewer components or another start"
    case .unreachable(let iteration):
      "at iteration \(iteration) a row lies so far from every component that its density is 0 in doubles; "
        + "choose a start nearer to the data"
    case .unknownFamily(let name):
      "there is no covariance family \(name); choose \(CovarianceFamily.common.map(\.name).joined(separator: ", ")), or one of "
        + "mclust's: \(CovarianceFamily.all.map(\.mclustName).joined(separator: ", "))"
    }
  }
}

extension Double {
  /// Without ".0" where it is a whole number.
  var plain: String { magnitude < 1e15 && self == rounded() ? "\(Int(self))" : "\(self)" }
}
