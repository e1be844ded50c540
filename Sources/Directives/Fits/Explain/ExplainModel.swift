internal import Mixtures
internal import TeXMath
internal import Wording

extension Exposition {
  /// The mixture: its formula, with this fit's numbers, and how many of them are free.
  static func model(_ explained: ExplainedFit) throws -> Exposition {
    var text = Exposition()
    let (fit, K, d) = (explained.fit, explained.components, explained.dimension)
    try text.say("A Gaussian mixture adds up $K$ Gaussian densities, each scaled by its weight:")
    try text.show("p(x) = \\sum_{k=1}^{K} \\pi_k\\, \(explained.normal("x", "k"))\(explained.noiseTerm)")
    let mixture = fit.mixture
    if let noise = mixture.noise { try text.say(Self.aboutNoise(noise)) }
    if explained.isSmall {
      try text.say("With the numbers of this fit it reads")
      let terms = (0..<K).map { k in
        let term =
          "\(TeX.number(mixture.weights[k], .fixed(4)))\\, \\mathcal{N}\\left(x \\,\\middle|\\, "
          + "\(ExplainedFit.point(mixture.means[row: k])),\\; \(ExplainedFit.spread(mixture.covariances[k]))\\right)"
        return "\(k == 0 ? "p(x) ={}" : "{}+{}") & \(ExplainedFit.coloured(term, k))"
      }
      let noise = mixture.noise.map { noise in
        "{}+{} & \\frac{\(TeX.number(noise.weight, .fixed(4)))}{\(TeX.number(noise.volume, .significant(4)))}"
      }
      let lines = terms + [noise].compactMap(\.self)
      try text.show("\\begin{aligned}" + lines.joined(separator: " \\\\ ") + "\\end{aligned}")
    } else {
      try text.say("In this fit $K = \(K)$ and $x$ has $d = \(d)$ columns; the weights are")
      let weights = (0..<K).map {
        "\(ExplainedFit.indexed("\\pi", $0)) = \(TeX.number(mixture.weights[$0], .fixed(4)))"
      }
      try text.show(weights.joined(separator: ",\\quad "))
    }
    let noiseCount = fit.parameterCount - fit.options.family.parameterCount(components: K, dimension: d)
    let covariances = fit.parameterCount - noiseCount - (K - 1) - K * d
    try text.say(
      "Weights that add up to one leave $K - 1$ of them free\(mixture.noise == nil ? "" : ", apart from the noise"). "
        + "With the means and the \(fit.options.family.name) covariances that makes")
    try text.show(
      "\\underbrace{\(K - 1)}_{\\text{weights}} + \\underbrace{\(K) \\times \(d)}_{\\text{means}} + "
        + "\\underbrace{\(covariances)}_{\\text{covariances}}"
        + (noiseCount == 0 ? "" : " + \\underbrace{\(noiseCount)}_{\\text{noise}}")
        + " = \(TeX.number(Double(fit.parameterCount), .count))"
        + "\\ \\text{free parameters}")
    return text
  }

  private static func aboutNoise(_ noise: UniformNoise) -> String {
    "The last term is noise: a constant density over a region of volume "
      + "$V = \(TeX.number(noise.volume, .significant(4)))$ that takes in rows of no Gaussian. Its weight is "
      + "$\\pi_0 = \(TeX.number(noise.weight, .fixed(4)))$."
  }
}
