import Content
import FileSystem
import Workspace

/// Creates a new site: a small working example with the configuration files for its host. Never changes existing files.
package struct SiteStarter: Sendable {
  private let request: StarterRequest

  package init(_ request: StarterRequest) {
    self.request = request
  }

  /// Throws if the folder is not empty and nothing may be added, if it is itself the content of a site, and if a file cannot be
  /// written.
  package func run() throws(EnvironmentError) -> StarterOutcome {
    let present = try entries()
    if !present.isEmpty, !request.addsToFolder {
      throw EnvironmentError(
        "“\(request.folder.shown)” is not empty",
        advice: "add --force to create the missing files; existing files are not changed")
    }
    if let own = present.first(where: Self.isContent), !present.contains("Content") {
      throw EnvironmentError(
        "“\(request.folder.shown)” is itself the content of a site: it contains “\(own)”",
        advice: "move its files to a Content folder inside it, and run the command again")
    }
    var written: [DiskPath] = []
    var kept: [DiskPath] = []
    for file in files(hasContent: present.contains("Content")) {
      let path = request.folder.appending(file.path)
      if try write(file, to: path) { written.append(path) } else { kept.append(path) }
    }
    return StarterOutcome(written: written, kept: kept)
  }

  /// The names of all entries in the folder except `.git`; empty if the folder does not exist.
  private func entries() throws(EnvironmentError) -> [String] {
    guard let status = try FileStatus.of(request.folder, followingLinks: true) else { return [] }
    guard status.kind == .folder else {
      throw EnvironmentError("“\(request.folder.shown)” is not a folder")
    }
    return try FolderListing.entries(of: request.folder).map(\.name).filter { $0 != ".git" }.sorted()
  }

  /// Whether a build of the folder would read this entry as content. Files such as `README.md` do not count, because many
  /// folders have them.
  private static func isContent(_ name: String) -> Bool {
    if ["site.yml", "reports", "issues", "parties", "pages", "sources", "sources.json"].contains(name) {
      return true
    }
    return FileRole.isMarkdown(name) && name.dropLast(3).contains { $0.isLowercase }
  }

  /// The files to create; a site that already has content gets no example content.
  private func files(hasContent: Bool) -> [StarterFile] {
    let today = request.today ?? CalendarDay.today(in: "UTC") ?? PartialDate(year: 1970)
    let (title, domain) = (request.title, request.domain)
    let files =
      (hasContent ? [] : StarterSite.content(title: title, domain: domain, today: today))
      + StarterSite.surroundings(title: title, domain: domain, host: request.host.setting)
      + request.host.files(domain: domain) + (request.pipeline?.files ?? [])
    // A host and a pipeline share scripts.
    var known: Set<String> = []
    return files.filter { known.insert($0.path).inserted }
  }

  /// Writes a new file; false if the file already exists.
  private func write(_ file: StarterFile, to path: DiskPath) throws(EnvironmentError) -> Bool {
    try FileWriter.makeFolders(path.parent)
    guard try FileWriter.writeNew(Array(file.text.utf8), to: path) else { return false }
    if file.isExecutable { try FileWriter.makeExecutable(path) }
    return true
  }
}
