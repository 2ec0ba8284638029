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
    var change = SiteChange(by: Self.command, in: request.folder)
    for file in files(hasContent: present.contains("Content")) {
      let path = request.folder.appending(file.path)
      if try FileStatus.of(path, followingLinks: false) == nil {
        change.create(path, Array(file.text.utf8), isExecutable: file.isExecutable)
        written.append(path)
      } else {
        kept.append(path)
      }
    }
    try change.perform()
    return StarterOutcome(written: written, kept: kept)
  }

  /// The command, as messages name it.
  package static let command = "standpoint init"

  /// The names of all entries in the folder except `.git` and what commands use for the moment; empty if the folder does not
  /// exist.
  private func entries() throws(EnvironmentError) -> [String] {
    guard let status = try FileStatus.of(request.folder, followingLinks: true) else { return [] }
    guard status.kind == .folder else {
      throw EnvironmentError("“\(request.folder.shown)” is not a folder")
    }
    return try FolderListing.entries(of: request.folder).map(\.name).filter { name in
      ![".git", ".standpoint"].contains(name) && !name.hasPrefix(UnfinishedFile.prefix)
    }.sorted()
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
}
