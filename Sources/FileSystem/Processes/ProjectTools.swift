/// The programs that `Scripts/setup` installs in the project's own folder, for the tool that was built there.
package enum ProjectTools {
  /// An environment variable with another folder for these programs; if it is empty, there is none.
  package static let variable = "STANDPOINT_TOOLS"

  /// The program of the project; nil if there is none.
  package static func program(_ wanted: ExternalProgram) -> ExternalProgram? {
    guard let path = folder?.appending(wanted.name),
      (try? FileStatus.of(path, followingLinks: true))??.kind == .regular
    else { return nil }
    return ExternalProgram(
      name: path.text, package: wanted.package, purpose: wanted.purpose, environment: wanted.environment,
      timeout: wanted.timeout, cpuLimit: wanted.cpuLimit, memoryLimit: wanted.memoryLimit,
      ending: wanted.ending)
  }

  private static var folder: DiskPath? {
    if let given = Variables.value(variable) { return given.isEmpty ? nil : DiskPath(given) }
    return folder(ofToolAt: DiskPath("/proc/self/exe").resolved)
  }

  /// `.build-tools/bin` of the project whose build folder has the tool; nil if the tool is elsewhere.
  static func folder(ofToolAt path: DiskPath) -> DiskPath? {
    guard path.name == "standpoint" else { return nil }
    var folder = path.parent
    while folder.text != "/", !folder.name.hasPrefix(".build") { folder = folder.parent }
    return folder.text == "/" ? nil : folder.parent.appending(".build-tools/bin")
  }
}
