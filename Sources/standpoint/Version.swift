/// The version of Standpoint, in its one place: `--version`, the manual page and SARIF logs use it.
enum Version {
  static let current = "0.1.0"
}
