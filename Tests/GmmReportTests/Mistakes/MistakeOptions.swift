extension MistakeTests {
  /// Options that are misspelt, missing or of the wrong type.
  static let options = [
    Mistake(
      "misspelt required option",
      """
      ```{load} wine
      fiel: wine.csv
      ```

      """,
      says: """
        nb.md:2:1: error: 'load' has no option 'fiel'; did you mean 'file'?
        fiel: wine.csv
        ^
        """),
    Mistake(
      "misspelt option",
      Notebooks.load
        + """
        ```{fit} g
        data: wine
        components: 2
        restart: 5
        ```

        """,
      says: """
        nb.md:8:1: error: 'fit' has no option 'restart'; did you mean 'restarts'?
        restart: 5
        ^
        """),
    Mistake(
      "missing option",
      Notebooks.load
        + """
        ```{fit} g
        data: wine
        ```

        """,
      says: """
        nb.md:5:1: error: 'fit' needs the option 'components'; components: how many components K
        ```{fit} g
        ^
        """),
    Mistake(
      "misspelt choice",
      Notebooks.load
        + """
        ```{fit} g
        data: wine
        components: 2
        covariance: ful
        ```

        """,
      says: """
        nb.md:8:13: error: expected full, tied, diagonal, spherical, EII, VII, EEI, VEI, EVI, VVI, EEE, VEE, EVE, VVE, EEV, VEV, EVV or VVV, not 'ful'; did you mean 'full'?
        covariance: ful
                    ^
        """),
    Mistake(
      "text where a number is wanted",
      Notebooks.load
        + """
        ```{fit} g
        data: wine
        components: two
        ```

        """,
      says: """
        nb.md:7:13: error: expected a whole number, not 'two'
        components: two
                    ^
        """),
    Mistake(
      "no components",
      Notebooks.load
        + """
        ```{fit} g
        data: wine
        components: 0
        ```

        """,
      says: """
        nb.md:7:13: error: expected a whole number from 1 on, not '0'
        components: 0
                    ^
        """),
    Mistake(
      "a column of text",
      Notebooks.load
        + """
        ```{fit} g
        data: wine
        columns: [alcohol, color]
        components: 2
        ```

        """,
      says: """
        nb.md:7:20: error: 'color' is a column of text, not a column of numbers
        columns: [alcohol, color]
                           ^
        """),
    Mistake(
      "an option of another kind of plot",
      Notebooks.load
        + """
        ```{plot} fig-h
        kind: scatter
        data: wine
        x: alcohol
        y: flat
        barmode: stack
        ```

        """,
      says: """
        nb.md:10:10: error: 'barmode' means nothing for the kind scatter; it belongs to histogram
        barmode: stack
                 ^
        """),
    Mistake(
      "a result in an option",
      Notebooks.load + Notebooks.fit
        + """
        ```{fit} h
        data: wine
        components: "{eval}`g.parameters`"
        ```

        """,
      says: """
        nb.md:13:21: error: unknown name 'g'; an option can use parameters only: results do not exist yet when it is read
        components: "{eval}`g.parameters`"
                            ^
        """),
    Mistake(
      "an option given twice",
      """
      ```{load} wine
      file: wine.csv
      file: wine.csv
      ```

      """,
      says: """
        nb.md:3:1: error: 'file' is given twice; keep one of them
        file: wine.csv
        ^
        """),
  ]
}
