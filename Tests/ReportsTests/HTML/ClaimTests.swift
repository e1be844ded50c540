import Reports
import Testing

@Suite struct ClaimTests {
  @Test func trueClaimFoldsItsValuesAndFalseOneShowsThem() throws {
    let claims: [Report.Claim] = [
      .init(statement: "a < 2", holds: true, values: [.init(name: "a", value: "1")]),
      .init(statement: "b", holds: false, values: [.init(name: "b", value: "false")]),
      .init(statement: "1 < 2", holds: true, values: []),
    ]
    #expect(
      try html([.claims(claims)]) == """
        <ul class="claims">
        <li class="holds"><details><summary><span class="verdict" role="img" aria-label="true:">✓</span> \
        <code>a &lt; 2</code></summary>
        <dl>
        <dt><code>a</code></dt><dd>1</dd>
        </dl>
        </details></li>
        <li class="fails"><details open=""><summary><span class="verdict" role="img" aria-label="false:">✗</span> \
        <code>b</code></summary>
        <dl>
        <dt><code>b</code></dt><dd>false</dd>
        </dl>
        </details></li>
        <li class="holds"><div><span class="verdict" role="img" aria-label="true:">✓</span> <code>1 &lt; 2</code></div></li>
        </ul>
        """)
  }
}
