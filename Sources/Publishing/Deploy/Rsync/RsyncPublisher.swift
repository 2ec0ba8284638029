import FileSystem

/// Publishes a built site with rsync, and removes from the target only files that it published before.
///
/// The target keeps the list of published files as `.standpoint-published`, in the format of a manifest. Files get their final
/// names once all of them have been transferred.
struct RsyncPublisher: Sendable {
  static let listName = ".standpoint-published"
  /// rsync's exit code if a listed file does not exist. Removed files are listed on purpose, so that rsync deletes them.
  private static let someWereMissing: Int32 = 24
  /// rsync's exit code if some files could not be read or written.
  private static let partly: Int32 = 23

  private let site: BuiltSite
  /// With a trailing slash.
  private let target: String
  private let options: PublicationOptions
  private let scratch: DiskPath
  private let rsync = Programs.rsync

  /// - Parameter scratch: a temporary folder that nothing else uses.
  init(_ site: BuiltSite, to target: String, _ options: PublicationOptions, _ scratch: DiskPath) {
    self.site = site
    self.target = target.hasSuffix("/") || target.hasSuffix(":") ? target : target + "/"
    self.options = options
    self.scratch = scratch
  }

  func run() async throws(EnvironmentError) -> PublicationReport {
    if target.hasPrefix("-") || target == "/" {
      throw EnvironmentError("cannot publish to “\(target)”")
    }
    let known = try await knownPaths()
    if known == nil, !options.takesOver { try await requireEmpty() }
    let old = Set(known ?? [])
    let new = Set(site.paths)
    let removed = (known ?? []).filter { !new.contains($0) }
    if !options.isRehearsal, known == nil || !new.isSubset(of: old) {
      try await putList(Manifest((known ?? []) + site.paths))
    }
    let report = try await transfer(removed: removed, published: old)
    if options.isRehearsal { return report }
    try await removeFolders(emptiedBy: removed)
    if known != nil, !new.isSubset(of: old) || !removed.isEmpty { try await putList(Manifest(site.paths)) }
    return report
  }

  /// The paths of files published before; nil if nothing was published.
  private func knownPaths() async throws(EnvironmentError) -> [String]? {
    let list = scratch.appending("list")
    let outcome = try await rsync.finish(["--times", "--", target + Self.listName, list.text], in: .current)
    if outcome.exitCode == 0 { return try Manifest.read(list)?.paths }
    if Self.isMissing(outcome) { return nil }
    throw rsync.failure(outcome)
  }

  /// Throws if the target exists and is not empty.
  private func requireEmpty() async throws(EnvironmentError) {
    let outcome = try await rsync.finish(["--list-only", "--", target], in: .current)
    if Self.isMissing(outcome) { return }
    guard outcome.exitCode == 0 else { throw rsync.failure(outcome) }
    let names = String(decoding: outcome.output, as: UTF8.self).split(separator: "\n").compactMap { line in
      line.split(separator: " ", maxSplits: 4).last.map { $0.drop { $0 == " " } }
    }.filter { $0 != "." }
    if names.isEmpty { return }
    throw EnvironmentError.foreignFiles(names.map { String($0) }, at: target)
  }

  private static func isMissing(_ outcome: ExternalProgram.Outcome) -> Bool {
    outcome.exitCode == partly && outcome.errors.contains("(2)")
  }

  private func transfer(
    removed: [String], published: Set<String>
  ) async throws(EnvironmentError) -> PublicationReport {
    let lines = try await send(site.paths + removed, mayMiss: !removed.isEmpty)
    var added: [String] = []
    var changed: [String] = []
    for line in lines {
      guard let (mark, path) = Self.parts(of: line) else { continue }
      if mark.contains("f+++") { added.append(path) } else { changed.append(path) }
    }
    return PublicationReport(
      added: added, changed: changed, removed: removed, total: site.paths.count,
      isForeign: { !published.contains($0) })
  }

  /// rsync's change mark and the path of a transferred file; nil if the line is about something else.
  private static func parts(of line: Substring) -> (mark: Substring, path: String)? {
    guard line.first == "<" || line.first == ">", let space = line.firstIndex(of: " ") else { return nil }
    return (line[..<space], String(line[line.index(after: space)...]))
  }

  /// Sends those of `paths` that exist, removes the others from the target, and returns rsync's log lines.
  private func send(_ paths: [String], mayMiss: Bool) async throws(EnvironmentError) -> [Substring] {
    let list = paths.map { $0 + "\0" }.joined()
    let outcome = try await rsync.finish(
      (options.isRehearsal ? ["--dry-run"] : []) + [
        "--links", "--times", "--omit-dir-times", "--checksum", "--delay-updates", "--delete-missing-args",
        "--from0", "--files-from=-", "--8-bit-output", "--out-format=%i %n", "--", site.folder.text + "/",
        target,
      ], in: .current, input: Array(list.utf8))
    guard outcome.exitCode == 0 || mayMiss && outcome.exitCode == Self.someWereMissing else {
      throw rsync.failure(outcome)
    }
    return String(decoding: outcome.output, as: UTF8.self).split(separator: "\n")
  }

  /// Removes folders that are now empty, the deepest first.
  private func removeFolders(emptiedBy removed: [String]) async throws(EnvironmentError) {
    func folders(_ paths: [String]) -> Set<String> {
      var folders: Set<String> = []
      for path in paths {
        for index in path.utf8.indices where path.utf8[index] == UInt8(ascii: "/") {
          folders.insert(String(path[..<index]))
        }
      }
      return folders
    }
    let empty = folders(removed).subtracting(folders(site.paths))
    let levels = Dictionary(grouping: empty) { $0.utf8.count { $0 == UInt8(ascii: "/") } }
    for level in levels.keys.sorted(by: >) {
      _ = try await send((levels[level] ?? []).sorted(), mayMiss: true)
    }
  }

  private func putList(_ list: Manifest) async throws(EnvironmentError) {
    let file = scratch.appending(Self.listName)
    try list.write(to: file)
    _ = try await rsync.run(["--times", "--checksum", "--", file.text, target], in: .current)
  }
}
