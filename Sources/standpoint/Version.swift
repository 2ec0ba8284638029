import Publishing

/// The version of Standpoint, used by `--version`, the manual page and SARIF logs.
enum Version {
  static let current = ProgramVersion.current
}
