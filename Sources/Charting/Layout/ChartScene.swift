extension Chart {
  /// The chart in pixels, in the colours of a theme.
  package func scene(in theme: Theme, measuring measurer: TextMeasurer) -> Scene {
    Scene(size: size, background: theme.background)
  }
}
