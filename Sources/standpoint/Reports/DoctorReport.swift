import FileSystem
import Publishing
import Text

/// The output of `standpoint doctor`.
enum DoctorReport {
  static func text(_ checks: [ProgramCheck]) -> String {
    var text = "standpoint \(Version.current)\n\n"
    let width = checks.map { DisplayWidth.of($0.name) }.max() ?? 0
    for check in checks {
      let space = String(repeating: " ", count: width - DisplayWidth.of(check.name))
      text += "\(mark(check.state)) \(check.name)\(space)  \(words(check.state))\n"
      let indent = String(repeating: " ", count: width + 4)
      text += "\(indent)for \(check.features)\n"
      if !isUsable(check.state) { text += "\(indent)to get it: \(check.source)\n" }
    }
    return text + "\n" + summary(checks) + "\n"
  }

  private static func isUsable(_ state: ProgramCheck.State) -> Bool {
    switch state {
    case .builtIn, .installed: true
    case .broken, .missing: false
    }
  }

  private static func mark(_ state: ProgramCheck.State) -> String {
    switch state {
    case .builtIn, .installed: "+"
    case .broken: "!"
    case .missing: "-"
    }
  }

  private static func words(_ state: ProgramCheck.State) -> String {
    switch state {
    case .builtIn(let version): "\(version), built in"
    case .installed(let path, let version): "\(version), \(path.text)"
    case .broken(let path, let reason): "\(path.text) does not run: \(reason)"
    case .missing: "not installed"
    }
  }

  private static func summary(_ checks: [ProgramCheck]) -> String {
    let missing = checks.filter { !isUsable($0.state) }.map(\.name)
    if missing.isEmpty { return "Every feature works." }
    return "Everything works except the features that need \(missing.listed(before: "or"))."
  }
}
