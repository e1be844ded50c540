import Testing
import Wording

@Suite struct Base64Tests {
  /// The test vectors of RFC 4648, §10, and one with the two last digits of the alphabet.
  @Test(arguments: [
    ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="), ("fooba", "Zm9vYmE="),
    ("foobar", "Zm9vYmFy"), ("~~~???", "fn5+Pz8/"),
  ])
  func encodes(text: String, expected: String) {
    #expect(base64(Array(text.utf8)) == expected)
  }
}
