/// The browser that the desktop opens addresses with.
package enum Browser {
  /// Asks the desktop to show `address`; false if it cannot.
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
