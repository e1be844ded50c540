import Reports
import Testing

@Suite struct EscapingTests {
  @Test(arguments: [
    ("plain", "plain", "plain"),
    ("a < b && c > d", "a &lt; b &amp;&amp; c &gt; d", "a &lt; b &amp;&amp; c &gt; d"),
    ("&amp;", "&amp;amp;", "&amp;amp;"),
    ("\"double\" 'single'", "\"double\" 'single'", "&quot;double&quot; 'single'"),
    ("</script><!--", "&lt;/script&gt;&lt;!--", "&lt;/script&gt;&lt;!--"),
    ("−1 × 10⁻⁶, 12\u{A0}%, 𝒩, 👍🏽", "−1 × 10⁻⁶, 12\u{A0}%, 𝒩, 👍🏽", "−1 × 10⁻⁶, 12\u{A0}%, 𝒩, 👍🏽"),
    ("tab\tline\n", "tab\tline\n", "tab\tline\n"),
    (
      "nul\u{0} bell\u{7} delete\u{7F} nonc\u{FFFE}", "nul\u{FFFD} bell\u{FFFD} delete\u{FFFD} nonc\u{FFFD}",
      "nul\u{FFFD} bell\u{FFFD} delete\u{FFFD} nonc\u{FFFD}"
    ),
    ("", "", ""),
  ])
  func escapes(source: String, text: String, attribute: String) {
    #expect(HTMLEscaping.text(source) == text)
    #expect(HTMLEscaping.attribute(source) == attribute)
  }

  @Test func writerEscapesWhatItIsGivenAndLeavesOutMissingAttributes() {
    var writer = HTMLWriter()
    writer.open("a", ["href": "?a=1&b=\"2\"", "title": nil, "class": ""])
    writer.text("<1>")
    writer.close("a")
    #expect(writer.html == "<a href=\"?a=1&amp;b=&quot;2&quot;\" class=\"\">&lt;1&gt;</a>")
  }

  @Test func filesWithinThePageStandOnLinesOfTheirOwn() {
    var writer = HTMLWriter()
    writer.open("img", ["alt": "A", "src": "data:image/png;base64,AA=="])
    #expect(writer.html == "<img alt=\"A\"\nsrc=\"data:image/png;base64,AA==\">")
  }
}
