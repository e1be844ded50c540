import Notebooks
import Testing

/// Damaged notebooks are parsed or refused; nothing else may happen.
@Suite struct RobustnessTests {
  private static let sample = """
    ---
    title: "A {eval}`params.k` and $x$"
    params: {k: 2, name: [a, "b"]}
    seed: 42
    ---
    # Data {#sec-data}

    We use {eval}`f.rows` of @fig-a and [@a; @b].[^1] $a_b$ and `$x$`, <!--=a.b:.1f-->1.0<!--/-->. 日本 é

    ```{plot} fig-a
    kind: histogram   # why
    caption: "A 'b' {eval}`c`"
    rows: [1, {a: b}, 'c']
    text: |
      some
    ```

    > [!NOTE] A *b*
    > $$
    > \\label{eq-a} \\sum_{i}
    > $$
    > - [x] c
    >   ```python
    >   x
    >   ```

    | a | b |
    |:-:|--:|
    | $x$ | {eval}`a \\| b` |

    <div>
    <!-- c --> d
    </div>

    [^1]: Note \u{E000}1\u{E001}.

    ~~~{claim}
    - a < b
    - not c
    ~~~
    """

  /// Marsaglia's xorshift: the same damage on every run.
  private struct Random: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return state
    }
  }

  @Test func theSampleItselfIsRead() throws {
    let notebook = try Notebook(parsing: Self.sample, path: "n.md")
    #expect(notebook.blocks.count == 7)
    #expect(notebook.footnotes.count == 1)
  }

  @Test(arguments: 1...12) func damageIsNeverACrash(_ seed: UInt64) {
    var random = Random(state: seed &* 0x9E37_79B9_7F4A_7C15)
    let signs = Array(
      "`$\\{}[]()<>!@#%&*|:;-=~^'\"\n\r\t \u{0}\u{1}\u{E000}\u{E001}\u{85}\u{2028}é日🍷\u{301}0a".unicodeScalars)
    let lines = Self.sample.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    for _ in 0..<60 {
      var scalars = Array(Self.sample.unicodeScalars)
      for _ in 0..<Int.random(in: 1...12, using: &random) {
        let place = Int.random(in: 0..<scalars.count, using: &random)
        switch Int.random(in: 0..<5, using: &random) {
        case 0: scalars.remove(at: place)
        case 1: scalars.insert(signs.randomElement(using: &random) ?? "a", at: place)
        case 2: scalars[place] = signs.randomElement(using: &random) ?? "a"
        case 3: scalars.insert(contentsOf: Array((lines.randomElement(using: &random) ?? "").unicodeScalars), at: place)
        default: scalars.removeSubrange(place..<min(place + 40, scalars.count))
        }
      }
      var damaged = String.UnicodeScalarView()
      damaged.append(contentsOf: scalars)
      let text = String(damaged)
      for place in Told(parsing: text).places {
        #expect(place.line >= 1 && place.column >= 1)
      }
    }
  }

  @Test func everyPrefixIsReadOrRefused() {
    var prefix = ""
    for character in Self.sample {
      prefix.append(character)
      #expect(Told(parsing: prefix).places.allSatisfy { $0.line <= 45 })
    }
  }

  @Test func notebooksAreReadOnManyThreadsAtOnce() async throws {
    let expected = try Notebook(parsing: Self.sample, path: "n.md")
    await withTaskGroup(of: Bool.self) { group in
      for _ in 0..<50 { group.addTask { (try? Notebook(parsing: Self.sample, path: "n.md")) == expected } }
      for await isSame in group { #expect(isSame) }
    }
  }
}
