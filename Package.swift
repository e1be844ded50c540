// swift-tools-version: 6.1
import PackageDescription

let strict: [SwiftSetting] = [
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("ExistentialAny"),
]

/// A Swift target of ours and its tests; `testData` names the folders beside the tests that hold files they read.
func module(
  _ name: String, _ dependencies: [Target.Dependency] = [], testing: [Target.Dependency] = [], testData: [String] = []
) -> [Target] {
  let source = Target.target(name: name, dependencies: dependencies, swiftSettings: strict)
  let test = Target.testTarget(
    name: name + "Tests", dependencies: [.target(name: name)] + dependencies + testing,
    exclude: testData, swiftSettings: strict)
  return [source, test]
}

/// A system library, found by pkg-config and installed by the named package of apt or Homebrew.
func system(_ name: String, pkgConfig: String, apt: [String], brew: [String]) -> Target {
  .systemLibrary(name: name, pkgConfig: pkgConfig, providers: [.apt(apt), .brew(brew)])
}

let systemLibraries: [Target] = [
  system("CDeflate", pkgConfig: "libdeflate", apt: ["libdeflate-dev"], brew: ["libdeflate"]),
  system("CYAML", pkgConfig: "yaml-0.1", apt: ["libyaml-dev"], brew: ["libyaml"]),
  system("CGLib", pkgConfig: "glib-2.0", apt: ["libglib2.0-dev"], brew: ["glib"]),
  system("CPangoCairo", pkgConfig: "pangocairo", apt: ["libpango1.0-dev", "libcairo2-dev"], brew: ["pango", "cairo"]),
  system("CHarfBuzz", pkgConfig: "harfbuzz-subset", apt: ["libharfbuzz-dev"], brew: ["harfbuzz"]),
  system(
    "CCmarkGFM", pkgConfig: "libcmark-gfm", apt: ["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"],
    brew: ["cmark-gfm"]),
]

/// The program holds Swift's libraries: to find and link twelve of them takes a quarter of the time that `--help` does.
/// Only what no test is made of may have this setting, since tests need the libraries themselves.
let withRuntime = LinkerSetting.unsafeFlags(
  ["-static-stdlib", "-use-ld=lld", "-l_FoundationCShims", "-l_FoundationCollections"],
  .when(platforms: [.linux], configuration: .release))

let package = Package(
  name: "gmm-report",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "gmm-report", targets: ["gmm-report"]),
    .executable(name: "mixture-bench", targets: ["mixture-bench"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0")
  ],
  targets: systemLibraries
    + module("Wording")
    + module("Tables", ["Wording", "CDeflate"])
    + [.target(name: "MixtureKernels", cSettings: [.define("NDEBUG")])]
    + module("Mixtures", ["MixtureKernels"], testData: ["Reference"])
    + module("Charting", ["Wording", "CPangoCairo", "CDeflate"], testData: ["Goldens"])
    + module("TeXMath", ["Wording"])
    + module("MathFont", ["CHarfBuzz", "CDeflate"])
    + module("Notebooks", ["Wording", "CCmarkGFM", "CYAML"])
    + module(
      "Reports", ["Wording", "Notebooks", "TeXMath", "MathFont"], testing: ["ReportChecks"], testData: ["Goldens"])
    + module(
      "Directives", ["Wording", "Tables", "Mixtures", "Charting", "Notebooks", "Reports", "CGLib"],
      testData: ["Data", "Goldens"])
    + [
      .executableTarget(
        name: "gmm-report",
        dependencies: [
          "Wording", "Directives", "Mixtures", "Reports", "Notebooks", "Tables",
          .product(name: "ArgumentParser", package: "swift-argument-parser"),
        ],
        swiftSettings: strict, linkerSettings: [withRuntime]),
      .target(name: "BenchmarkKernels"),
      // Its peers are programs of other languages, run by one of them.
      .executableTarget(
        name: "mixture-bench",
        dependencies: [
          "Wording", "Tables", "Mixtures", "BenchmarkKernels",
          .product(name: "ArgumentParser", package: "swift-argument-parser"),
        ],
        exclude: ["peers"], swiftSettings: strict),
      .testTarget(name: "MixtureBenchTests", dependencies: ["mixture-bench"], swiftSettings: strict),
      // Judges of finished reports that several test targets call.
      .target(
        name: "ReportChecks", dependencies: ["CCmarkGFM", "Notebooks"], path: "Tests/ReportChecks",
        swiftSettings: strict),
      .testTarget(
        name: "GmmReportTests", dependencies: ["Charting", "MathFont", "ReportChecks", "CDeflate"],
        swiftSettings: strict),
    ],
  swiftLanguageModes: [.v6]
)
