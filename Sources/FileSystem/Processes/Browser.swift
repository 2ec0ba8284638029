/// The user's default browser.
package enum Browser {
  /// Opens `address` in the browser; false on failure.
  package static func open(_ address: String) async -> Bool {
    (try? await Programs.browser.finish([address], in: .current))?.exitCode == 0
  }
}
