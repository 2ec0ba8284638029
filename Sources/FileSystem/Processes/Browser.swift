/// The user's default browser.
package enum Browser {
  /// Opens `address` in the browser; false on failure.
  package static func open(_ address: String) async -> Bool {
    #if os(macOS)
      let name = "open"
    #else
      let name = "xdg-open"
    #endif
    let program = ExternalProgram(name: name, package: "xdg-utils", purpose: "opens the browser")
    return (try? await program.finish([address], in: .current))?.exitCode == 0
  }
}
