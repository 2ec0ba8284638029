import FileSystem

/// The external programs that Standpoint calls.
enum Programs {
  static func pandoc(for format: ImportFormat) -> ExternalProgram {
    ExternalProgram(name: "pandoc", package: "pandoc", purpose: "reads \(format.rawValue) files")
  }
  static let sheets = ExternalProgram(name: "xlsx2csv", package: "xlsx2csv", purpose: "reads xlsx files")
  static let unzip = ExternalProgram(name: "unzip", package: "unzip", purpose: "opens odt files")
  static let zip = ExternalProgram(name: "zip", package: "zip", purpose: "repairs odt files")
  static let git = ExternalProgram(
    name: "git", package: "git", purpose: "publishes to branches", environment: gitEnvironment,
    timeout: .seconds(3_600))
  static let rsync = ExternalProgram(
    name: "rsync", package: "rsync", purpose: "publishes to other machines", environment: ["LC_ALL": "C"],
    timeout: .seconds(3_600))

  /// In a git hook, these variables refer to the hook's repository, even if git runs in another folder.
  private static let gitEnvironment: [String: String?] = [
    "LC_ALL": "C", "GIT_DIR": nil, "GIT_WORK_TREE": nil, "GIT_INDEX_FILE": nil, "GIT_PREFIX": nil,
    "GIT_COMMON_DIR": nil, "GIT_OBJECT_DIRECTORY": nil, "GIT_ALTERNATE_OBJECT_DIRECTORIES": nil,
    "GIT_QUARANTINE_PATH": nil,
  ]
}
