extension MistakeTests {
  /// Names that do not exist, or exist twice.
  static let names = [
    Mistake(
      "misspelt directive",
      """
      ```{laod} wine
      file: wine.csv
      ```

      """,
      says: """
        nb.md:1:5: error: unknown directive 'laod'; did you mean 'load'?
        ```{laod} wine
            ^
        """),
    Mistake(
      "misspelt file",
      """
      ```{load} wine
      file: wines.csv
      ```

      """,
      says: """
        nb.md:2:7: error: there is no file 'wines.csv'; did you mean 'wine.csv'?
        file: wines.csv
              ^
        """),
    Mistake(
      "misspelt table",
      Notebooks.load
        + """
        ```{describe}
        data: wien
        ```

        """,
      says: """
        nb.md:6:7: error: unknown name 'wien'; did you mean 'wine'?
        data: wien
              ^
        """),
    Mistake(
      "misspelt column",
      Notebooks.load
        + """
        ```{plot} fig-h
        kind: histogram
        data: wine
        x: residual suger
        ```

        """,
      says: """
        nb.md:8:4: error: unknown column 'residual suger'; did you mean 'residual sugar'?
        x: residual suger
           ^
        """),
    Mistake(
      "misspelt member",
      Notebooks.load + Notebooks.fit
        + """
        The BIC is {eval}`g.bicc:.1f`.

        """,
      says: """
        nb.md:11:21: error: a fit has no 'bicc'; did you mean 'bic'?
        The BIC is {eval}`g.bicc:.1f`.
                            ^
        """),
    Mistake(
      "misspelt function",
      Notebooks.load
        + """
        {eval}`meen(wine.alcohol)`

        """,
      says: """
        nb.md:5:8: error: unknown function 'meen'; did you mean 'mean'?
        {eval}`meen(wine.alcohol)`
               ^
        """),
    Mistake(
      "misspelt reference",
      Notebooks.load
        + """
        ```{plot} fig-hist
        kind: histogram
        data: wine
        x: alcohol
        ```

        See @fig-hits.

        """,
      says: """
        nb.md:11:6: error: unknown reference '@fig-hits'; did you mean '@fig-hist'?
        See @fig-hits.
             ^
        """),
    Mistake(
      "misspelt callout",
      """
      > [!NOTICE]
      > Text.

      """,
      says: """
        nb.md:1:5: error: unknown callout 'NOTICE'; did you mean 'NOTE'?
        > [!NOTICE]
            ^
        """),
    Mistake(
      "misspelt role",
      """
      {evla}`1 + 1`

      """,
      says: """
        nb.md:1:2: error: unknown role 'evla'; did you mean 'eval'?
        {evla}`1 + 1`
         ^
        """),
    Mistake(
      "misspelt key of the front matter",
      """
      ---
      titel: Wine
      ---

      """,
      says: """
        nb.md:2:1: error: unknown key 'titel' in the front matter; did you mean 'title'?
        titel: Wine
        ^
        """),
    Mistake(
      "a table where a fit is wanted",
      Notebooks.load + Notebooks.fit
        + """
        ```{plot} fig-m
        kind: mixture
        fit: wine
        ```

        """,
      says: """
        nb.md:13:6: error: 'wine' is a table, not a fit or a mixture; there is 'g'
        fit: wine
             ^
        """),
    Mistake(
      "a name defined twice",
      Notebooks.load
        + """
        ```{load} wine
        file: wine.csv
        ```

        """,
      says: """
        nb.md:5:11: error: the name 'wine' is taken; it is defined on line 1; a name is defined once
        ```{load} wine
                  ^
        """),
    Mistake(
      "a label given twice",
      #"""
      $$ \label{eq-a} a $$

      $$ \label{eq-a} b $$

      """#,
      says: #"""
        nb.md:3:11: error: the label 'eq-a' is given twice; it was first given on line 1
        $$ \label{eq-a} b $$
                  ^
        """#),
    Mistake(
      "used before it is defined",
      """
      {eval}`wine.rows`

      ```{load} wine
      file: wine.csv
      ```


      """,
      says: """
        nb.md:1:8: error: 'wine' is used before it is defined; move the cell that defines it up
        {eval}`wine.rows`
               ^
        """),
    Mistake(
      "no name",
      """
      ```{load}
      file: wine.csv
      ```

      """,
      says: """
        nb.md:1:5: error: 'load' needs a name; write {load} NAME
        ```{load}
            ^
        """),
    Mistake(
      "a label of the wrong kind",
      Notebooks.load
        + """
        ```{plot} histogram
        kind: histogram
        data: wine
        x: alcohol
        ```

        """,
      says: """
        nb.md:5:11: error: the label 'histogram' does not begin with 'fig-', as that of a figure must; write 'fig-histogram'
        ```{plot} histogram
                  ^
        """),
    Mistake(
      "a footnote that is not written",
      """
      A claim.[^a]

      """,
      says: """
        nb.md:1:11: error: no footnote 'a' is defined; define it on a line of its own: [^a]: …
        A claim.[^a]
                  ^
        """),
    Mistake(
      "a citation without a bibliography",
      """
      As shown [@bishop2006].

      """,
      says: """
        nb.md:1:12: error: unknown work '@bishop2006'; name the file of the works cited in the front matter: 'bibliography: references.bib'
        As shown [@bishop2006].
                   ^
        """),
  ]
}
