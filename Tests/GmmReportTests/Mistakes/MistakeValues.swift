extension MistakeTests {
  /// Data and values that cannot be what is asked of them.
  static let values = [
    Mistake(
      "fewer rows than components",
      Notebooks.load
        + """
        ```{fit} g
        data: wine
        columns: [alcohol]
        components: 41
        ```

        """,
      says: """
        nb.md:5:1: error: 41 components need at least 41 rows, and there are 40; ask for fewer components
        ```{fit} g
        ^
        """),
    Mistake(
      "a constant column",
      Notebooks.load
        + """
        ```{fit} g
        data: wine
        columns: [alcohol, flat]
        components: 2
        ```

        """,
      says: """
        nb.md:5:1: error: flat is 1 in every row, so its variance is 0; drop the column or set an absolute floor (regularization: 1e-6)
        ```{fit} g
        ^
        """),
    Mistake(
      "a ragged file",
      """
      ```{load} r
      file: ragged.csv
      ```

      """,
      says: """
        nb.md:2:7: error: ragged.csv, line 3: 1 cell where the header names 2 columns; a cell that holds a delimiter must stand in quotes
        file: ragged.csv
              ^
        """),
    Mistake(
      "missing cells",
      """
      ```{load} r
      file: gaps.csv
      ```

      ```{fit} g
      data: r
      components: 1
      ```

      """,
      says: """
        nb.md:6:7: error: 1 row of 'r' has missing cells, the first in 'b'; missing: em fits what they have, missing: drop leaves them out
        data: r
              ^
        """),
    Mistake(
      "no row left",
      """
      ```{load} wine
      file: wine.csv
      where: color == 'rose'
      ```

      """,
      says: """
        nb.md:1:11: error: 'wine' has no rows; none of 40 rows is left
        ```{load} wine
                  ^
        """),
    Mistake(
      "= instead of ==",
      """
      ```{load} wine
      file: wine.csv
      where: color = 'red'
      ```

      """,
      says: """
        nb.md:3:14: error: '=' is no operator; write '==' to compare
        where: color = 'red'
                     ^
        """),
    Mistake(
      "an index that is too large",
      Notebooks.load + Notebooks.fit
        + """
        {eval}`g.weights[3]`

        """,
      says: """
        nb.md:11:18: error: there is no number 3 among 2 values; they count from 1
        {eval}`g.weights[3]`
                         ^
        """),
    Mistake(
      "arithmetic with text",
      Notebooks.load
        + """
        {eval}`wine.color + 1`

        """,
      says: """
        nb.md:5:8: error: 'color' does not hold numbers; it holds text such as 'red' and 'white'
        {eval}`wine.color + 1`
               ^
        """),
    Mistake(
      "a format that is none",
      Notebooks.load + Notebooks.fit
        + """
        {eval}`g.bic:1f`

        """,
      says: """
        nb.md:11:14: error: unknown number format '1f'; formats are .1f, .3e, .4g, ,d and %
        {eval}`g.bic:1f`
                     ^
        """),
    Mistake(
      "a claim that is no statement",
      Notebooks.load + Notebooks.fit
        + """
        ```{claim}
        - g.bic
        ```

        """,
      says: """
        nb.md:12:3: error: a claim is a statement that holds or not, not a number; compare with something, or use all(…) or any(…)
        - g.bic
          ^
        """),
    Mistake(
      "an unfinished claim",
      Notebooks.load + Notebooks.fit
        + """
        ```{claim}
        - g.converged and
        ```

        """,
      says: """
        nb.md:12:18: error: the expression ends where a value should follow
        - g.converged and
                         ^
        """),
    Mistake(
      "a row that is not fitted",
      Notebooks.load + Notebooks.fit
        + """
        ```{explain}
        fit: g
        step: e-step
        row: 41
        ```

        """,
      says: """
        nb.md:14:6: error: row 41 is not among the rows of this fit; a row keeps the number that it has in its file, from 1 without the header
        row: 41
             ^
        """),
  ]
}
