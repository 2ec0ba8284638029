import Content
import FileSystem
import Workspace

/// Makes a new site: a small one that works, with the files of its host. Never changes a file that is there.
package struct SiteStarter: Sendable {
  private let request: StarterRequest

  package init(_ request: StarterRequest) {
    self.request = request
  }

  /// Throws when the folder holds something and nothing may be added, when it is itself the content of a site, and when
  /// something cannot be written.
  package func run() throws(EnvironmentError) -> StarterOutcome {
    let present = try entries()
    if !present.isEmpty, !request.addsToFolder {
      throw EnvironmentError(
        "“\(request.folder.shown)” is not empty",
        advice: "give --force to add what is missing there; no file that is there is changed")
    }
    if let own = present.first(where: Self.isContent), !present.contains("Content") {
      throw EnvironmentError(
        "“\(request.folder.shown)” is itself the content of a site: it holds “\(own)”",
        advice: "move its content to a folder Content in it, and run this again")
    }
    var written: [DiskPath] = []
    var kept: [DiskPath] = []
    for file in files(hasContent: present.contains("Content")) {
      let path = request.folder.appending(file.path)
      if try write(file, to: path) { written.append(path) } else { kept.append(path) }
    }
    return StarterOutcome(written: written, kept: kept)
  }

  /// What is in the folder, but for git's own; nothing when it is not there.
  private func entries() throws(EnvironmentError) -> [String] {
    guard let status = try FileStatus.of(request.folder, followingLinks: true) else { return [] }
    guard status.kind == .folder else {
      throw EnvironmentError("“\(request.folder.shown)” is not a folder")
    }
    return try FolderListing.entries(of: request.folder).map(\.name).filter { $0 != ".git" }.sorted()
  }

  /// Whether a build of the folder would take this for content; `README.md` and its like lie in many folders.
  private static func isContent(_ name: String) -> Bool {
    if ["site.yml", "reports", "issues", "parties", "pages"].contains(name) { return true }
    return FileRole.isMarkdown(name) && name.dropLast(3).contains { $0.isLowercase }
  }

  /// A site that has content of its own gets no example.
  private func files(hasContent: Bool) -> [StarterFile] {
    let today = request.today ?? CalendarDay.today(in: "UTC") ?? PartialDate(year: 1970)
    let (title, domain) = (request.title, request.domain)
    return (hasContent ? [] : StarterSite.content(title: title, domain: domain, today: today))
      + StarterSite.surroundings(title: title, domain: domain, host: request.host.setting)
      + request.host.files(domain: domain)
  }

  /// Writes a file where there is none; false: there is one.
  private func write(_ file: StarterFile, to path: DiskPath) throws(EnvironmentError) -> Bool {
    try FileWriter.makeFolders(path.parent)
    guard try FileWriter.writeNew(Array(file.text.utf8), to: path) else { return false }
    if file.isExecutable { try FileWriter.makeExecutable(path) }
    return true
  }
}
