extension Theme {
  /// Dark on white, for screens in daylight and for paper.
  package static let light = Theme(
    name: "light",
    background: Color(0xFFFFFF), ink: Color(0x1B1F24), muted: Color(0x5B6470),
    axis: Color(0x8A929C), grid: Color(0xE6E8EB), neutral: Color(0xC9CED6),
    components: [0x2F4B8F, 0xDF6A10, 0x15806A, 0xC44FB5, 0x74440A, 0x1E96F0].map { Color($0) },
    componentTexts: [0x2F4B8F, 0xB85408, 0x15806A, 0xA83C9A, 0x74440A, 0x0B74C8].map { Color($0) },
    ordered: [0x5A96D6, 0x3A78BE, 0x255A9B, 0x173F73, 0x0C274B].map { Color($0) },
    sequential: cividis,
    diverging: [0x2F4B8F, 0xEDEFF2, 0xDF6A10].map { Color($0) })

  /// Light on near-black.
  package static let dark = Theme(
    name: "dark",
    background: Color(0x16191D), ink: Color(0xECEEF1), muted: Color(0xA3ABB6),
    axis: Color(0x6C7580), grid: Color(0x2A2F36), neutral: Color(0x3A414B),
    components: darkComponents, componentTexts: darkComponents,
    ordered: [0x3A78BE, 0x5A96D6, 0x86B4E6, 0xB3D2F2, 0xE1EEFB].map { Color($0) },
    sequential: cividis,
    diverging: [0x3FA0F5, 0x2A2F36, 0xFFB066].map { Color($0) })

  private static let darkComponents = [0x3FA0F5, 0xFFB066, 0x4AE6BE, 0xEE5A9E, 0xB09D20, 0xBCCBF2].map { Color($0) }

  /// Ten steps of cividis, from low to high.
  ///
  /// - SeeAlso: Nuñez, Anderton & Renslow, *Optimizing colormaps with consideration for color vision deficiency*,
  ///   PLoS ONE 13(7), 2018.
  private static let cividis = [
    0x00204D, 0x00336F, 0x39486B, 0x575C6D, 0x707173, 0x8A8779, 0xA69D75, 0xC4B56C, 0xE4CF5B, 0xFFEA46,
  ].map { Color($0) }
}
