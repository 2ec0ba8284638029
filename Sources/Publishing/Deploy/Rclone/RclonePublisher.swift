import FileSystem
import Text

/// Publishes a built site with rclone, and removes from the target only files that it published before.
///
/// The target keeps the list of published files with their hashes, because not every store has hashes or times of its own.
/// Pages come last, so that what they need is there.
struct RclonePublisher: Sendable {
  static let listName = ".standpoint-published"

  private let site: BuiltSite
  private let target: RcloneTarget
  private let options: PublicationOptions
  private let scratch: DiskPath

  /// - Parameter scratch: a temporary folder that nothing else uses.
  init(_ site: BuiltSite, to target: String, _ options: PublicationOptions, _ scratch: DiskPath) {
    self.site = site
    self.target = RcloneTarget(target)
    self.options = options
    self.scratch = scratch
  }

  func run() async throws(EnvironmentError) -> PublicationReport {
    let known = try await target.read(Self.listName).map(PublishedHashes.init)
    var sizes = try await target.sizes()
    sizes[Self.listName] = nil
    if known == nil, !options.takesOver { try requireEmpty(sizes.keys.sorted()) }
    let new = try PublishedHashes(of: site)
    let report = try report(new, known, sizes)
    if options.isRehearsal || report.isEmpty && known == new { return report }
    // Until the end, the list has old and new files, so that an interrupted run is recognised.
    let files = report.added + report.changed
    try await put(new.doubting(files + report.removed))
    try await target.put(files.filter { !Self.isPage($0) }, from: site.folder, scratch)
    try await target.put(files.filter(Self.isPage), from: site.folder, scratch)
    try await target.remove(report.removed, leaving: site.paths, scratch)
    try await put(new)
    return report
  }

  private func requireEmpty(_ names: [String]) throws(EnvironmentError) {
    if names.isEmpty { return }
    throw EnvironmentError.foreignFiles(names, at: target.text)
  }

  private func report(
    _ new: PublishedHashes, _ known: PublishedHashes?, _ sizes: [String: Int]
  ) throws(EnvironmentError) -> PublicationReport {
    var added: [String] = []
    var changed: [String] = []
    for path in site.paths {
      guard let size = sizes[path] else {
        added.append(path)
        continue
      }
      let here = try FileStatus.of(site.path(of: path), followingLinks: true)?.size
      if known?[path] != new[path] || size != here { changed.append(path) }
    }
    let removed = (known?.paths ?? []).filter { new[$0] == nil && sizes[$0] != nil }
    return PublicationReport(
      added: added, changed: changed, removed: removed, total: site.paths.count,
      isForeign: { known?[$0] == nil })
  }

  private func put(_ list: PublishedHashes) async throws(EnvironmentError) {
    let folder = scratch.appending("list")
    try FileWriter.makeFolders(folder)
    try FileWriter.write(list.bytes, to: folder.appending(Self.listName))
    try await target.put([Self.listName], from: folder, scratch)
  }

  private static func isPage(_ path: String) -> Bool { path.utf8.suffix(5).elementsEqual(".html".utf8) }
}

/// The files of a published site with the hashes of their bytes: a text file whose first line names the format, and each further
/// line has a hash, a space and a path, sorted by path.
struct PublishedHashes: Sendable, Hashable {
  private static let firstLine = "standpoint-published 1"
  /// In the place of the hash of a file that is about to be written or removed.
  private static let unknown = "-"

  private let hashes: [String: String]

  var paths: [String] { hashes.keys.sortedByBytes() }

  subscript(path: String) -> String? { hashes[path] }

  init(of site: BuiltSite) throws(EnvironmentError) {
    var hashes: [String: String] = [:]
    for path in site.paths {
      hashes[path] = StableHash(try FileReader.readAll(site.path(of: path))).digits
    }
    self.hashes = hashes
  }

  private init(_ hashes: [String: String]) { self.hashes = hashes }

  init(_ bytes: [UInt8]) {
    var hashes: [String: String] = [:]
    for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n").dropFirst() {
      let fields = line.split(separator: " ", maxSplits: 1)
      if fields.count == 2 { hashes[String(fields[1])] = String(fields[0]) }
    }
    self.hashes = hashes
  }

  /// The same list, in which it is not known what these files hold; they may be missing in it.
  func doubting(_ paths: [String]) -> PublishedHashes {
    PublishedHashes(hashes.merging(paths.map { ($0, Self.unknown) }) { $1 })
  }

  var bytes: [UInt8] {
    var text = Self.firstLine + "\n"
    for path in paths { text += "\(hashes[path] ?? Self.unknown) \(path)\n" }
    return Array(text.utf8)
  }
}
