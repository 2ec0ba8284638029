import Foundation

extension Process {
  /// Waits until the process has ended. On Linux, `waitUntilExit` keeps a core busy meanwhile if its thread has no run
  /// loop with something to wait for.
  package func waitForEnd() {
    while isRunning { Thread.sleep(forTimeInterval: 0.002) }
  }
}
