import Reports
import Testing

struct ReferenceStyleTests {
  @Test(arguments: [
    (
      """
      @article{a, author = {Dempster, A. P. and Laird, Nan M. and Donald B. Rubin}, year = 1977,
        title = {Maximum likelihood from incomplete data}, journal = {JRSS B}, volume = 39, number = 1,
        pages = {1--38}, doi = {10.1111/j.2517-6161.1977.tb01600.x}}
      """,
      "A. P. Dempster, N. M. Laird and D. B. Rubin (1977). Maximum likelihood from incomplete data. *JRSS B* 39(1), "
        + "1–38. [doi:10.1111/j.2517-6161.1977.tb01600.x](https://doi.org/10.1111/j.2517-6161.1977.tb01600.x)"
    ),
    (
      """
      @book{a, author = {van der Vaart, A.W.}, title = {Asymptotic statistics?}, year = {1998},
        publisher = {CUP}, address = {Cambridge}, edition = {Second}}
      """,
      "A. W. van der Vaart (1998). *Asymptotic statistics?* second edition. CUP, Cambridge."
    ),
    (
      """
      @inproceedings{a, author = {Jean-Pierre Serre and {Barnes and Noble} and others}, title = {K-means},
        booktitle = {Proc.\\ SODA}, editor = {Ada Lovelace}, pages = {1027-1035}, year = 2007}
      """,
      "J.-P. Serre, Barnes and Noble et al. (2007). K-means. In A. Lovelace (eds.), *Proc. SODA*, pages 1027–1035."
    ),
    (
      "@misc{a, title = {A page}, howpublished = {Online}, url = {https://x.org/a_b~c--d}, note = {Seen once.}}",
      "*A page*. Online. Seen once. [https://x.org/a_b~c--d](https://x.org/a_b~c--d)"
    ),
    (
      "@techreport{a, author = {Ludwig van Beethoven}, title = {T}, institution = {I}, number = 504, year = 2004}",
      "L. van Beethoven (2004). *T*. Technical report 504, I."
    ),
    (
      "@phdthesis{a, author = {King, Jr, Martin Luther}, title = {T}, school = {S}}",
      "M. L. King Jr. *T*. PhD thesis, S."
    ),
    ("@misc{a}", ""),
  ])
  func reference(source: String, expected: String) throws {
    let entry = try #require(try Bibliography(parsing: source)["a"])
    #expect(entry.reference.anchor == "ref-a")
    #expect(plain(entry.reference.text) == expected)
  }

  private func plain(_ phrases: [Phrase]) -> String {
    phrases.map { phrase in
      switch phrase {
      case .emphasis(let parts): "*" + plain(parts) + "*"
      case .link(let destination, _, let parts): "[\(plain(parts))](\(destination))"
      default: [phrase].plainText
      }
    }.joined()
  }
}
