import Directives
import Testing

@Suite struct ConvergencePlotTests {
  private static let galaxies = cell("load galaxies", "file: galaxies.csv", "units: {velocity: km/s}")

  @Test func standWithoutProblems() throws {
    let figures = try Workbench.withData().charts(
      Self.galaxies
        + cell("fit m", "data: galaxies", "components: 4", "init: random", "restarts: 100")
        + cell("fit one", "data: galaxies", "components: 1")
        + cell("plot fig-a", "kind: convergence", "fit: m") + cell("plot fig-b", "kind: convergence", "fit: one")
        + cell("plot fig-l", "kind: convergence", "fit: m", "log_x: true")
        + cell("plot fig-n", "kind: convergence", "fit: m", "log_x: false")
        + cell("plot fig-r", "kind: convergence", "fit: m", "range_y: [-780, -760]"))
    #expect(figures.map(\.problems) == Array(repeating: "", count: 5))
    #expect(figures[2].caption.contains("Iterations on a log scale, from the first."))
    #expect(figures[3].caption.contains("Straight in the lower panel: linear convergence"))
    #expect(!figures[2].caption.contains("Straight"))
  }

  /// The numbers behind the figure are the trace that expressions see, thinned evenly with both ends kept.
  @Test func holdsTheTrace() throws {
    let text =
      Self.galaxies + cell("fit m", "data: galaxies", "components: 4", "init: random", "restarts: 5")
      + cell("plot fig-a", "kind: convergence", "fit: m")
    let figure = try #require(try Workbench.withData().charts(text).first)
    let (iterations, logLikelihoods) = (figure.numbers("iteration"), figure.numbers("log-likelihood (nats)"))
    #expect(iterations.count <= 40 && iterations.first == 0)
    #expect(zip(iterations, iterations.dropFirst()).allSatisfy { $0 < $1 })
    let known = try Workbench.withData().run(
      text + "\n" + "{eval}`m.iterations` and {eval}`m.loglik:.9f` and {eval}`m.trace[1]:.9f`\n"
    ).report.paragraphs.last?.split(separator: " and ").map(String.init)
    #expect(known?[0] == iterations.last.map { "\(Int($0))" })
    let ends = [logLikelihoods.last, logLikelihoods.first].compactMap(\.self)
    for (written, value) in zip(known?.dropFirst() ?? [], ends) {
      #expect(abs((Double(written.replacing("−", with: "-")) ?? .nan) - value) < 1e-6)
    }
    #expect(known?.count == 3)
  }

  /// Rows 0, 0, 0, 1, 1, 1 under one component: EM starts where it ends.
  @Test func saysWhatEachStartTakes() throws {
    let figures = try Workbench.withData().charts(
      cell("load toy", "file: toy.csv")
        + cell("fit k2", "data: toy", "components: 2", "regularization: 0", "restarts: 5")
        + cell("plot fig-a", "kind: convergence", "fit: k2"))
    let figure = try #require(figures.first)
    #expect(figure.description.contains("ends the iterations. The starts take "))
    #expect(figure.subtitle.hasSuffix("; the best start in colour, the others grey"))
  }
}
