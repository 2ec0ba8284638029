import Subprocess

/// The browser that the desktop opens addresses with.
package enum Browser {
  /// Asks the desktop to show `address`; false when it has no way to.
  package static func open(_ address: String) async -> Bool {
    #if os(macOS)
      let program = "open"
    #else
      let program = "xdg-open"
    #endif
    let result = try? await Subprocess.run(
      .name(program), arguments: Arguments([address]), output: .discarded, error: .discarded)
    return result?.terminationStatus.isSuccess ?? false
  }
}
