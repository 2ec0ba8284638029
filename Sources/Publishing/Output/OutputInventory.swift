import FileSystem
import Text

/// The contents of an output folder before a build.
struct OutputInventory: Sendable {
  /// The folder exists.
  let exists: Bool
  /// Files that Standpoint wrote and that still exist, sorted by the bytes of their paths.
  let own: [String]
  /// `.git`, `.gitignore`, `.gitkeep` …: entries that Standpoint did not write and keeps.
  let kept: [Kept]

  struct Kept: Sendable, Hashable {
    let name: String
    let isFolder: Bool
  }

  /// Lists the contents of `output`. Throws if it contains files that Standpoint did not write.
  static func take(_ output: OutputFolder, manifest: Manifest?) throws(EnvironmentError) -> OutputInventory {
    guard try FileStatus.of(output.path, followingLinks: false) != nil else {
      return OutputInventory(exists: false, own: [], kept: [])
    }
    var walk = Walk(output: output.path, manifest: manifest)
    try walk.run()
    if !walk.foreign.isEmpty { throw refusal(output, walk.foreign, hasManifest: manifest != nil) }
    return OutputInventory(
      exists: true, own: walk.own.sortedByBytes(),
      kept: walk.kept.sorted { $0.name < $1.name })
  }

  private static func refusal(
    _ output: OutputFolder, _ foreign: [String], hasManifest: Bool
  ) -> EnvironmentError {
    let sorted = foreign.sortedByBytes()
    let shown = sorted.map { "“\($0)”" }.listed(most: 5)
    let lost =
      hasManifest
      ? ""
      : "; if an earlier build wrote them, its manifest “\(output.manifest.shown)” is missing: empty the folder yourself"
    return EnvironmentError(
      "the \(output.role.rawValue) “\(output.path.shown)” contains files that Standpoint did not write: \(shown)",
      advice: output.role == .target
        ? "move them elsewhere, choose another folder with --folder, or add --take-over to publish there anyway: these files are then replaced or removed"
        : "move them elsewhere, or \(output.role.advice)" + lost)
  }

  private struct Walk {
    let output: DiskPath
    let files: Set<String>
    var own: [String] = []
    var kept: [Kept] = []
    var foreign: [String] = []

    init(output: DiskPath, manifest: Manifest?) {
      self.output = output
      files = Set(manifest?.paths ?? [])
    }

    mutating func run() throws(EnvironmentError) {
      var emptyFolders: [String] = []
      try FolderListing.walk(
        output, visit: { entry, path throws(EnvironmentError) in try visit(entry, path) },
        empty: { emptyFolders.append($0 + "/") })
      // A folder whose files somebody has removed is still Standpoint's.
      foreign += emptyFolders.filter { folder in !files.contains { $0.hasPrefix(folder) } }
    }

    /// Sorts an entry into one of the lists; returns whether it is a folder to look into.
    private mutating func visit(_ entry: FolderListing.Entry, _ path: String) throws(EnvironmentError) -> Bool
    {
      let kind = try entry.kind(at: output.appending(path))
      if entry.name == path, entry.isUTF8, entry.name.utf8.starts(with: ".git".utf8) {
        kept.append(Kept(name: entry.name, isFolder: kind == .folder))
      } else if kind == .folder, entry.isUTF8 {
        return true
      } else if entry.isUTF8, files.contains(path) {
        own.append(path)
      } else if foreign.count < 10_000 {
        foreign.append(path)
      }
      return false
    }
  }
}
