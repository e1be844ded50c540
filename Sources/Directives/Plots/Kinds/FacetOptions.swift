internal import Notebooks

/// `facet_col:`, `facet_row:`, `facet_col_wrap:` and `facet_free:`, which split a figure into panels.
struct FacetOptions: Sendable {
  var column: Located<String>?
  var row: Located<String>?
  /// How many panels stand in a row; `nil` leaves it to their number.
  var wrap: Int?
  var freedom = Facets.Freedom.none

  static let docs: [OptionDoc] = [
    OptionDoc("facet_col", "column", "one panel for each of its levels, from left to right"),
    OptionDoc("facet_row", "column", "one panel for each of its levels, from top to bottom"),
    OptionDoc("facet_col_wrap", "whole number", "how many panels stand in a row; chosen by their number when absent"),
    OptionDoc(
      "facet_free", "none, x, y or both", default: "none",
      "the axes that are not common to all panels (ggplot2: scales, plotly: matches)"),
  ]

  init() {}

  init(_ options: inout Options) {
    column = options.column("facet_col")
    row = options.column("facet_row")
    wrap = options.wholeNumber("facet_col_wrap", 1...6)
    freedom = options.choice("facet_free", Facets.Freedom.self) ?? .none
    if let column, let row, column.value == row.value {
      options.fail("facet_col and facet_row are the same column", at: row.location, hint: "keep one of them")
    }
    if options.has("facet_col_wrap") {
      let place = options.location(of: "facet_col_wrap")
      if !options.has("facet_col") {
        options.fail("'facet_col_wrap' means nothing without 'facet_col'", at: place)
      } else if options.has("facet_row") {
        options.fail(
          "'facet_col_wrap' means nothing beside 'facet_row'", at: place, hint: "rows and columns are levels already")
      }
    }
    if options.has("facet_free"), column == nil, row == nil {
      options.fail(
        "'facet_free' means nothing without panels", at: options.location(of: "facet_free"),
        hint: "facet_col and facet_row make them")
    }
  }
}
