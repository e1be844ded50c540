extension Theme {
  /// Dark on white, for screens in daylight and for paper.
  package static let light = Theme(
    name: "light",
    background: Color(0xFFFFFF), ink: Color(0x1B1F24), muted: Color(0x5B6470),
    axis: Color(0x8A929C), grid: Color(0xE6E8EB), neutral: Color(0xC9CED6),
    components: [0x2F4B8F, 0xDF6A10, 0x15806A, 0xC44FB5, 0x74440A, 0x1E96F0].map { Color($0) },
    componentTexts: [0x2F4B8F, 0xB85408, 0x15806A, 0xA83C9A, 0x74440A, 0x0B74C8].map { Color($0) },
    ordered: [0x5A96D6, 0x3A78BE, 0x255A9B, 0x173F73, 0x0C274B].map { Color($0) },
    sequential: sequentialOnLight,
    diverging: [0x2F4B8F, 0xEDEFF2, 0xDF6A10].map { Color($0) })

  /// Light on near-black.
  package static let dark = Theme(
    name: "dark",
    background: Color(0x16191D), ink: Color(0xECEEF1), muted: Color(0xA3ABB6),
    axis: Color(0x6C7580), grid: Color(0x2A2F36), neutral: Color(0x3A414B),
    components: darkComponents, componentTexts: darkComponents,
    ordered: [0x3A78BE, 0x5A96D6, 0x86B4E6, 0xB3D2F2, 0xE1EEFB].map { Color($0) },
    sequential: sequentialOnDark,
    diverging: [0x3FA0F5, 0x2A2F36, 0xFFB066].map { Color($0) })

  /// The light theme for paper: wider lines, and fills and grids that a grey print still shows.
  package static let print: Theme = {
    var theme = light
    theme.name = "print"
    theme.muted = Color(0x454D57)
    theme.axis = Color(0x6C747E)
    theme.grid = Color(0xD5D8DD)
    theme.neutral = Color(0xAEB5C0)
    theme.lineScale = 1.5
    return theme
  }()

  private static let darkComponents = [0x3FA0F5, 0xFFB066, 0x4AE6BE, 0xEE5A9E, 0xB09D20, 0xBCCBF2].map { Color($0) }

  /// From pale to navy through the greens and blues of viridis.
  private static let sequentialOnLight = [
    0xF7F8EC, 0xD9E8B4, 0x8CCBA0, 0x45A8A6, 0x2B7FA6, 0x2F4B8F, 0x1B1D52,
  ].map { Color($0) }

  /// Viridis, its low end drawn towards the dark background.
  ///
  /// - SeeAlso: S. van der Walt & N. Smith, *mpl colormaps*, 2015.
  private static let sequentialOnDark = [
    0x1C1B26, 0x3B2A6B, 0x365C8D, 0x277F8E, 0x1FA187, 0x4AC16D, 0xA0DA39, 0xFDE725,
  ].map { Color($0) }
}
