extension MistakeTests {
  /// YAML, Markdown and TeX that cannot be read.
  static let texts = [
    Mistake(
      "a list that is not closed",
      """
      ```{load} wine
      file: [wine.csv
      ```

      """,
      says: """
        nb.md:2:7: error: the list opened here is not closed; its items are parted by ',' and end with ']'
        file: [wine.csv
              ^
        """),
    Mistake(
      "a colon in text",
      Notebooks.load
        + """
        ```{plot} fig-h
        kind: histogram
        data: wine
        x: alcohol
        caption: Wine: alcohol
        ```

        """,
      says: """
        nb.md:9:14: error: text that holds ': ' must be quoted; put the whole value in double quotes
        caption: Wine: alcohol
                     ^
        """),
    Mistake(
      "a value that begins a caption",
      Notebooks.load
        + """
        ```{plot} fig-h
        kind: histogram
        data: wine
        x: alcohol
        caption: {eval}`wine.rows` wines
        ```

        """,
      says: """
        nb.md:9:10: error: text that begins with '{' must be quoted; put the whole value in double quotes
        caption: {eval}`wine.rows` wines
                 ^
        """),
    Mistake(
      "a percent sign",
      """
      ```{load} wine
      file: wine.csv
      units: {alcohol: % vol}
      ```

      """,
      says: """
        nb.md:3:18: error: text that begins with '%' must be quoted; put the whole value in double quotes
        units: {alcohol: % vol}
                         ^
        """),
    Mistake(
      "a tab",
      """
      ```{load} wine
      	file: wine.csv
      ```

      """,
      says: """
        nb.md:2:2: error: a tab cannot indent YAML; use spaces
        	file: wine.csv
        	^
        """),
    Mistake(
      "a fence that is not closed",
      """
      ```{load} wine
      file: wine.csv

      """,
      says: """
        nb.md:1:1: error: this directive's fence is not closed; end it with ``` on a line of its own
        ```{load} wine
        ^
        """),
    Mistake(
      "front matter that is not closed",
      """
      ---
      title: Wine

      Text.

      """,
      says: """
        nb.md:1:1: error: the front matter is not closed; end it with '---' on a line of its own
        ---
        ^
        """),
    Mistake(
      "an unknown TeX command",
      #"""
      A half, $\frca{1}{2}$.

      """#,
      says: #"""
        nb.md:1:10: error: unknown command \frca; did you mean \frac?
        A half, $\frca{1}{2}$.
                 ^
        """#),
    Mistake(
      "a brace that is not closed",
      #"""
      A half, $\frac{1}{2$.

      """#,
      says: #"""
        nb.md:1:18: error: this { has no }
        A half, $\frac{1}{2$.
                         ^
        """#),
    Mistake(
      "a matrix that is not closed",
      #"""
      $$ \begin{pmatrix} 1 & 0 $$

      """#,
      says: #"""
        nb.md:1:4: error: this \begin{pmatrix} has no \end{pmatrix}
        $$ \begin{pmatrix} 1 & 0 $$
           ^
        """#),
  ]
}
